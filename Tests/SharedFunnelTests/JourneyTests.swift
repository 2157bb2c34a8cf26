import Testing

@testable import SharedFunnel

/// Cases that the properties found, or that people would ask about.
struct JourneyTests {
  private static func events(_ facts: [(day: Int64, fact: LeadFact)]) -> [LeadEvent] {
    facts.enumerated().map { place, item in
      let at = Timestamp(milliseconds: RandomHistory.start + item.day * RandomHistory.dayMs)
      return LeadEvent(
        id: EventID(high: 0, low: UInt64(place)), lead: LeadID(rawValue: 1), occurred: at, recorded: at,
        actor: .feed(TermID(rawValue: 1)), fact: item.fact)
    }
  }

  private static func fold(_ facts: [(day: Int64, fact: LeadFact)]) -> Journey {
    Journey.fold(events(facts), under: Ownership())
  }

  private static func seconds(_ day: UInt32) -> UInt32 { 1_704_067_200 + day * 86_400 }

  @Test func aMilestoneDatedLateKeepsItsDateAndMovesNothingBack() {
    let journey = Self.fold([
      (0, .entered(.brandAwareness)), (2, .entered(.brandPreference)), (5, .entered(.brandConsideration)),
    ])
    #expect(journey.stage == .brandPreference)
    #expect(journey.flags == [.skipped, .outOfOrder])
    #expect(journey.firstEntry[Stage.brandConsideration.index] == Self.seconds(5))
  }

  /// The lead of the Olist file whose first contact is dated after its deal.
  @Test func aFirstContactDatedAfterTheDealStillCountsAsTheEntry() {
    let journey = Self.fold([(0, .purchased(nil)), (1, .entered(.brandPreference))])
    #expect(journey.entryStage == .brandPreference && journey.stage == .purchase)
    #expect(journey.flags == [.outOfOrder, .unrecordedCrossing])
    #expect(journey.handoffs.map(\.outcome) == [.unrecorded])
  }

  /// A person moved the lead back below its entry; a milestone that repeats it says nothing new.
  @Test func aKnownStageBelowTheEntryDoesNotBecomeTheEntry() {
    let journey = Self.fold([
      (0, .entered(.brandPreference)), (1, .moved(.brandAwareness)), (2, .entered(.brandAwareness)),
    ])
    #expect(journey.entryStage == .brandPreference)
    #expect(journey.flags == [.backward])
  }

  /// The record caught up late: the chain from 5 to 6 is there, and no second entry to the funnel.
  @Test func aSaleRecordedBehindStageSixEntersItInTheChain() {
    let journey = Self.fold([
      (0, .entered(.purchaseIntention)), (1, .moved(.customerLoyalty)), (3, .purchased(nil)),
    ])
    #expect(journey.stage == .customerLoyalty)
    #expect(journey.firstEntry[Stage.purchase.index] == Self.seconds(3))
    #expect(journey.chain[Stage.purchase.index] == Self.seconds(3))
    #expect(journey.chain[Stage.customerLoyalty.index] == 0)
  }

  @Test func anAcceptedOfferDoesNotEnterAStageTwice() {
    let offer = Offer(to: .purchaseIntention, giver: .marketing, receiver: .sales)
    let journey = Self.fold([
      (0, .entered(.brandPreference)), (1, .offered(offer)), (2, .entered(.purchaseIntention)),
      (3, .accepted(nil, to: .purchaseIntention, by: nil)),
    ])
    #expect(journey.visits.map(\.stage) == [.brandPreference, .purchaseIntention])
    #expect(journey.handoffs.map(\.outcome) == [.accepted, .unrecorded])
  }

  @Test func aMilestoneOfALostLeadIsFlaggedAlsoWhereItIsTheFirst() {
    let journey = Self.fold([(0, .created(Creation())), (1, .lost(reason: .none)), (2, .entered(.brandAwareness))])
    #expect(journey.flags == [.afterLoss])
    #expect(journey.visits.isEmpty && journey.isLost)
  }

  @Test func laterPurchasesMoveNothing() {
    let journey = Self.fold([
      (0, .entered(.purchaseIntention)), (1, .purchased(nil)), (2, .moved(.customerLoyalty)), (3, .purchased(nil)),
    ])
    #expect(journey.stage == .customerLoyalty && journey.purchases.count == 2)
    #expect(journey.visits.count == 3)
  }

  static let losses: [(LeadFact?, Bool)] = [
    (nil, true),
    (.rejected(nil, reason: .none), true),
    (.expired(nil), true),
    (.withdrawn(nil), false),
    (.accepted(nil, to: .purchaseIntention, by: nil), false),
    (.moved(.brandConsideration), false),
  ]

  /// Lost while an offer is open, expired or rejected: in handoff, and nobody's drop-off.
  @Test(arguments: losses)
  func aLossInAHandoffIsNobodys(answer: LeadFact?, isInHandoff: Bool) {
    let offer = Offer(to: .purchaseIntention, giver: .marketing, receiver: .sales)
    var facts: [(day: Int64, fact: LeadFact)] = [(0, .entered(.brandPreference)), (1, .offered(offer))]
    if let answer { facts.append((2, answer)) }
    facts.append((3, .lost(reason: .none)))
    #expect(Self.fold(facts).lostInHandoff == isInHandoff)
  }

  @Test func aReopenedLeadIsNoLongerInTheHandoffItWasLostIn() {
    let offer = Offer(to: .purchaseIntention, giver: .marketing, receiver: .sales)
    let journey = Self.fold([
      (0, .entered(.brandPreference)), (1, .offered(offer)), (2, .rejected(nil, reason: .none)),
      (3, .lost(reason: .none)), (4, .reopened), (5, .lost(reason: .none)),
    ])
    #expect(!journey.lostInHandoff)
  }

  /// `--at` yesterday must not be decided on a mistake that was taken back today.
  @Test func thePastIsSeenWithoutWhatWasTakenBackSince() {
    let facts: [(day: Int64, fact: LeadFact)] = [
      (0, .entered(.brandAwareness)), (1, .entered(.purchase)), (5, .voided(EventID(high: 0, low: 1))),
      (6, .entered(.brandConsideration)),
    ]
    let then = Timestamp(milliseconds: RandomHistory.start + 2 * RandomHistory.dayMs)
    let journey = Journey.fold(Self.events(facts), until: then, under: Ownership())
    #expect(journey.stage == .brandAwareness && journey.visits.count == 1)
  }

  @Test func aCommandTakesItsPlaceBehindItsSecond() {
    let history = Journey.place(Timestamp(milliseconds: 5_000), after: [])
    #expect(history.milliseconds == 5_000)
    let event = LeadEvent(
      id: EventID(high: 0, low: 1), lead: LeadID(rawValue: 1), occurred: Timestamp(milliseconds: 5_300),
      recorded: Timestamp(milliseconds: 5_300), actor: .login, fact: .noted)
    #expect(Journey.place(Timestamp(milliseconds: 5_000), after: [event]).milliseconds == 5_301)
    #expect(Journey.place(Timestamp(milliseconds: 5_400), after: [event]).milliseconds == 5_400)
    #expect(Journey.place(Timestamp(milliseconds: 6_000), after: [event]).milliseconds == 6_000)
    var last = event
    last.occurred = Timestamp(milliseconds: .max)
    #expect(Journey.place(last.occurred, after: [last]) == last.occurred)
  }
}
