import SharedFunnel
import Testing

/// The made-up funnel shows what the product is for, so its histories must be such as its own rules allow.
struct DemoTests {
  private static let demo = DemoFunnel(leads: 1500, seed: 7)
  private static let stories = demo.stories()
  private static let workspace = demo.acts.flatMap(\.facts).reduce(into: Workspace()) { $0.apply($1) }

  /// Each step is admitted as a person's command is, on what the journal knew by then.
  @Test func everyStepKeepsTheRules() throws {
    let demo = DemoTests.demo
    for story in DemoTests.stories {
      var history: [LeadEvent] = []
      for step in story.sorted(by: { $0.recorded < $1.recorded }) {
        let journey = try Journey.admit(step.events, to: history, under: demo.ownership)
        #expect(journey.flags.isDisjoint(with: .breaches))
        history += step.events
      }
      #expect(history.allSatisfy { $0.occurred < demo.until && $0.recorded < demo.until })
      #expect(Set(history.map(\.id)).count == history.count)
    }
  }

  /// Whoever acts belongs to the side that may.
  @Test func everyActorMayDoWhatTheyDo() throws {
    let demo = DemoTests.demo
    for story in DemoTests.stories {
      var history: [LeadEvent] = []
      for step in story {
        let before = Journey.fold(history, under: demo.ownership)
        let side = step.actor.flatMap { DemoTests.workspace.roster[$0]?.departments }
        switch step.facts[0] {
        case .moved, .lost, .reopened, .purchased, .refunded, .valued:
          let stage = try #require(before.stage)
          #expect(try #require(side).isDisjoint(with: demo.ownership.owners(of: stage, at: step.occurred)) == false)
        default: break
        }
        history += step.events
      }
    }
  }

  /// What happens at the line is what the commands of the program would have made of it on that day: the same due
  /// times in working time, the same terms, the same mediator.
  @Test func everyHandoffIsAsTheCommandsDecideIt() throws {
    let demo = DemoTests.demo
    var decided: [EventKind: Int] = [:]
    for story in DemoTests.stories {
      var history: [LeadEvent] = []
      for step in story {
        defer { history += step.events }
        let kind = step.facts.last { $0.kind != .assigned }?.kind
        let before = Journey.fold(history, under: demo.ownership)
        guard let actor = step.actor else {
          let settled = before.settlement(
            at: step.recorded, recorded: step.recorded, besides: Set(history.map(\.id)), under: DemoTests.terms)
          #expect(settled == step.events)
          #expect(step.command == .sweep(of: try #require(settled.first).id))
          decided[step.facts[0].kind, default: 0] += 1
          continue
        }
        let setting = CommandSetting(
          actor: try #require(DemoTests.workspace.roster[actor]), at: step.occurred, ownership: demo.ownership,
          roster: DemoTests.workspace.roster, terms: DemoTests.terms,
          evidence: DemoTests.evidence(step.person == nil ? before : nil))
        guard let facts = try DemoTests.decision(of: step, on: before, setting) else { continue }
        #expect(facts == step.facts, "\(step)")
        if let kind { decided[kind, default: 0] += 1 }
      }
    }
    let kinds: [EventKind] = [
      .offered, .accepted, .rejected, .withdrawn, .expired, .acceptedBySilence, .returned, .disputed, .ruled, .crossed,
    ]
    #expect(kinds.filter { decided[$0, default: 0] == 0 } == [], "\(decided)")
  }

  private static let terms = workspace.handoffTerms

  /// Everybody has a name, an address and a company; the rest is what the history says.
  private static func evidence(_ journey: Journey?) -> LeadEvidence {
    var evidence = LeadEvidence()
    evidence.fields = [.name, .email, .company]
    evidence.touches = journey?.touches ?? 0
    evidence.score = journey?.score
    return evidence
  }

