/// One lead of a demo, from the day it is known to the day it is dropped or the story ends. Whatever it
/// does keeps the rules that a person's commands keep.
struct DemoLead {
  let lead: LeadID
  let until: Timestamp
  let team: DemoTeam
  var random: SplitMix64
  private(set) var steps: [DemoStep] = []
  /// The present of the story, in seconds.
  var now: Int64
  var stage = Stage.customerAwareness
  /// The member who works on it, of a department that owns the stage.
  var owner: MemberID
  var isDropped = false
  /// How good the lead's source is, in per cent of the usual chances.
  var quality = 100
  private var segment: Int?
  private var wasReopened = false
  private let currency: Currency?

  init(_ lead: LeadID, created: Int64, until: Timestamp, team: DemoTeam, random: SplitMix64) {
    self.lead = lead
    self.until = until
    self.team = team
    self.random = random
    now = created
    owner = self.random.pick(team.marketing)
    currency = Currency(code: self.random.chance(perMille: 180) ? "USD" : "EUR")
  }

  var isOver: Bool { isDropped || now >= until.seconds || steps.count > 60 }

  mutating func live() {
    create()
    while !isOver {
      switch stage {
      case .customerAwareness, .brandAwareness, .brandConsideration: nurture()
      case .brandPreference: handOver()
      case .purchaseIntention: sell()
      case .purchase, .customerLoyalty, .customerAdvocacy: keep()
      }
    }
  }

  // MARK: Recording

  /// Records a command of a member now, unless the story is over.
  ///
  /// - Parameter later: how many seconds passed before somebody wrote it down.
  /// - Returns: the command's id.
  @discardableResult
  mutating func record(
    _ facts: [LeadFact], by actor: MemberID? = nil, at time: Int64? = nil, later: Int64 = 0,
    person: DemoPerson? = nil, note: String? = nil
  ) -> EventID {
    let occurred = Timestamp(seconds: time ?? now)
    let recorded = Timestamp(seconds: occurred.seconds + later)
    let command = EventID.command(at: recorded, using: &random)
    if recorded < until {
      steps.append(
        DemoStep(
          command: command, lead: lead, actor: actor ?? owner, occurred: occurred, recorded: recorded, facts: facts,
          person: person, note: note))
    }
    now = max(now, recorded.seconds) + 1
    return command
  }

  /// Lets time pass, with what members do meanwhile.
  mutating func work(days median: Double) {
    let length = max(60, random.spread(around: Int64(median * 86_400)))
    let end = now + length
    for _ in 0..<random.below(3) where now < end - 3600 {
      now += max(60, Int64(random.below(Int(clamping: (end - now) / 2))))
      touch(before: end)
    }
    if stage >= .brandConsideration, stage <= .purchaseIntention, random.chance(perMille: 180) { value() }
    if random.chance(perMille: 30) { reassign() }
    now = max(now, end)
  }

  private mutating func touch(before end: Int64) {
    let touched = LeadFact.touched(DemoWords.term(at: random.below(DemoWords.channels.count)))
    // A few write down in the evening whom they called in the morning.
    let later = random.chance(perMille: 80) ? Int64(random.below(36_000)) : 0
    let command = record([touched], later: min(later, max(0, end - now)))
    if random.chance(perMille: 12) { record([.voided(command.event(0))]) }
    if random.chance(perMille: 25) { record([.noted], note: random.pick(DemoWords.notes)) }
  }

  private mutating func value() {
    let close = Timestamp(seconds: now + Int64(20 + random.below(60)) * 86_400)
    record([.valued(Valuation(amount: money(), close: close))])
  }

  private mutating func reassign() {
    let colleagues = (stage <= .brandPreference ? team.marketing : team.sales).filter { $0 != owner }
    let other = random.pick(colleagues)
    record([.assigned(other)])
    owner = other
  }

  /// Around what the segment usually spends, in whole hundreds of minor units.
  mutating func money() -> Money? {
    let median = segment.map { DemoWords.segments[$0].value } ?? 300_000
    let minor = max(10_000, random.spread(around: median) / 100 * 100)
    return currency.map { Money(minor: minor, currency: $0) }
  }

  // MARK: Ways in and out

  private mutating func create() {
    let entries: [(stage: Stage, weight: Int)] = [
      (.customerAwareness, 800), (.brandAwareness, 90), (.brandConsideration, 80), (.brandPreference, 30),
    ]
    stage = entries[random.place(weights: entries.map(\.weight))].stage
    var creation = Creation(stage: stage, owner: random.chance(perMille: 850) ? owner : nil)
    if random.chance(perMille: 960) {
      let source = random.place(weights: DemoWords.sources.map(\.weight))
      quality = DemoWords.sources[source].quality
      creation.source = DemoWords.term(at: source)
      creation.campaign = DemoWords.campaign(random.below(DemoWords.campaignsPerSource), ofSource: source)
    }
    if random.chance(perMille: 900) {
      let found = random.place(weights: DemoWords.segments.map(\.weight))
      segment = found
      creation.segment = DemoWords.term(at: found)
    }
    var facts = [LeadFact.created(creation)]
    if random.chance(perMille: 120) { facts.append(.tagged(DemoWords.term(at: random.below(DemoWords.tags.count)))) }
    record(facts, person: DemoPerson(&random))
  }

  mutating func move(to target: Stage) {
    record([.moved(target)])
    stage = target
  }

  mutating func lose() {
    let reason = DemoWords.term(at: random.place(weights: DemoWords.losses.map(\.weight)))
    record([.lost(reason: reason)])
    guard !wasReopened, random.chance(perMille: 160) else {
      isDropped = true
      return
    }
    wasReopened = true
    now += Int64(20 + random.below(60)) * 86_400
    record([.reopened])
  }

  /// A chance in per mille for a lead of the usual quality, as good as this one's.
  func likely(_ perMille: Int) -> Int { perMille * quality / 100 }
}
