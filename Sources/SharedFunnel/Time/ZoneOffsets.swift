internal import Foundation

/// The offsets from UTC that a zone had and will have, 1970 to 2105, by the instant at which each begins.
struct ZoneOffsets: Sendable, Equatable {
  /// What a local time that the clock skips stands for.
  enum Gap {
    case movedForward
    case firstInstantAfter
  }

  /// UTC seconds at which each offset begins; the first has no beginning.
  private(set) var starts: [Int64] = [.min]
  /// Seconds east of UTC.
  private var offsets: [Int32]
  /// For each 2^22 s (48 days) from 1970 on, the place of the offset that holds at its start, so that a look-up is one
  /// load and hardly ever a step.
  private var places: [UInt16] = []

  /// No zone has been further from UTC, and no change has moved a clock further.
  private static let day: Int64 = 86_400
  private static let firstInstant: Int64 = -3 * day
  private static let lastInstant: Int64 = Timestamp.latest.seconds + 3 * day

  init(fixed offset: Int32) {
    offsets = [offset]
  }

  init(_ zone: TimeZone) {
    func offset(_ seconds: Int64) -> Int32 {
      Int32(truncatingIfNeeded: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
    var current = offset(Self.firstInstant)
    offsets = [current]
    var instant = Date(timeIntervalSince1970: Double(Self.firstInstant))
    let end = Date(timeIntervalSince1970: Double(Self.lastInstant))
    // Despite its name it also reports changes that have nothing to do with daylight saving, and some that leave the
    // offset as it was.
    while let next = zone.nextDaylightSavingTimeTransition(after: instant), next < end, next > instant {
      let start = Int64(next.timeIntervalSince1970.rounded())
      let changed = offset(start)
      if changed != current {
        starts.append(start)
        offsets.append(changed)
        current = changed
      }
      instant = next
    }
    var place = 0
    for bucket in 0...(Self.lastInstant >> 22) {
      while place + 1 < starts.count, starts[place + 1] <= bucket << 22 { place += 1 }
      places.append(UInt16(truncatingIfNeeded: place))
    }
  }

  func offset(at seconds: Int64) -> Int32 {
    offsets[place(at: seconds)]
  }

  private func place(at seconds: Int64) -> Int {
    guard seconds >= 0, !places.isEmpty else { return placeBefore1970(seconds) }
    var place = Int(places[Int(min(seconds >> 22, Int64(places.count - 1)))])
    while place + 1 < starts.count, starts[place + 1] <= seconds { place += 1 }
    return place
  }

  private func placeBefore1970(_ seconds: Int64) -> Int {
    (starts.firstIndex { $0 > seconds } ?? starts.count) - 1
  }

  /// The UTC seconds at which the local clock shows `local`; the earlier ones if it does so twice.
  ///
  /// - Parameter local: seconds since 1970-01-01T00:00 on that clock, far from the ends of `Int64`.
  func resolve(local: Int64, gap: Gap) -> Int64 {
    // A day either side of the reading, taken as UTC, is sure to include every offset that could give it.
    var place = place(at: local - Self.day)
    let last = self.place(at: local + Self.day)
    while place < last {
      let candidate = local - Int64(offsets[place])
      let next = starts[place + 1]
      if candidate < next { return candidate }
      if local - Int64(offsets[place + 1]) < next {
        // Neither the old offset nor the new one shows this reading.
        return gap == .movedForward ? candidate : next
      }
      place += 1
    }
    return local - Int64(offsets[place])
  }
}
