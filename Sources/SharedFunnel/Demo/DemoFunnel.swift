/// A made-up funnel: two years of a team at work on a number of leads. The same numbers give the same
/// funnel on any machine and any day, for nothing here asks a clock.
public struct DemoFunnel: Sendable {
  public let leads: Int
  public let seed: UInt64
  /// The end; what would happen later is not told.
  public let until: Timestamp
  public let team: DemoTeam
  public let ownership: Ownership
  private let charter: DemoCharter
  /// `nil`: the two sides promised each other no revenue, and nobody looked rates up.
  private let revenue: DemoRevenue?

  /// 2026-06-30T00:00:00Z.
  public static let usualEnd = Timestamp(seconds: 1_782_777_600)
  static let length: Int64 = 730 * 86_400

  /// - Parameters:
  ///   - leads: none for a number below 1.
  ///   - hasPromises: whether there are targets, a commission policy and rates of exchange.
  public init(leads: Int, seed: UInt64, until: Timestamp = DemoFunnel.usualEnd, hasPromises: Bool = true) {
    self.leads = max(0, leads)
    self.seed = seed
    self.until = Timestamp(seconds: until.seconds)
    team = DemoTeam(seed: seed)
    ownership = Ownership(team.assignments(until: until))
    charter = DemoCharter(
      team, leads: self.leads, from: Timestamp(seconds: until.seconds - DemoFunnel.length), until: self.until)
    revenue =
      hasPromises
      ? DemoRevenue(
        team, leads: self.leads, seed: seed, from: Timestamp(seconds: until.seconds - DemoFunnel.length),
        until: self.until) : nil
  }

  public var start: Timestamp { Timestamp(seconds: until.seconds - DemoFunnel.length) }

  /// What both sides agreed on by the end, and the working time in which it is counted.
  public var terms: HandoffTerms { charter.terms }

  /// The id of the command that sets the workspace up, or of a later one.
  public func setUpCommand(_ place: Int) -> EventID { command(place, at: start) }

  /// The quarters with a target that both signed, the earliest first.
  public var quarters: [TargetPeriod] { revenue?.quarters ?? [] }

  /// The handle of the head of a side.
  public func head(of side: Department) -> String {
    let head = side == .marketing ? team.headOfMarketing : team.headOfSales
    return team.people.first { $0.addition.number == head }?.addition.handle ?? ""
  }

  private func command(_ place: Int, at time: Timestamp) -> EventID {
    var random = SplitMix64(seed: seed, place: .max - 1 - UInt64(place))
    return .command(at: time, using: &random)
  }

  /// The currency of targets and of the commission policy.
  public static let currency = "EUR"

  /// What happened to the workspace itself, in the order of time.
  ///
  /// - Parameter currency: of the workspace; in another one than the demo's nothing is promised.
  public func acts(in currency: String) -> [DemoAct] {
    currency == DemoFunnel.currency ? acts : acts.filter { !$0.facts.contains(where: \.isPromise) }
  }

  /// The same in the currency of the demo.
  public var acts: [DemoAct] {
    let members = team.people.map { WorkspaceFact.memberAdded($0.addition) }
    let stages = team.assignments(until: until).map { WorkspaceFact.stageAssigned(StageOwners($0)) }
    let first = [members, stages].map { (at: start, actor: MemberID?.none, facts: $0) }
    let later = (charter.acts + (revenue?.acts ?? [])).enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map { (at: $0.element.at, actor: MemberID?.some($0.element.actor), facts: $0.element.facts) }
    return (first + later).enumerated().map { place, act in
      DemoAct(command: command(place + 1, at: act.at), recorded: act.at, actor: act.actor, facts: act.facts)
    }
  }

  /// What happened to each lead, in the order of its history; leads in the order of their numbers, from 1 on.
  public func stories() -> [[DemoStep]] {
    let world = DemoWorld(team, charter.terms, ownership, until: until)
    var referrals: [Int: DemoReferral] = [:]
    return (0..<leads).map { place in
      let number = place + 1
      let (created, random) = beginning(number)
      var lead = DemoLead(LeadID(rawValue: UInt32(clamping: number)), created: created, world: world, random: random)
      lead.live(referredBy: referrals[number])
      if let advocacy = lead.advocacy, lead.refers, let new = newcomer(advocacy, after: number, besides: referrals) {
        referrals[new] = DemoReferral(customer: lead.lead, member: advocacy.member)
      }
      return lead.steps
    }
  }

  /// When a lead begins, and the chances of its story.
  private func beginning(_ number: Int) -> (created: Int64, random: SplitMix64) {
    var random = SplitMix64(seed: seed, place: UInt64(number))
    // The team finds twice as many leads a day at the end as at the beginning: the inverse of t + t²/2.
    let share = (Double(number - 1) + Double(random.below(1 << 20)) / Double(1 << 20)) / Double(max(1, leads))
    let elapsed = (1 + 3 * share).squareRoot() - 1
    return (start.seconds + Int64(elapsed * Double(DemoFunnel.length)), random)
  }

  /// The first lead that begins while a customer is an advocate, and that nobody else refers.
  private func newcomer(_ advocacy: DemoAdvocacy, after number: Int, besides taken: [Int: DemoReferral]) -> Int? {
    var low = number + 1
    var high = leads + 1
    while low < high {
      let middle = low + (high - low) / 2
      if beginning(middle).created > advocacy.start { high = middle } else { low = middle + 1 }
    }
    while low <= leads, taken[low] != nil { low += 1 }
    guard low <= leads, beginning(low).created < advocacy.end else { return nil }
    return low
  }

  /// Every step in the order in which the journal learned of it.
  public func steps() -> [DemoStep] {
    stories().joined().enumerated().sorted { left, right in
      (left.element.recorded, left.offset) < (right.element.recorded, right.offset)
    }.map(\.element)
  }
}

extension WorkspaceFact {
  /// Of targets and commissions, which are in a currency.
  fileprivate var isPromise: Bool {
    switch self {
    case .targetSet, .targetSigned, .commissionDrafted, .commissionSigned: true
    default: false
    }
  }
}
