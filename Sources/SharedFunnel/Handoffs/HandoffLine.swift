/// The line that an offer goes over, in the direction of the offer: from the last stage of the giving side to the
/// first one of the receiving side. A way back has its later stage in `from`.
///
/// An offer over several lines goes over all of them at once: from the stage before the first to the one behind
/// the last.
public struct HandoffLine: Sendable, Hashable {
  public let from: Stage
  public let to: Stage

  public init(from: Stage, to: Stage) {
    self.from = from
    self.to = to
  }

  /// The way of a customer's referral, from advocacy to awareness: no two of its stages are neighbours, so it stands
  /// wherever their owners differ.
  public var isOfReferrals: Bool { from == .customerAdvocacy && to == .customerAwareness }

  /// Whether it leads the other way over some of what the other one crossed.
  func goesBack(over other: HandoffLine) -> Bool {
    (from < to) != (other.from < other.to)
      && max(min(from, to), min(other.from, other.to))
        < min(max(from, to), max(other.from, other.to))
  }

  /// Both stages in one byte, as records and events keep them.
  public var packed: UInt8 { from.rawValue << 4 | to.rawValue }

  /// What ``packed`` gave; `nil` for what it never gives.
  public init?(packed: UInt8) {
    guard let from = Stage(rawValue: packed >> 4), let to = Stage(rawValue: packed & 15) else { return nil }
    self.init(from: from, to: to)
  }
}

extension Ownership {
  /// The line that lies between two stages at that time, seen from `from`; `nil` where none stands.
  public func line(from: Stage, to: Stage, at time: Timestamp) -> HandoffLine? {
    let low = min(from, to)
    let high = max(from, to)
    let crossed = boundaries(at: time).filter { $0.before >= low && $0.after <= high }
    guard let first = crossed.first, let last = crossed.last else { return nil }
    return from < to
      ? HandoffLine(from: first.before, to: last.after) : HandoffLine(from: last.after, to: first.before)
  }
}
