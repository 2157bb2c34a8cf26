import Foundation

@testable import SharedFunnel

/// Working time told by asking Foundation's calendar at every quarter of an hour, without a formula of ours.
///
/// Hours and offsets of the places that are tried are whole quarters, so that a quarter works as a whole or not at all.
struct CalendarOracle {
  static let quarter: Int64 = 900

  let start: Int64
  /// Working seconds before each quarter from ``start`` on.
  private(set) var before: [Int64] = [0]

  /// A plain description: minutes from midnight to the end, which may lie beyond 24:00, by weekday as Foundation
  /// numbers it (Sunday is 1), and of the dates that differ.
  struct Hours {
    var zone: String
    var week: [Int: [(Int, Int)]]
    var days: [String: [(Int, Int)]] = [:]
  }

  /// A quarter is working when it is so for any of the departments.
  init(_ departments: [Hours], from start: Int64, to end: Int64) throws {
    self.start = start
    let clocks = departments.map(Clock.init)
    for instant in stride(from: start, to: end, by: Int64.Stride(CalendarOracle.quarter)) {
      let isWorking = clocks.contains { $0.isWorking(at: instant) }
      before.append(before[before.count - 1] + (isWorking ? CalendarOracle.quarter : 0))
    }
  }

  var end: Int64 { start + Int64(before.count - 1) * CalendarOracle.quarter }

  /// Working seconds from the start to an instant.
  func seconds(to instant: Int64) -> Int64 {
    let place = Int((instant - start) / CalendarOracle.quarter)
    guard place + 1 < before.count else { return before[before.count - 1] }
    let within = instant - start - Int64(place) * CalendarOracle.quarter
    return before[place] + (before[place + 1] > before[place] ? within : 0)
  }

  /// The first second before which so many working seconds have passed, by walking there; nil past the end.
  func due(_ seconds: Int64, after instant: Int64) -> Int64? {
    let target = self.seconds(to: instant) + seconds
    var place = Int((instant - start) / CalendarOracle.quarter)
    while place + 1 < before.count, before[place + 1] < target { place += 1 }
    guard place + 1 < before.count else { return nil }
    return start + Int64(place) * CalendarOracle.quarter + target - before[place]
  }

  private final class Clock {
    private let hours: Hours
    private var calendar = Calendar(identifier: .gregorian)

    init(_ hours: Hours) {
      self.hours = hours
      if let zone = TimeZone(identifier: hours.zone) { calendar.timeZone = zone }
    }

    func isWorking(at instant: Int64) -> Bool {
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .weekday], from: Date(timeIntervalSince1970: Double(instant)))
      guard let hour = parts.hour, let minute = parts.minute, let weekday = parts.weekday else { return false }
      let now = hour * 60 + minute
      let today = spans(parts, weekday)
      let yesterday = spans(dayBefore(parts), weekday == 1 ? 7 : weekday - 1)
      return today.contains { $0.0 <= now && now < $0.1 }
        || yesterday.contains { $0.0 <= now + 1440 && now + 1440 < $0.1 }
    }

    private func spans(_ parts: DateComponents, _ weekday: Int) -> [(Int, Int)] {
      let date = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
      return hours.days[date] ?? hours.week[weekday] ?? []
    }

    /// The date before, by the lengths of the months.
    private func dayBefore(_ parts: DateComponents) -> DateComponents {
      var earlier = DateComponents()
      let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, 31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]
      earlier.year = month == 1 && day == 1 ? year - 1 : year
      earlier.month = day > 1 ? month : month == 1 ? 12 : month - 1
      earlier.day = day > 1 ? day - 1 : lengths[month - 1]
      return earlier
    }
  }
}
