/// One lead of a demo, from the day it is known to the day it is dropped or the story ends. Whatever it
/// does keeps the rules that a person's commands keep.
struct DemoLead {
  let lead: LeadID
  let world: DemoWorld
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
  /// What the lead has of what agreements ask for.
  private(set) var evidence = LeadEvidence()
  /// The handoff by which it is with sales.
  var carried: Handoff?
  private(set) var advocacy: DemoAdvocacy?
  private var segment: Int?
  private var wasReopened = false
  private let currency: Currency?

  init(_ lead: LeadID, created: Int64, world: DemoWorld, random: SplitMix64) {
    self.lead = lead
    self.world = world
    self.random = random
    now = created
    owner = self.random.pick(world.team.marketing)
    currency = Currency(code: self.random.chance(perMille: 180) ? "USD" : "EUR")
  }

  var until: Timestamp { world.until }
  var team: DemoTeam { world.team }
  var isOver: Bool { isDropped || now >= until.seconds || steps.count > 60 }

  /// Whether a customer who is an advocate thinks of somebody.
  var refers: Bool {
    var random = random
    return random.chance(perMille: 600)
  }

  mutating func live(referredBy referral: DemoReferral?) {
    if let referral { comeReferred(by: referral) } else { create() }
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
    person: DemoPerson? = nil, note: String? = nil, evidence: String? = nil, override: String? = nil
  ) -> EventID {
    let occurred = Timestamp(seconds: time ?? now)
    let recorded = Timestamp(seconds: occurred.seconds + later)
    let command = EventID.command(at: recorded, using: &random)
    if recorded < until {
      steps.append(
        DemoStep(
          command: command, lead: lead, actor: actor ?? owner, occurred: occurred, recorded: recorded, facts: facts,
          person: person, note: note, evidence: evidence, override: override))
    }
    now = max(now, recorded.seconds) + 1
    return command
  }

  /// Records what silence settled, which is nobody's command.
  mutating func settle(_ fact: LeadFact, due: Int64) {
    guard let offer = DemoStep.settled(by: fact) else { return }
    let swept = Timestamp(seconds: world.sweep(after: due))
    if swept < until {
      steps.append(
        DemoStep(
          command: .sweep(of: .expiry(of: offer)), lead: lead, actor: nil, occurred: Timestamp(seconds: due),
          recorded: swept, facts: [fact]))
    }
    now = max(now, swept.seconds) + 1
  }

  /// Waits until a department has worked for so long.
  mutating func wait(_ seconds: Int64, of side: DepartmentSet) {
    now = max(now, world.second(after: max(1, seconds), since: now, of: side))
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
    // A few write down in the evening whom they called in the morning.
    let later = random.chance(perMille: 80) ? Int64(random.below(36_000)) : 0
    let command = record([contact()], later: min(later, max(0, end - now)))
    evidence.touches += 1
    if random.chance(perMille: 12) {
      record([.voided(command.event(0))])
      evidence.touches -= 1
    }
    if random.chance(perMille: 25) { record([.noted], note: random.pick(DemoWords.notes)) }
  }

  /// A contact of the member who works on the lead.
  mutating func contact() -> LeadFact {
    .touched(
      DemoWords.term(at: random.below(DemoWords.channels.count)), by: world.member(owner).departments)
  }

  mutating func reach() {
    record([contact()])
    evidence.touches += 1
  }

  mutating func score(_ points: Int32) {
    record([.scored(points)])
    evidence.score = points
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

  /// What the segment usually buys; of some sales nobody wrote it down. Drawn aside, so that it changes nothing else.
  var product: TermID {
    var random = random
    guard random.chance(perMille: 950) else { return .none }
    let segment = segment ?? 0
    return DemoWords.term(at: random.place(weights: DemoWords.products.map { $0.weights[segment] }))
  }

  // MARK: Ways in and out

  private mutating func create() {
    let entries: [(stage: Stage, weight: Int)] = [
      (.customerAwareness, 800), (.brandAwareness, 90), (.brandConsideration, 80), (.brandPreference, 30),
    ]
    stage = entries[random.place(weights: entries.map(\.weight))].stage
    var creation = Creation(stage: stage, owner: random.chance(perMille: 850) ? owner : nil)
    evidence.fields = [.name, .email, .company]
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

  /// A customer who is an advocate brings it: sales offers it to marketing, and it is in no stage yet.
  private mutating func comeReferred(by referral: DemoReferral) {
    owner = referral.member
    quality = 130
    evidence.fields = [.name, .email, .company, .source]
    let creation = Creation(source: DemoWords.term(at: DemoWords.referralSource), referrer: referral.customer)
    answerReferral(creation)
  }

  mutating func move(to target: Stage) {
    if target == .customerAdvocacy, advocacy == nil {
      advocacy = DemoAdvocacy(member: owner, start: now, end: .max)
    } else {
      leaveAdvocacy()
    }
    record([.moved(target)])
    stage = target
  }

  private mutating func leaveAdvocacy() {
    if advocacy?.end == .max { advocacy?.end = now }
  }

  mutating func lose() {
    let reason = DemoWords.term(at: random.place(weights: DemoWords.losses.map(\.weight)))
    leaveAdvocacy()
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
