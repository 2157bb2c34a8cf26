/// The working seconds of every day of UTC, while each of some calendars keeps its offset: a week that repeats, and the
/// days that differ from it.
struct WorkingPattern: Sendable, Equatable {
  private struct Stretch: Sendable, Equatable {
    /// Seconds after the day's midnight.
    var start: Int32
    var end: Int32
  }

  private static let day = 86_400
  /// Special days are looked up by the half month.
  private static let specialShift: Int64 = 4

  /// Working seconds of the week before each of its days, from Monday on, and of the whole of it.
  private var weekTotals: [Int64] = []
  /// Days since 1970-01-01 that differ from their weekday.
  private var specialDays = StepIndex([], shift: specialShift)
  /// By how much the special days before each of them have more than their weekdays have, and all of them.
  private var specialTotals: [Int64] = [0]
  /// Working stretches: of the weekdays, then of the special days.
  private var stretches: [Stretch] = []
  /// Where the stretches of each kind of day start, and where all end.
  private var places: [Int] = [0]

  /// A second is working when it is so in any of the calendars; without one, always.
  ///
  /// - Parameter calendars: each with the seconds that its clock is east of UTC.
  init(_ calendars: [(calendar: WorkingCalendar, offset: Int32)]) {
    let week = (0..<7).map { weekday in
      // 1970-01-05 was a Monday.
      WorkingPattern.stretches(4 + weekday, calendars) { $0.week[Weekday(daysSinceEpoch: $1)] }
    }
    var total: Int64 = 0
    for stretches in week {
      weekTotals.append(total)
      total += WorkingPattern.length(stretches)
      append(stretches)
    }
    weekTotals.append(total)

    // Hours of a date reach into the days of UTC around it: up to a day by the offset, up to a day past midnight.
    let dates = calendars.flatMap { $0.calendar.days.map(\.date.daysSinceEpoch) }
    var special: [Int64] = []
    for day in Set(dates.flatMap { ($0 - 2)...($0 + 2) }).sorted() {
      let own = WorkingPattern.stretches(day, calendars) { calendar, day in
        CivilDate(daysSinceEpoch: day).flatMap(calendar.specialDay)?.hours
          ?? calendar.week[Weekday(daysSinceEpoch: day)]
      }
      let usual = week[(day + 3).floorRemainder(by: 7)]
      guard own != usual else { continue }
      special.append(Int64(day))
      append(own)
      let before = specialTotals[specialTotals.count - 1]
      specialTotals.append(before + WorkingPattern.length(own) - WorkingPattern.length(usual))
    }
    specialDays = StepIndex(special, shift: WorkingPattern.specialShift)
  }

  private mutating func append(_ stretches: [Stretch]) {
    self.stretches += stretches
    places.append(self.stretches.count)
  }

  private static func length(_ stretches: [Stretch]) -> Int64 {
    stretches.reduce(0) { $0 + Int64($1.end - $1.start) }
  }

  /// The stretches of a day of UTC, united.
  private static func stretches(
    _ day: Int, _ calendars: [(calendar: WorkingCalendar, offset: Int32)],
    hours: (WorkingCalendar, Int) -> [HourSpan]
  ) -> [Stretch] {
    guard !calendars.isEmpty else { return [Stretch(start: 0, end: Int32(WorkingPattern.day))] }
    var found: [Stretch] = []
    for (calendar, offset) in calendars {
      for local in -2...2 {
        for span in hours(calendar, day + local) {
          let start = local * WorkingPattern.day + span.start * 60 - Int(offset)
          let end = min(start + span.minutes * 60, WorkingPattern.day)
          if end > max(start, 0) { found.append(Stretch(start: Int32(max(start, 0)), end: Int32(end))) }
        }
      }
    }
    found.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var united: [Stretch] = []
    for stretch in found {
      if let last = united.last, stretch.start <= last.end {
        united[united.count - 1].end = max(last.end, stretch.end)
      } else {
        united.append(stretch)
      }
    }
    return united
  }

  /// Working seconds before an instant, counted from a fixed one: only differences mean anything.
  @inline(__always)
  func count(before second: Int64) -> Int64 {
    let day = Int(second.floorDivided(by: Int64(WorkingPattern.day)))
    let inDay = Int32(truncatingIfNeeded: second - Int64(day) * Int64(WorkingPattern.day))
    let (kind, before) = place(of: day)
    var count = before
    for place in places[kind]..<places[kind + 1] {
      let stretch = stretches[place]
      guard stretch.start < inDay else { break }
      count += Int64(min(inDay, stretch.end) - stretch.start)
    }
    return count
  }

  /// Which kind of day it is, and the working seconds before it.
  @inline(__always)
  private func place(of day: Int) -> (kind: Int, before: Int64) {
    let sinceMonday = day + 3
    let week = sinceMonday.floorDivided(by: 7)
    let weekday = sinceMonday - week * 7
    let special = specialDays.count(through: Int64(day) - 1)
    let isSpecial = specialDays.count(through: Int64(day)) > special
    let before = Int64(week) * weekTotals[7] + weekTotals[weekday] + specialTotals[special]
    return (isSpecial ? 7 + special : weekday, before)
  }

  /// The earliest second before which ``count(before:)`` reaches a number, which it does not before `start`; nil where it
  /// never does before the day `end`.
  func second(reaching number: Int64, from start: Int64, end: Int) -> Int64? {
    // Most things fall due within days: the days are tried in growing strides, and only then halved.
    var first = Int(start.floorDivided(by: Int64(WorkingPattern.day)))
    var stride = 1
    while first + stride < end, place(of: first + stride).before < number {
      first += stride
      stride *= 2
    }
    // The last day that begins with less.
    let day = (first..<min(first + stride, end)).partitioningIndex { place(of: $0).before >= number } - 1
    guard day >= first else { return nil }
    let (kind, before) = place(of: day)
    var missing = number - before
    for place in places[kind]..<places[kind + 1] {
      let stretch = stretches[place]
      let length = Int64(stretch.end - stretch.start)
      if missing <= length {
        return Int64(day) * Int64(WorkingPattern.day) + Int64(stretch.start) + missing
      }
      missing -= length
    }
    return nil
  }
}
