extension Timestamp {
  /// `2026-11-03T14:05:00Z`, with `.123` before the `Z` only where the milliseconds are not 0.
  /// An instant outside the years 1 ... 9999 is shown as the nearest end of them.
  public var iso8601: String {
    let civil = CivilDateTime(localMilliseconds: milliseconds)
    return String(unsafeUninitializedCapacity: 24) { bytes in
      var writer = DigitWriter(bytes: bytes)
      writer.append(civil.date)
      writer.append("T")
      writer.append(civil.hour, width: 2)
      writer.append(":")
      writer.append(civil.minute, width: 2)
      writer.append(":")
      writer.append(civil.second, width: 2)
      if civil.millisecond != 0 {
        writer.append(".")
        writer.append(civil.millisecond, width: 3)
      }
      writer.append("Z")
      return writer.count
    }
  }

  /// Reads `YYYY-MM-DDTHH:MM`, then optionally `:SS` and a fraction of 1 to 9 digits, then `Z`, `±HH:MM` or `±HHMM`.
  ///
  /// Strict: a space may stand for the `T`, and nothing else may differ. No 24:00, no second 60, no day that the
  /// calendar lacks, no spaces around, no offset beyond 18 hours; what is finer than a millisecond is cut off. Nil for
  /// any other text. The instant may lie outside the supported range: see ``isSupported``.
  public init?(iso8601 bytes: RawSpan) {
    var position = 0
    guard let civil = bytes.civilDateTime(at: &position), let offset = bytes.offset(at: &position),
      position == bytes.byteCount
    else { return nil }
    milliseconds = civil.localMilliseconds - Int64(offset) * 1000
  }

  /// The same, for text.
  public init?(iso8601 text: String) {
    self.init(iso8601: text.utf8Span.span.bytes)
  }
}
