/// The working hours of each weekday, on the clock on the wall. Hours that run past midnight belong to the day on which
/// they start.
public struct WorkingWeek: Sendable, Equatable {
  /// By ``Weekday`` from Monday on; in the order of time, none overlapping.
  private var hours: [[HourSpan]]

  /// Each line names weekdays and their hours: `Mon-Fri 09:00-17:00`, `Sat-Wed 8:00-12:00 13:00-17:00`,
  /// `Mon,Wed 10:00-14:00`, `daily 00:00-24:00`. Names are English, short or whole, in any case; a range may run over
  /// the end of the week. Commas and spaces are the same.
  public init(lines: [String]) throws(WorkingCalendarError) {
    hours = Array(repeating: [], count: 7)
    for line in lines {
      let (days, spans) = try WorkingWeek.read(line)
      for day in days { hours[day.rawValue - 1] += spans }
    }
    for index in hours.indices { hours[index].sort { ($0.start, $0.end) < ($1.start, $1.end) } }
    guard hours.contains(where: { !$0.isEmpty }) else { throw .noHours }
    try refuseOverlaps()
  }

  /// Empty on a day off.
  public subscript(day: Weekday) -> [HourSpan] { hours[day.rawValue - 1] }

  public var minutes: Int { hours.joined().reduce(0) { $0 + $1.minutes } }

  /// What two hours of a day and those that reach in from the day before share would count once only: it is refused, for
  /// nobody means it.
  private func refuseOverlaps() throws(WorkingCalendarError) {
    for day in Weekday.allCases {
      let spans = self[day]
      for (one, next) in zip(spans, spans.dropFirst()) where one.end > next.start {
        throw .overlap(day, one, next)
      }
      let tomorrow = Weekday(rawValue: day.rawValue % 7 + 1) ?? .monday
      if let last = spans.last, let first = self[tomorrow].first, last.end - HourSpan.day > first.start {
        throw .overlap(day, last, first)
      }
    }
  }

  private static func read(_ line: String) throws(WorkingCalendarError) -> ([Weekday], [HourSpan]) {
    var days: [Weekday] = []
    var spans: [HourSpan] = []
    for word in line.lowercased().split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      if word.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true {
        guard let span = HourSpan(text: word) else { throw .badHours(String(word)) }
        spans.append(span)
      } else {
        guard spans.isEmpty, let named = weekdays(word) else { throw .badWeekHours(line) }
        days += named
      }
    }
    guard !days.isEmpty, !spans.isEmpty else { throw .badWeekHours(line) }
    return (days, spans)
  }

  private static func weekdays(_ word: Substring) -> [Weekday]? {
    if word == "daily" { return Weekday.allCases }
    let ends = word.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap(weekday), ends.count <= 2 else { return nil }
    guard ends.count == 2 else { return [first] }
    guard let last = weekday(ends[1]), last != first else { return nil }
    let count = (last.rawValue - first.rawValue).floorRemainder(by: 7) + 1
    return (0..<count).compactMap { Weekday(rawValue: (first.rawValue - 1 + $0) % 7 + 1) }
  }

  private static func weekday(_ word: Substring) -> Weekday? {
    Weekday.allCases.first { word == $0.name.lowercased() || word == $0.label.lowercased() }
  }
}

extension WorkingWeek {
  /// What ``init(lines:)`` reads: the days from Monday on, neighbours of the same hours together.
  public var lines: [String] {
    var lines: [String] = []
    var first = 1
    while first <= 7 {
      var last = first
      while last < 7, hours[last] == hours[first - 1] { last += 1 }
      if let one = Weekday(rawValue: first), let other = Weekday(rawValue: last), !self[one].isEmpty {
        let days = one == other ? one.label : "\(one.label)-\(other.label)"
        lines.append("\(days) \(self[one].map(\.label).joined(separator: " "))")
      }
      first = last + 1
    }
    return lines
  }
}

extension Weekday {
  /// `Monday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// `Mon`.
  public var label: String { String(name.prefix(3)) }
}
