import SharedFunnel

/// The first line of the input is a pattern, the rest a date. Whatever is accepted lies in the supported range, and
/// written out by the pattern it is read again as the same instant.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, let pattern = String(validating: parts[0], as: UTF8.self) else { return 0 }
  let date = Array(parts[1])
  checkInstant(date)
  checkText(String(decoding: date, as: UTF8.self))
  do throws(DateFormatError) {
    checkFormat(try DateFormat(pattern: pattern), date)
  } catch {
    precondition(!error.message.isEmpty)
  }
  return 0
}

private let zones = ["UTC", "Europe/Berlin", "Pacific/Apia", "America/Sao_Paulo"].compactMap {
  try? ReportingZone(identifier: $0)
}

private func checkInstant(_ date: [UInt8]) {
  guard let instant = Timestamp(iso8601: date.span.bytes), instant.isSupported else { return }
  precondition(Timestamp(iso8601: instant.iso8601) == instant, "\(instant.iso8601) is read as another instant")
}

/// What a person types: `last 90 days`, `2026-Q4`, `90d`.
private func checkText(_ text: String) {
  let now = Timestamp(milliseconds: 1_793_714_700_000)
  _ = DateFormat.looksAmbiguous(text)
  if let seconds = try? DateText.duration(text) { precondition(seconds >= 0) }
  for zone in zones {
    if let instant = try? DateText.instant(text, now: now, zone: zone) { precondition(instant.isSupported) }
    if let instant = try? DateText.asOf(text, now: now, zone: zone) { precondition(instant.isSupported) }
    if let period = try? DateText.period(text, now: now, zone: zone) {
      precondition(period.start <= period.end && period.start.isSupported)
      _ = period.previous(zone)
    }
  }
}

private func checkFormat(_ format: DateFormat, _ date: [UInt8]) {
  for zone in zones {
    let instant: Timestamp
    do throws(DateParseError) {
      instant = try format.parse(date.span.bytes, zone: zone)
    } catch {
      precondition(!error.message.isEmpty)
      continue
    }
    precondition(instant.isSupported)
    guard zone.identifier == "UTC", let written = DateWriter(format).text(instant) else { continue }
    let again = try? format.parse(written, zone: zone)
    precondition(again == instant, "\(format.pattern): \(instant.iso8601), written \(written), is read otherwise")
  }
}
