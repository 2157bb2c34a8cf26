import SharedFunnel
import Testing

/// A workspace of some leads in memory that anything can happen to, with its purchases as the ledger sees them.
struct CommissionWorld {
  var random: RandomHistory
  let currency: Currency
  var workspace = Workspace()
  /// Every event of a lead, with its place in the journal.
  private(set) var events: [(event: LeadEvent, seq: Int64)] = []
  private(set) var seq: Int64 = 0
  private static let leads: UInt32 = 4

  init(seed: UInt64) throws {
    random = RandomHistory(seed: seed)
    currency = try #require(Currency(code: random.pick(["EUR", "JPY", "KWD"])))
    workspace.apply(.initialized(Initialization(zone: "UTC", currency: currency.code)))
    for (id, handle, departments) in [
      (1, "ana", "marketing"), (2, "bob", "sales"), (3, "cleo", "marketing+sales"), (4, "dan", "sales"),
    ] as [(UInt32, String, String)] {
      let set = try #require(DepartmentSet(key: departments))
      workspace.apply(
        .memberAdded(MemberAddition(number: MemberID(rawValue: id), handle: handle, departments: set, heads: set)))
    }
    for lead in 1...Self.leads where random.chance(80) {
      let start = Timestamp(milliseconds: RandomHistory.start)
      record(.created(Creation(stage: random.stage(), source: random.term())), lead: lead, at: start)
    }
  }

  /// The events of a lead and of those that were merged into it.
  private func history(of lead: UInt32) -> [(event: LeadEvent, seq: Int64)] {
    let voided = Set(events.compactMap { if case .voided(let id) = $0.event.fact { id } else { nil } })
    var family: Set<UInt32> = [lead]
    var grown = true
    while grown {
      grown = false
      for (event, _) in events where !voided.contains(event.id) {
        guard case .merged(let target) = event.fact, family.contains(target.rawValue) else { continue }
        grown = family.insert(event.lead.rawValue).inserted || grown
      }
    }
    return events.filter { family.contains($0.event.lead.rawValue) }
  }

  var entries: [RevenueEntry] {
    (1...Self.leads).flatMap { lead in
      let history = history(of: lead)
      guard history.contains(where: { $0.event.lead.rawValue == lead }) else { return [RevenueEntry]() }
      let events = history.map(\.event)
      let journey = Journey.fold(events, of: LeadID(rawValue: lead), under: workspace.ownership)
      return RevenueEntry.entries(
        of: journey, events, arrivals: history.map(\.seq), under: workspace.ownership, roster: workspace.roster,
        in: currency)
    }.sorted { $0.seq < $1.seq }
  }

  var rules: CommissionRules {
    CommissionRules(policies: workspace.policies, targets: workspace.targets, zone: .utc, currency: currency)
  }

  var disputed: Set<EventID> { Set(entries.filter(\.hasOpenDispute).map(\.purchase.event)) }

  /// Days in which purchases, policies and targets lie: two quarters of them.
  private mutating func time() -> Timestamp {
    Timestamp(milliseconds: RandomHistory.start + random.number(60...140) * RandomHistory.dayMs + random.number(0...9))
  }

  private mutating func record(_ fact: LeadFact, lead: UInt32, at: Timestamp) {
    seq += 1
    let event = LeadEvent(
      id: random.eventID(), lead: LeadID(rawValue: lead), occurred: at, recorded: Timestamp(milliseconds: seq),
      actor: random.actor(), fact: fact)
    events.append((event, seq))
  }

