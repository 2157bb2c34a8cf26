/// When a department works: hours of the week on the clock of a place, and the dates that differ.
///
/// Hours are what the clock on the wall shows. Where it is moved, the seconds that really lie in the hours count: a
/// night shift is an hour shorter in spring and an hour longer in autumn.
public struct WorkingCalendar: Sendable, Equatable {
  /// A name of the IANA list.
  public let zone: String
  public let week: WorkingWeek
  /// By date, each date once; see ``SpecialDay/joined(with:)``.
  public let days: [SpecialDay]

  public init(zone: String, week: WorkingWeek, days: [SpecialDay] = []) throws(WorkingCalendarError) {
    self.zone = zone
    self.week = week
    var known: [SpecialDay] = []
    for day in days.sorted(by: { $0.date < $1.date }) {
      if let last = known.last, last.date == day.date {
        known[known.count - 1] = try last.joined(with: day)
      } else {
        known.append(day)
      }
    }
    self.days = known
  }

  /// The hours that start on a date.
  public func hours(on date: CivilDate) -> [HourSpan] {
    specialDay(on: date)?.hours ?? week[date.weekday]
  }

  public func specialDay(on date: CivilDate) -> SpecialDay? {
    let place = days.partitioningIndex { $0.date >= date }
    return place < days.count && days[place].date == date ? days[place] : nil
  }
}

/// As text that a person can read in the journal: the hours as they are typed on the command line.
extension WorkingCalendar: Codable {
  private enum Key: String, CodingKey { case zone, hours, days }

  private struct Day: Codable {
    var date: String
    var hours: String?
    var name: String?
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(zone, forKey: .zone)
    try container.encode(week.lines, forKey: .hours)
    guard !days.isEmpty else { return }
    let written = days.map { day in
      Day(
        date: day.date.iso, hours: day.isHoliday ? nil : day.hours.map(\.label).joined(separator: " "), name: day.name)
    }
    try container.encode(written, forKey: .days)
  }

  /// - Throws: `DecodingError` also for what the rules of calendars refuse.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    do {
      let days = try (container.decodeIfPresent([Day].self, forKey: .days) ?? []).map { day in
        guard let date = CivilDate(iso: day.date) else { throw WorkingCalendarError.badDate(day.date) }
        return try SpecialDay(date: date, hours: day.hours ?? "", name: day.name)
      }
      self = try WorkingCalendar(
        zone: try container.decode(String.self, forKey: .zone),
        week: try WorkingWeek(lines: try container.decode([String].self, forKey: .hours)), days: days)
    } catch let error as WorkingCalendarError {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: error.message))
    }
  }
}

extension CivilDate {
  /// `2026-11-03` and nothing else.
  public init?(iso text: String) {
    let bytes = text.utf8Span.span.bytes
    var position = 0
    guard let date = bytes.civilDate(at: &position), position == bytes.byteCount else { return nil }
    self = date
  }
}
