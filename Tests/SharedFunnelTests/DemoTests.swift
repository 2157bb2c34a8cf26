import SharedFunnel
import Testing

/// The made-up funnel shows what the product is for, so its histories must be such as its own rules allow.
struct DemoTests {
  private static let demo = DemoFunnel(leads: 1500, seed: 7)

  /// Each step is admitted as a person's command is, on what the journal knew by then.
  @Test func everyStepKeepsTheRules() throws {
    let demo = DemoTests.demo
    for number in 1...demo.leads {
      var history: [LeadEvent] = []
      for step in demo.steps(ofLead: number).sorted(by: { $0.recorded < $1.recorded }) {
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
    let departments = Dictionary(
      uniqueKeysWithValues: demo.team.people.map {
        ($0.addition.number, DepartmentSet(key: $0.addition.departments) ?? [])
      })
    for number in 1...demo.leads {
      var history: [LeadEvent] = []
      for step in demo.steps(ofLead: number) {
        let before = Journey.fold(history, under: demo.ownership)
        let side = try #require(departments[step.actor])
        switch step.facts[0] {
        case .moved, .lost, .reopened, .purchased, .refunded, .valued:
          let stage = try #require(before.stage)
          #expect(!side.isDisjoint(with: demo.ownership.owners(of: stage, at: step.occurred)))
        case .offered(let offer):
          let stage = try #require(before.stage)
          #expect(offer.giver == demo.ownership.owners(of: stage, at: step.occurred))
          #expect(offer.receiver == demo.ownership.owners(of: offer.to, at: step.occurred))
          #expect(!side.isDisjoint(with: offer.giver))
        case .withdrawn: #expect(!side.isDisjoint(with: try #require(before.openOffer).giver))
        case .accepted, .rejected: #expect(!side.isDisjoint(with: try #require(before.openOffer).receiver))
        default: break
        }
        history += step.events
      }
    }
  }

  /// A demo without refunds, pending offers or reopened leads would leave its reader with empty columns.
  @Test func everyKindOfThingHappens() {
    let demo = DemoTests.demo
    let journeys = (1...demo.leads).map { number in
      Journey.fold(demo.steps(ofLead: number).flatMap(\.events), under: demo.ownership)
    }
    let kinds = Set(demo.steps().flatMap(\.facts).map(\.kind))
    let missing = EventKind.allCases.filter { $0.isOfLead && !kinds.contains($0) }
    #expect(missing == [.entered, .edited, .untagged, .merged, .erased], "milestones are for imports")
    let outcomes = Set(journeys.flatMap(\.handoffs).map(\.outcome))
    #expect(outcomes == [.pending, .accepted, .rejected, .expired, .withdrawn])
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