  /// The facts that the program would record; `nil` for what is no matter of a handoff.
  private static func decision(
    of step: DemoStep, on journey: Journey, _ setting: CommandSetting
  ) throws -> [LeadFact]? {
    func member(_ id: MemberID?) -> Member? { id.flatMap { workspace.roster[$0] } }
    let ahead = step.facts.dropFirst().first
    switch step.facts[0] {
    case .created(let creation):
      guard let referrer = creation.referrer else { return nil }
      let customer = Journey.fold(
        stories[Int(referrer.rawValue) - 1].flatMap(\.events).filter { $0.occurred <= step.occurred },
        under: demo.ownership)
      return try Referral.decide(by: customer, creation, OfferRequest(), as: step.lead, setting)
    case .offered(let offer):
      var request = OfferRequest(to: offer.to, member: member(offer.member))
      request.isOverridden = offer.isOverridden
      if case .accepted(_, _, let receiver, _) = ahead { request.acceptedBy = member(receiver) }
      #expect((step.override != nil) == offer.isOverridden)
      return try LeadCommand.offer(request).decide(on: journey, setting)
    case .accepted: return try LeadCommand.accept(owner: nil).decide(on: journey, setting)
    case .rejected(_, let reason, _): return try LeadCommand.reject(reason).decide(on: journey, setting)
    case .withdrawn: return try LeadCommand.withdraw.decide(on: journey, setting)
    case .returned(_, _, let reason, _):
      return try LeadCommand.giveBack(reason, to: nil).decide(on: journey, setting)
    case .disputed(_, let cause): return try LeadCommand.dispute(cause: cause).decide(on: journey, setting)
    case .ruled(_, let ruling): return try LeadCommand.rule(ruling).decide(on: journey, setting)
    case .touched(let channel, _): return try LeadCommand.touch(channel).decide(on: journey, setting)
    default: return nil
    }
  }

