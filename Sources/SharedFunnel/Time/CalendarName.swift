/// The fixed name of a stretch of the calendar: `2026`, `2026-H1`, `2026-Q4`, `2026-10`, `2026-W45`, `2026-11-03`, or a
/// range of them.
struct CalendarName {
  private let text: String
  /// What an error quotes.
  private let typed: String

  init(_ text: String, typed: String) {
    self.text = text
    self.typed = typed
  }

  /// One name, or two with `..` between them of which the second is included; nil for anything else.
  func range() throws(DateTextError) -> CalendarSpan? {
    let bytes = text.utf8Span.span.bytes
    var position = 0
    skipSpaces(bytes, &position)
    guard let first = try span(bytes, &position) else { return nil }
    skipSpaces(bytes, &position)
    if position == bytes.byteCount { return first }
    guard bytes.skip(".", at: &position), bytes.skip(".", at: &position) else { return nil }
    skipSpaces(bytes, &position)
    guard let last = try span(bytes, &position) else { return nil }
    skipSpaces(bytes, &position)
    guard position == bytes.byteCount else { return nil }
    guard let range = first.through(last) else { throw .endBeforeStart(typed) }
    return range
  }

  private func skipSpaces(_ bytes: RawSpan, _ position: inout Int) {
    while bytes.skip(" ", at: &position) {}
  }

  private func span(
    _ bytes: RawSpan, _ position: inout Int
  ) throws(DateTextError) -> CalendarSpan? {
    guard let year = bytes.digits(4, at: &position), !bytes.isDigit(at: position) else { return nil }
    guard let newYear = CivilDate(year: year, month: 1, day: 1) else { throw .noSuchDate(typed) }
    guard bytes.skip("-", at: &position) else { return CalendarSpan(.year, first: newYear) }
    let letter = bytes.byte(at: position) & ~0x20
    switch letter {
    case UInt8(ascii: "Q"), UInt8(ascii: "H"):
      position += 1
      guard let number = bytes.digits(upTo: 1, at: &position) else { return nil }
      let quarters = letter == UInt8(ascii: "Q") ? 1 : 2
      guard (1...4 / quarters).contains(number) else { throw .noSuchDate(typed) }
      let first = PeriodUnit.quarter.advance(newYear, by: (number - 1) * quarters)
      return CalendarSpan(.quarter, count: quarters, first: first)
    case UInt8(ascii: "W"):
      position += 1
      guard let week = bytes.digits(2, at: &position), !bytes.isDigit(at: position) else { return nil }
      // 4 January lies in week 1, always.
      let weekOne = PeriodUnit.week.start(of: CivilDate(uncheckedYear: year, month: 1, day: 4))
      let first = PeriodUnit.week.advance(weekOne, by: week - 1)
      guard first.isoWeek == (year, week) else { throw .noSuchDate(typed) }
      return CalendarSpan(.week, first: first)
    default:
      return try monthOrDay(year, bytes, &position)
    }
  }

  private func monthOrDay(
    _ year: Int, _ bytes: RawSpan, _ position: inout Int
  ) throws(DateTextError) -> CalendarSpan? {
    guard let month = bytes.digits(2, at: &position), !bytes.isDigit(at: position) else { return nil }
    guard bytes.skip("-", at: &position) else {
      guard let first = CivilDate(year: year, month: month, day: 1) else { throw .noSuchDate(typed) }
      return CalendarSpan(.month, first: first)
    }
    guard let day = bytes.digits(2, at: &position), !bytes.isDigit(at: position) else { return nil }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDate(typed) }
    return CalendarSpan(.day, first: date)
  }
}
