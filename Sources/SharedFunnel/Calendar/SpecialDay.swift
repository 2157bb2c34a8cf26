/// A date with hours of its own: none on a holiday, fewer on a half day, some on a Saturday of stocktaking.
public struct SpecialDay: Sendable, Hashable {
  public let date: CivilDate
  /// In the order of time, none overlapping; empty on a holiday.
  public let hours: [HourSpan]
  /// What it is called, if anybody said.
  public let name: String?

  /// - Parameter hours: as in ``WorkingWeek/init(lines:)``, without the weekday: `09:00-13:00`; empty for a holiday.
  public init(date: CivilDate, hours: String = "", name: String? = nil) throws(WorkingCalendarError) {
    self.date = date
    self.name = try SpecialDay.readable(name)
    var spans: [HourSpan] = []
    for word in hours.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard let span = HourSpan(text: word) else { throw .badHours(String(word)) }
      spans.append(span)
    }
    spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (one, next) in zip(spans, spans.dropFirst()) where one.end > next.start {
      throw .overlapOnDate(date, one, next)
    }
    self.hours = spans
  }

  public var isHoliday: Bool { hours.isEmpty }

  /// Of two that are said of one date: the same thing twice is one, and holidays have both names. Hours that differ are
  /// refused, for nobody knows which are meant.
  func joined(with other: SpecialDay) throws(WorkingCalendarError) -> SpecialDay {
    guard hours == other.hours else { throw .dateTwice(date) }
    guard let name, let otherName = other.name, name != otherName else { return name == nil ? other : self }
    return try SpecialDay(date: date, hours: hours.map(\.label).joined(separator: " "), name: "\(name) / \(otherName)")
  }

  /// A name is a line of at most 100 characters.
  private static func readable(_ name: String?) throws(WorkingCalendarError) -> String? {
    guard let name, !name.isEmpty else { return nil }
    let hasControl = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard !hasControl, name.count <= 100 else { throw .badName(name) }
    return name
  }
}