  /// A demo without refunds, pending offers or reopened leads would leave its reader with empty columns.
  @Test func everyKindOfThingHappens() {
    let demo = DemoTests.demo
    let journeys = DemoTests.stories.map { Journey.fold($0.flatMap(\.events), under: demo.ownership) }
    let kinds = Set(demo.steps().flatMap(\.facts).map(\.kind))
    let missing = EventKind.allCases.filter { $0.isOfLead && !kinds.contains($0) }
    #expect(
      missing == [.entered, .edited, .untagged, .merged, .erased, .voted, .priced],
      "milestones are for imports, there is a mediator, and the store prices by the rates that it knows")
    let outcomes = Set(journeys.flatMap(\.handoffs).map(\.outcome))
    #expect(outcomes == [.pending, .accepted, .rejected, .expired, .withdrawn, .acceptedBySilence])
    let purchases = journeys.flatMap(\.purchases)
    #expect(Set(purchases.map { $0.amount?.currency.code }) == ["EUR", "USD", nil])
    #expect(purchases.contains { $0.isRefunded } && purchases.contains { $0.refundedMinor > 0 && !$0.isRefunded })
    #expect(journeys.contains { $0.purchases.count > 2 })
    #expect(journeys.contains { $0.flags.contains(.skipped) } && journeys.contains { $0.flags.contains(.backward) })
    #expect(journeys.contains { $0.source == .none } && journeys.contains { $0.segment == .none })
    #expect(Set(journeys.compactMap(\.stage)) == Set(Stage.allCases))
    #expect(journeys.contains { $0.lostInHandoff })
    #expect(Set(journeys.compactMap(\.entryStage)).count == 4)
    #expect(Stage.allCases.filter { demo.ownership.responsible(for: $0, at: demo.until) == nil } == [.customerLoyalty])
  }

  /// What a head looks at on the first morning with the product: late answers, two reasons, disputes, referrals.
  @Test func theLineHasWhatReportsAreFor() throws {
    let demo = DemoTests.demo
    let journeys = DemoTests.stories.map { Journey.fold($0.flatMap(\.events), under: demo.ownership) }
    let handoffs = journeys.flatMap(\.handoffs)
    let quarter = Timestamp(seconds: demo.until.seconds - 91 * 86_400)
    let recent = handoffs.filter { $0.offered >= quarter && $0.line.to == .purchaseIntention }
    let silent = recent.filter { $0.outcome(asOf: demo.until) == .expired }
    #expect(silent.count * 4 > recent.count, "\(silent.count) of \(recent.count) are no pile")
    #expect(recent.allSatisfy { $0.offered < quarter || $0.agreement == 2 })
    let late = handoffs.filter { handoff in
      guard let due = handoff.contactDue else { return false }
      return (handoff.contacted ?? demo.until) > due
    }
    #expect(late.count > 20)
    let reasons = Dictionary(grouping: handoffs.filter { $0.outcome == .rejected }, by: \.reason).mapValues(\.count)
    let most = reasons.values.sorted(by: >)
    let (two, all) = (most.prefix(2).reduce(0, +), most.reduce(0, +))
    #expect(two * 10 > all * 6, "\(reasons)")
    let disputes = handoffs.compactMap(\.dispute)
    #expect(Set(disputes.compactMap(\.ruling)) == [.upheld, .overturned, .split])
    #expect(Set(disputes.map(\.subject)) == [.rejection, .return])
    #expect(handoffs.contains { $0.isOverridden })
    #expect(handoffs.contains { $0.returned != nil })
    let referred = journeys.filter { $0.referrer != nil }
    #expect(referred.contains { $0.stage != nil })
    #expect(referred.allSatisfy { $0.handoffs.first?.isReferral == true })
    for side in [DepartmentSet.marketing, .sales] {
      #expect(try DemoTests.workspace.calendars.workingTime(of: side).isClockTime == false)
    }
  }

  /// The end of the file has cases that wait for somebody.
  @Test(arguments: [UInt64(1), 2, 3])
  func theUsualDemoEndsInTheMiddleOfThings(seed: UInt64) {
    let demo = DemoFunnel(leads: 3000, seed: seed)
    let handoffs = demo.stories().flatMap {
      Journey.fold($0.flatMap(\.events), under: demo.ownership).handoffs
    }
    #expect(handoffs.contains { $0.dispute?.isOpen == true })
    #expect(handoffs.contains { $0.outcome == .pending && $0.outcome(asOf: demo.until) == .pending })
    #expect(handoffs.count { $0.outcome == .pending && $0.outcome(asOf: demo.until) != .pending } > 3)
    #expect(handoffs.contains { $0.isReferral && $0.outcome == .accepted })
    #expect(handoffs.contains { $0.isReferral && $0.outcome == .acceptedBySilence })
  }

  @Test func sameNumbersSameFunnelOtherSeedOtherFunnel() {
    let again = DemoFunnel(leads: 50, seed: 3).steps().flatMap(\.events)
    #expect(DemoFunnel(leads: 50, seed: 3).steps().flatMap(\.events) == again)
    #expect(DemoFunnel(leads: 50, seed: 4).steps().flatMap(\.events) != again)
  }

  /// Another end moves the whole story, so that a demo of today has work for today.
  @Test func theEndIsAParameter() throws {
    let end = try #require(Timestamp(iso8601: "2025-01-31T00:00:00Z"))
    let demo = DemoFunnel(leads: 200, seed: 1, until: end)
    let times = demo.steps().map(\.recorded)
    #expect(times.allSatisfy { $0 >= demo.start && $0 < end })
    #expect(times == times.sorted())
  }

  @Test func noLeadsNoSteps() {
    #expect(DemoFunnel(leads: 0, seed: 1).steps().isEmpty)
    #expect(DemoFunnel(leads: -5, seed: 1).leads == 0)
  }

  /// The published sequence for the seed 1234567, so that a change of the generator is seen.
  @Test func splitMixIsSplitMix() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }
}
