import Testing

@testable import SharedFunnel

/// The strict face: what a person may add to a lead's history.
struct AdmissionTests {
  private let ownership = Ownership()

  private static func event(
    _ number: UInt64, day: Int64, _ fact: LeadFact, actor: Actor = .member(MemberID(rawValue: 1))
  ) -> LeadEvent {
    let at = Timestamp(milliseconds: RandomHistory.start + day * RandomHistory.dayMs)
    return LeadEvent(
      id: EventID(high: 0, low: number), lead: LeadID(rawValue: 7), occurred: at, recorded: at, actor: actor,
      fact: fact)
  }

  private func refusal(_ new: LeadEvent, to history: [LeadEvent]) -> Refusal? {
    do {
      _ = try Journey.admit([new], to: history, under: ownership)
      return nil
    } catch { return error }
  }

  /// Accepted means that no rule is broken anywhere that was kept before; refused means that one would
  /// have been.
  @Test func whatIsAcceptedBreaksNoRuleAndWhatIsRefusedWould() {
    var source = RandomHistory(seed: 20)
    var accepted = 0
    var refused = 0
    for round in 0..<4_000 {
      let ownership = source.ownership()
      let history = round % 2 == 0 ? source.wild() : source.strict(under: ownership)
      var new = Self.event(0, day: 0, source.fact(among: history.map(\.id)))
      new.id = source.eventID()
      new.lead = LeadID(rawValue: 1)
      new.occurred = source.time()
      let flags = { (events: [LeadEvent]) in
        Dictionary(
          uniqueKeysWithValues: Journey.history(events, under: ownership).filter { !$0.isVoided }.map {
            ($0.event.id, $0.flags.intersection(.breaches))
          })
      }
      let before = flags(history)
      let after = flags(history + [new])
      let breaks = after.contains { !$0.value.subtracting(before[$0.key] ?? []).isEmpty }
      let created = Journey.live(history + [new]).first { $0.fact.kind == .created }?.occurred
      let isEarly = created.map { new.occurred < $0 } ?? false
      do {
        let journey = try Journey.admit([new], to: history, under: ownership)
        #expect(journey == Journey.fold(history + [new], under: ownership))
        #expect(!breaks && !isEarly)
        accepted += 1
      } catch {
        #expect(breaks || isEarly)
        refused += 1
      }
    }
    #expect(accepted > 500 && refused > 500)
  }

  /// Otherwise `lead touch --at` a year early would give a lead a history before it was known.
  @Test func nothingIsRecordedBeforeTheLeadWasCreated() {
    let created = Self.event(1, day: 10, .created(Creation(stage: .brandAwareness)))
    for fact: LeadFact in [.touched(TermID(rawValue: 1)), .moved(.brandConsideration), .noted] {
      #expect(
        refusal(Self.event(2, day: 9, fact), to: [created])
          == .beforeCreation(LeadID(rawValue: 7), created: created.occurred))
    }
    #expect(refusal(Self.event(2, day: 10, .noted), to: [created]) == nil)
  }

  @Test func aLaterEventThatWouldNoLongerFitIsNamed() {
    let history = [
      Self.event(1, day: 0, .created(Creation(stage: .brandAwareness))),
      Self.event(2, day: 5, .moved(.brandConsideration)),
    ]
    // Moving on day 3 to where the lead went on day 5 leaves that move without a change.
    #expect(
      refusal(Self.event(3, day: 3, .moved(.brandConsideration)), to: history)
        == .laterEventDepends(.sameStage, history[1]))
  }

  @Test func historyThatBrokeARuleDoesNotStopALaterCommand() {
    let history = [
      Self.event(1, day: 0, .created(Creation(stage: .brandPreference)), actor: .feed(TermID(rawValue: 1))),
      Self.event(2, day: 5, .purchased(nil), actor: .feed(TermID(rawValue: 1))),
    ]
    #expect(Journey.fold(history, under: ownership).flags == [.skipped, .unrecordedCrossing])
    #expect(refusal(Self.event(3, day: 6, .moved(.customerLoyalty)), to: history) == nil)
  }

  static let moves: [(Stage, LeadFact, EventFlags?)] = [
    (.brandPreference, .moved(.purchaseIntention), .unrecordedCrossing),
    (.brandPreference, .moved(.purchase), .unrecordedCrossing),
    (.purchaseIntention, .moved(.purchase), .withoutPurchase),
    (.purchaseIntention, .moved(.brandAwareness), .unrecordedCrossing),
    (.brandPreference, .moved(.brandPreference), .sameStage),
    (.brandPreference, .moved(.brandAwareness), nil),
    (.brandPreference, .purchased(nil), .unrecordedCrossing),
    (.purchaseIntention, .purchased(nil), nil),
    (.brandPreference, .accepted(nil, to: .purchaseIntention, by: nil), .unrecordedCrossing),
    (.purchaseIntention, .accepted(nil, to: .purchaseIntention, by: nil), .noOpenOffer),
    (.brandPreference, .reopened, .notLost),
    (.brandPreference, .refunded(purchase: nil, nil), .noPurchase),
    (.brandPreference, .created(Creation()), .createdTwice),
    (
      .brandPreference, .offered(Offer(to: .brandConsideration, giver: .marketing, receiver: .marketing)),
      .noLine
    ),
  ]

  @Test(arguments: moves)
  func aRuleNamesItsBreach(from stage: Stage, fact: LeadFact, expected: EventFlags?) {
    let created = Self.event(1, day: 0, .created(Creation(stage: stage)))
    let refused = refusal(Self.event(2, day: 1, fact), to: [created])
    if case .breach(let flag, _, _) = refused {
      #expect(flag == expected)
    } else {
      #expect(refused == nil && expected == nil)
    }
  }
}
