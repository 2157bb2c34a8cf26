/// What the two departments of a demo answer for together: a target a quarter, signed before it begins; a commission
/// policy; and the dollar's rate of every Friday.
///
/// Targets grow with the team, and are met in some quarters. What nobody signed is there too: a draft of a second policy.
struct DemoRevenue: Sendable {
  private static let day: Int64 = 86_400

  /// In the order of time.
  let acts: [(at: Timestamp, actor: MemberID, facts: [WorkspaceFact])]
  /// The quarters with a target, the earliest first.
  let quarters: [TargetPeriod]

  /// - Parameter leads: the targets follow from it.
  init(_ team: DemoTeam, leads: Int, seed: UInt64, from start: Timestamp, until end: Timestamp) {
    let zone = ReportingZone.utc
    guard let euro = Currency(code: "EUR") else {
      (acts, quarters) = ([], [])
      return
    }
    var acts: [(at: Timestamp, actor: MemberID, facts: [WorkspaceFact])] = []
    var quarters: [TargetPeriod] = []
    let begin = zone.date(of: start)
    for index in 1...8 {
      let first = PeriodUnit.quarter.advance(PeriodUnit.quarter.start(of: begin), by: index)
      // Of a quarter that began before the team did, nobody could sign anything.
      guard zone.timestamp(of: first) < end, zone.timestamp(of: first).seconds - 12 * DemoRevenue.day > start.seconds,
        let period = try? TargetPeriod(text: PeriodUnit.quarter.label(first), fiscalStart: 1)
      else { continue }
      quarters.append(period)
      acts += DemoRevenue.target(of: period, index, leads, euro, team, zone)
    }
    acts += DemoRevenue.policies(leads, euro, team, from: start, until: end, zone)
    acts += DemoRevenue.rates(seed, by: team.headOfMarketing, from: start, until: end, zone)
    self.acts = acts.filter { $0.at >= start && $0.at <= end }.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    self.quarters = quarters
  }

  /// Marketing's head drafts it 12 days before the quarter; both have signed 9 days before.
  private static func target(
    of period: TargetPeriod, _ index: Int, _ leads: Int, _ euro: Currency, _ team: DemoTeam, _ zone: ReportingZone
  ) -> [(at: Timestamp, actor: MemberID, facts: [WorkspaceFact])] {
    func before(_ days: Int64, _ hour: Int64) -> Timestamp {
      Timestamp(seconds: zone.timestamp(of: period.first).seconds - days * day + hour * 3600)
    }
    // Euros a lead of the whole story, in thousands of the total.
    let euros = max(1, Int64(leads) * Int64(170 + 16 * index) / 1_000) * 1_000
    let target = RevenueTarget(
      period: period, version: 1, amount: Money(minor: euros * 100, currency: euro), draftedBy: team.headOfMarketing,
      drafted: before(12, 10))
    func sign(_ member: MemberID, _ sides: DepartmentSet, _ at: Timestamp) -> WorkspaceFact {
      .targetSigned(TargetSignature(target, member: member, sides: sides, at: at))
    }
    return [
      (before(12, 10), team.headOfMarketing, [.targetSet(TargetDraft(target))]),
      (before(11, 9), team.headOfMarketing, [sign(team.headOfMarketing, .marketing, before(11, 9))]),
      (before(9, 15), team.headOfSales, [sign(team.headOfSales, .sales, before(9, 15))]),
    ]
  }

  /// The first pays 2 % of what a quarter brings, and 4 % from two thirds of the first target on.
  private static func policies(
    _ leads: Int, _ euro: Currency, _ team: DemoTeam, from start: Timestamp, until end: Timestamp, _ zone: ReportingZone
  ) -> [(at: Timestamp, actor: MemberID, facts: [WorkspaceFact])] {
    func after(_ days: Int64, _ hour: Int64) -> Timestamp {
      Timestamp(seconds: start.seconds + days * day + hour * 3600)
    }
    let step = max(1, Int64(leads) * 124 / 1_000) * 100_000
    func terms(_ rates: [Int64], _ model: CreditModel) -> CommissionTerms {
      CommissionTerms(
        tiers: zip([0, step], rates).map { CommissionTerms.Tier(from: $0, rate: Millionths(count: $1)) }, model: model,
        currency: euro)
    }
    let from = PeriodUnit.quarter.advance(PeriodUnit.quarter.start(of: zone.date(of: start)), by: 1)
    let drafted = after(60, 10)
    let draft = CommissionDraft(
      version: 1, terms: terms([20_000, 40_000], .positionBased), from: from, member: team.headOfSales, at: drafted)
    let second = CommissionDraft(
      version: 2, terms: terms([15_000, 60_000], .linear), from: nil, member: team.headOfMarketing,
      at: Timestamp(seconds: end.seconds - 20 * day))
    func sign(_ member: MemberID, _ sides: DepartmentSet, _ at: Timestamp) -> WorkspaceFact {
      .commissionSigned(CommissionSignature(version: 1, member: member, sides: sides, at: at))
    }
    return [
      (drafted, team.headOfSales, [.commissionDrafted(draft)]),
      (after(61, 14), team.headOfSales, [sign(team.headOfSales, .sales, after(61, 14))]),
      (after(62, 9), team.headOfMarketing, [sign(team.headOfMarketing, .marketing, after(62, 9))]),
      (Timestamp(milliseconds: second.at), team.headOfMarketing, [.commissionDrafted(second)]),
    ]
  }

  /// Dollars for a euro, made up: 1.02 to 1.18, and not far from the week before.
  private static func rates(
    _ seed: UInt64, by member: MemberID, from start: Timestamp, until end: Timestamp, _ zone: ReportingZone
  ) -> [(at: Timestamp, actor: MemberID, facts: [WorkspaceFact])] {
    guard let euro = Currency(code: "EUR"), let dollar = Currency(code: "USD") else { return [] }
    var random = SplitMix64(seed: seed, place: .max - 1 << 40)
    var tenThousandths = 10_850
    var acts: [(at: Timestamp, actor: MemberID, facts: [WorkspaceFact])] = []
    var friday = zone.date(of: start)
    // The first one from the start on; 1970-01-02 was a Friday.
    let past = (friday.daysSinceEpoch % 7 + 6) % 7
    friday = PeriodUnit.day.advance(friday, by: (7 - past) % 7)
    while zone.timestamp(of: friday) < end {
      tenThousandths = min(11_800, max(10_200, tenThousandths + random.below(241) - 120))
      let decimals = String(tenThousandths % 10_000)
      let text = "1." + String(repeating: "0", count: 4 - decimals.count) + decimals
      if let rate = RateNumber(text: text) {
        let sheet = RateSheet(base: euro, day: friday, rates: [dollar: rate])
        acts.append((Timestamp(seconds: zone.timestamp(of: friday).seconds + 17 * 3600), member, [.ratesSet(sheet)]))
      }
      friday = PeriodUnit.day.advance(friday, by: 7)
    }
    return acts
  }
}