  /// Something happens to a lead.
  mutating func happen() throws {
    let lead = random.number(1...Self.leads) as UInt32
    let own = events.filter { $0.event.lead.rawValue == lead }.map(\.event)
    let known = own.map(\.id)
    switch random.number(0...99) {
    case 0..<35:
      let minor: Int64 = random.number(1...60_000)
      let foreign = try #require(Currency(code: currency.code == "EUR" ? "USD" : "EUR"))
      let kind = random.number(0...9)
      record(
        .purchased(kind == 0 ? nil : Money(minor: minor, currency: kind < 4 ? foreign : currency)), lead: lead,
        at: time())
      if kind == 2 || kind == 3, let sale = events.last?.event.id, let rate = RateNumber(text: "1.1") {
        let price = Money(minor: minor * 11 / 10, currency: currency)
        record(
          .priced(Pricing(purchase: sale, amount: price, rate: rate, day: CivilDate.epoch)), lead: lead, at: time())
      }
    case 35..<55:
      let sales = own.compactMap { event in
        if case .purchased(let paid, _) = event.fact { (event.id, paid, event.occurred) } else { nil }
      }
      guard !sales.isEmpty else { return }
      let (sale, paid, at) = random.pick(sales)
      let part = paid.flatMap { paid in
        random.chance(60) ? Money(minor: random.number(1...max(1, paid.minor)), currency: paid.currency) : nil
      }
      record(
        .refunded(purchase: sale, part), lead: lead,
        at: Timestamp(milliseconds: at.milliseconds + random.number(1...90) * RandomHistory.dayMs))
    case 55..<63:
      // A lead is merged once, until that is voided.
      let voided = Set(own.compactMap { if case .voided(let id) = $0.fact { id } else { nil } })
      guard lead > 1, !own.contains(where: { $0.fact.kind == .merged && !voided.contains($0.id) }) else { return }
      record(.merged(into: LeadID(rawValue: random.number(1...(lead - 1)))), lead: lead, at: time())
    case 63..<72:
      guard !known.isEmpty else { return }
      record(.voided(random.pick(known)), lead: lead, at: time())
    case 72..<80:
      let at = time()
      func later(_ steps: Int64) -> Timestamp { Timestamp(milliseconds: at.milliseconds + steps * 60_000) }
      if known.isEmpty { record(.created(Creation(stage: .brandConsideration)), lead: lead, at: later(-1)) }
      let offer = Offer(to: .purchaseIntention, giver: .marketing, receiver: .sales)
      record(.offered(offer), lead: lead, at: at)
      guard let id = events.last?.event.id else { return }
      record(.rejected(id, reason: random.term()), lead: lead, at: later(1))
      record(.disputed(id, cause: random.term()), lead: lead, at: later(2))
    case 80..<88:
      let disputes = own.compactMap { if case .disputed(let offer, _) = $0.fact { offer } else { nil } }
      guard !disputes.isEmpty else { return }
      record(.ruled(random.pick(disputes), random.pick(Ruling.allCases)), lead: lead, at: time())
    case 88..<95: record(.touched(random.term(), by: random.departments()), lead: lead, at: time())
    default: record(random.fact(among: known), lead: lead, at: time())
    }
  }

  /// A version of the policy, or of the target of a period, that both have signed, mostly.
  mutating func agree() {
    let at = Timestamp(milliseconds: RandomHistory.start + random.number(0...140) * RandomHistory.dayMs)
    if random.chance(35), let period = try? TargetPeriod(text: random.pick(["2024-Q1", "2024-Q2"]), fiscalStart: 1),
      let version = workspace.targets.nextVersion(of: period)
    {
      let target = RevenueTarget(
        period: period, version: version, amount: Money(minor: random.number(1...200_000), currency: currency),
        draftedBy: nil, drafted: at)
      workspace.apply(.targetSet(TargetDraft(target)))
      workspace.apply(
        .targetSigned(
          TargetSignature(target, member: MemberID(rawValue: 3), sides: [.marketing, .sales], at: at)))
      return
    }
    guard let version = workspace.policies.nextVersion else { return }
    let starts = Set((0..<random.number(1...3)).map { _ in random.number(0...90_000) as Int64 }).sorted()
    var terms = CommissionTerms(
      tiers: starts.map { CommissionTerms.Tier(from: $0, rate: Millionths(count: random.number(0...300_000))) },
      cap: random.chance(25) ? random.number(1...20_000) : nil,
      accelerators: random.chance(40)
        ? [CommissionTerms.Accelerator(attainment: .one, factor: Millionths(count: random.number(1...3_000_000)))] : [],
      unit: random.pick(CommissionUnit.allCases), fiscalStart: random.pick([1, 4, 3]),
      model: random.pick(CreditModel.all), currency: currency)
    if random.chance(20) { terms.apply(threshold: random.number(0...50_000)) }
    let from: CivilDate? = random.chance(60) ? ReportingZone.utc.date(of: time()) : nil
    workspace.apply(
      .commissionDrafted(CommissionDraft(version: version, terms: terms, from: from, member: nil, at: at)))
    for side in [DepartmentSet.marketing, .sales] where random.chance(90) {
      workspace.apply(
        .commissionSigned(
          CommissionSignature(version: version, member: MemberID(rawValue: 3), sides: side, at: at)))
    }
  }

  /// What the next event of the workspace is numbered.
  mutating func nextSeq() -> Int64 {
    seq += 1
    return seq
  }
}

extension CivilDate {
  static var epoch: CivilDate { ReportingZone.utc.date(of: Timestamp(milliseconds: 0)) }
}
