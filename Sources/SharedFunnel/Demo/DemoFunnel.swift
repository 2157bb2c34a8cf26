/// A made-up funnel: two years of a team at work on a number of leads. The same numbers give the same
/// funnel on any machine and any day, for nothing here asks a clock.
public struct DemoFunnel: Sendable {
  public let leads: Int
  public let seed: UInt64
  /// The end; what would happen later is not told.
  public let until: Timestamp
  public let team: DemoTeam
  public let ownership: Ownership

  /// 2026-06-30T00:00:00Z.
  public static let usualEnd = Timestamp(seconds: 1_782_777_600)
  static let length: Int64 = 730 * 86_400

  /// - Parameter leads: none for a number below 1.
  public init(leads: Int, seed: UInt64, until: Timestamp = DemoFunnel.usualEnd) {
    self.leads = max(0, leads)
    self.seed = seed
    self.until = Timestamp(seconds: until.seconds)
    team = DemoTeam(seed: seed)
    ownership = Ownership(team.assignments(until: until))
  }

  public var start: Timestamp { Timestamp(seconds: until.seconds - DemoFunnel.length) }

  public var assignments: [StageAssignment] { team.assignments(until: until) }

  /// The id of the command that sets the workspace up, or of a later one.
  public func setUpCommand(_ place: Int) -> EventID {
    var random = SplitMix64(seed: seed, place: .max - 1 - UInt64(place))
    return .command(at: start, using: &random)
  }

  /// What happened to a lead, in the order of the history.
  ///
  /// - Parameter number: 1 to ``leads``.
  public func steps(ofLead number: Int) -> [DemoStep] {
    var random = SplitMix64(seed: seed, place: UInt64(number))
    // The team finds twice as many leads a day at the end as at the beginning: the inverse of t + t²/2.
    let share = (Double(number - 1) + Double(random.below(1 << 20)) / Double(1 << 20)) / Double(max(1, leads))
    let elapsed = (1 + 3 * share).squareRoot() - 1
    let created = start.seconds + Int64(elapsed * Double(DemoFunnel.length))
    var lead = DemoLead(
      LeadID(rawValue: UInt32(clamping: number)), created: created, until: until, team: team, random: random)
    lead.live()
    return lead.steps
  }

  /// Every step in the order in which the journal learned of it.
  public func steps() -> [DemoStep] {
    let all = (0..<leads).flatMap { steps(ofLead: $0 + 1) }
    return all.enumerated().sorted { left, right in
      (left.element.recorded, left.offset) < (right.element.recorded, right.offset)
    }.map(\.element)
  }
}
