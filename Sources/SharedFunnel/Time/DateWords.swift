/// A text of ``DateText``, taken apart.
struct DateWords {
  private let text: String
  private let words: [Substring]

  init(_ text: String) {
    self.text = text
    words = text.lowercased().split(whereSeparator: \.isWhitespace)
  }

  /// What the text names, or nil where it names nothing that this type knows.
  func meaning(now: Timestamp, zone: ReportingZone) throws(DateTextError) -> DateText.Meaning? {
    let today = zone.date(of: now)
    switch words.count {
    case 1 where words[0] == "now": return .instant(now)
    case 1:
      if let day = DateWords.namedDays[words[0]] {
        return .span(CalendarSpan(.day, first: PeriodUnit.day.advance(today, by: day)))
      }
    case 2:
      if let span = relativeUnit(today) { return .span(span) }
    case 3 where words[2] == "ago":
      if let meaning = ago(now, today) { return meaning }
    case 3 where words[0] == "last":
      if let span = try lastUnits(today) { return .span(span) }
    default: break
    }
    if let span = try CalendarName(words.joined(separator: " "), typed: text).range() { return .span(span) }
    return try clockReading(zone).map(DateText.Meaning.instant)
  }

  /// Why a text that names nothing fitting is refused.
  func refusal(_ general: DateTextError) -> DateTextError {
    DateFormat.looksAmbiguous(text) ? .ambiguousOrder(text) : general
  }

  private static let namedDays: [Substring: Int] = ["today": 0, "yesterday": -1, "tomorrow": 1]

  /// `this month`, `last month`.
  private func relativeUnit(_ today: CivilDate) -> CalendarSpan? {
    guard let unit = PeriodUnit(rawValue: String(words[1])), words[0] == "this" || words[0] == "last" else {
      return nil
    }
    let first = unit.start(of: today)
    return CalendarSpan(unit, first: words[0] == "last" ? unit.advance(first, by: -1) : first)
  }

  /// `last 90 days`.
  private func lastUnits(_ today: CivilDate) throws(DateTextError) -> CalendarSpan? {
    guard let count = DateWords.count(words[1]), let unit = DateWords.unit(words[2]) else { return nil }
    guard count >= 1 else { throw .notAPeriod(text) }
    return CalendarSpan(unit, count: count, first: unit.advance(unit.start(of: today), by: 1 - count))
  }

  /// `3 days ago`, `2 hours ago`.
  private func ago(_ now: Timestamp, _ today: CivilDate) -> DateText.Meaning? {
    guard let count = DateWords.count(words[0]) else { return nil }
    if let unit = DateWords.unit(words[1]) {
      return .span(CalendarSpan(.day, first: unit.advance(today, by: -count)))
    }
    let seconds: Int64
    switch words[1] {
    case "second", "seconds": seconds = 1
    case "minute", "minutes": seconds = 60
    case "hour", "hours": seconds = 3600
    default: return nil
    }
    let back = Int64(count) * seconds * 1000
    let (milliseconds, overflow) = now.milliseconds.subtractingReportingOverflow(back)
    return .instant(Timestamp(milliseconds: overflow ? .min : milliseconds))
  }

  /// `2026-11-03 14:05`, with an offset or on the zone's clock.
  private func clockReading(_ zone: ReportingZone) throws(DateTextError) -> Timestamp? {
    let joined = words.joined(separator: " ").uppercased()
    let bytes = joined.utf8Span.span.bytes
    var position = 0
    guard let civil = bytes.civilDateTime(at: &position) else {
      // A day that does not exist is worth its own sentence.
      if joined.utf8.count > 10 { _ = try CalendarName(String(joined.prefix(10)), typed: text).range() }
      return nil
    }
    if position == bytes.byteCount { return zone.timestamp(of: civil) }
    _ = bytes.skip(" ", at: &position)
    guard let offset = bytes.offset(at: &position), position == bytes.byteCount else { return nil }
    return Timestamp(milliseconds: civil.localMilliseconds - Int64(offset) * 1000)
  }

  /// A number without a sign. One of more than nine digits counts as the largest of nine: either lies beyond any
  /// calendar.
  private static func count(_ word: Substring) -> Int? {
    guard !word.isEmpty, word.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return word.utf8.count <= 9 ? Int(word) : 999_999_999
  }

  /// `day` or `days`.
  private static func unit(_ word: Substring) -> PeriodUnit? {
    PeriodUnit.allCases.first { $0.rawValue == word || $0.rawValue + "s" == word }
  }
}
