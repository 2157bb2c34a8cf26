import Testing

@testable import SharedFunnel

/// Who may record what, and what a command amounts to.
struct LeadCommandTests {
  static let ana = Member(id: MemberID(rawValue: 1), handle: "ana", departments: .marketing, heads: [])
  static let bo = Member(id: MemberID(rawValue: 2), handle: "bo", departments: .sales, heads: [])
  static let cy = Member(id: MemberID(rawValue: 3), handle: "cy", departments: [.marketing, .sales], heads: [])
  static let gone = Member(
    id: MemberID(rawValue: 4), handle: "gone", departments: [.marketing, .sales], heads: [], isActive: false)
  static let reason = TermID(rawValue: 1)
  static let lead = LeadID(rawValue: 7)

  /// A lead in a stage, and what happened to it since; a day apart each.
  struct Given: CustomTestStringConvertible {
    var stage: Stage?
    var facts: [LeadFact] = []
    var assignments: [StageAssignment] = []

    var testDescription: String { "stage \(stage?.number ?? 0), \(facts.map(\.kind.key))" }
    var ownership: Ownership { Ownership(assignments) }

    var history: [LeadEvent] {
      ([.created(Creation(stage: stage))] + facts).enumerated().map { place, fact in
        let at = LeadCommandTests.at(Int64(place))
        return LeadEvent(
          id: EventID(high: 0, low: UInt64(place) + 1), lead: lead, occurred: at, recorded: at,
          actor: .member(ana.id), fact: fact)
      }
    }
  }

  static func at(_ day: Int64) -> Timestamp {
    Timestamp(milliseconds: RandomHistory.start + day * RandomHistory.dayMs)
  }

  /// What a command came to: facts that both gates let through, or a refusal.
  enum Answer: Equatable {
    case facts([LeadFact])
    case notAnOwner, notTheGiver, notTheReceiver, inactive, noOffer, offerExpired, noLineAhead, notInFunnel
    case entersByPurchase
    case breach(EventFlags)

    init(_ refusal: Refusal) {
      self =
        switch refusal {
        case .notAnOwner: .notAnOwner
        case .notTheGiver: .notTheGiver
        case .notTheReceiver: .notTheReceiver
        case .inactiveMember: .inactive
        case .noOffer: .noOffer
        case .offerExpired: .offerExpired
        case .noLineAhead: .noLineAhead
        case .notInFunnel: .notInFunnel
        case .entersByPurchase: .entersByPurchase
        case .breach(let flag, _, _): .breach(flag)
        default: .breach([])
        }
    }
  }

  static func answer(
    _ command: LeadCommand, by actor: Member, on given: Given, day: Int64
  ) -> (answer: Answer, after: Journey?, message: String) {
    let before = Journey.fold(given.history, under: given.ownership)
    do throws(Refusal) {
      let facts = try command.decide(on: before, CommandSetting(actor: actor, at: at(day), ownership: given.ownership))
      let events = facts.enumerated().map { place, fact in
        LeadEvent(
          id: EventID(high: 1, low: UInt64(place)), lead: lead, occurred: at(day), recorded: at(day),
          actor: .member(actor.id), fact: fact)
      }
      return (.facts(facts), try Journey.admit(events, to: given.history, under: given.ownership), "")
    } catch { return (Answer(error), nil, error.message) }
  }

  private static func offer(_ to: Stage, due: Timestamp? = at(12)) -> LeadFact {
    .offered(Offer(to: to, giver: .marketing, receiver: .sales, due: due))
  }
  private static let inFour = Given(stage: .brandPreference)
  private static let inFive = Given(stage: .purchaseIntention)
  private static let offered = Given(stage: .brandPreference, facts: [offer(.purchaseIntention)])
  private static let offerID = EventID(high: 0, low: 2)
  /// Both own stage 5, so that nobody hands anything over.
  private static let shared = Given(
    stage: .purchaseIntention,
    assignments: [
      StageAssignment(stage: .purchaseIntention, owners: [.marketing, .sales], responsible: nil, from: nil)
    ])
  /// The line stands right before stage 6.
  private static let lateLine = Given(
    stage: .purchaseIntention,
    assignments: [StageAssignment(stage: .purchaseIntention, owners: .marketing, responsible: nil, from: nil)])

  struct Case: CustomTestStringConvertible {
    let name: String
    let given: Given
    let actor: Member
    let command: LeadCommand
    let expected: Answer
    var day: Int64 = 11

    init(_ name: String, _ given: Given, _ actor: Member, _ command: LeadCommand, _ expected: Answer, day: Int64 = 11) {
      self.name = name
      self.given = given
      self.actor = actor
      self.command = command
      self.expected = expected
      self.day = day
    }
    var testDescription: String { name }
  }

  static let moves: [Case] = [
    Case("an owner moves", inFour, ana, .move(.brandAwareness, acceptedBy: nil), .facts([.moved(.brandAwareness)])),
    Case(
      "a member of both moves", inFour, cy, .move(.brandAwareness, acceptedBy: nil), .facts([.moved(.brandAwareness)])),
    Case("the other side does not", inFour, bo, .move(.brandAwareness, acceptedBy: nil), .notAnOwner),
    Case("nor does one who left", inFour, gone, .move(.brandAwareness, acceptedBy: nil), .inactive),
    Case("not over a line", inFour, ana, .move(.purchaseIntention, acceptedBy: nil), .breach(.unrecordedCrossing)),
    Case("nor back over it", inFive, bo, .move(.brandPreference, acceptedBy: nil), .breach(.unrecordedCrossing)),
    Case(
      "over a shared stage there is none", shared, ana, .move(.customerLoyalty, acceptedBy: nil),
      .facts([.moved(.customerLoyalty)])),
    Case("not to where it is", inFour, ana, .move(.brandPreference, acceptedBy: nil), .breach(.sameStage)),
    Case("not to a purchase from 5", inFive, bo, .move(.purchase, acceptedBy: nil), .entersByPurchase),
    Case("not to a purchase from 4", inFour, ana, .move(.purchase, acceptedBy: nil), .entersByPurchase),
    Case("not with an acceptance either", inFour, ana, .move(.purchase, acceptedBy: bo), .entersByPurchase),
    Case(
      "back to a purchase that was",
      Given(stage: .purchaseIntention, facts: [.purchased(nil), .moved(.customerLoyalty)]),
      bo, .move(.purchase, acceptedBy: nil), .facts([.moved(.purchase)])),
    Case(
      "a lost lead does not move", Given(stage: .brandPreference, facts: [.lost(reason: reason)]), ana,
      .move(.brandAwareness, acceptedBy: nil), .breach(.afterLoss)),
    Case(
      "the owner of the stage starts a lead", Given(), ana, .move(.brandAwareness, acceptedBy: nil),
      .facts([.moved(.brandAwareness)])),
    Case("nobody else", Given(), ana, .move(.purchaseIntention, acceptedBy: nil), .notAnOwner),
  ]

  private static func crossing(_ to: Stage, giver: DepartmentSet, receiver: DepartmentSet, by member: Member)
    -> [LeadFact]
  {
    [
      .offered(
        Offer(
          to: to, giver: giver, receiver: receiver,
          due: Timestamp(milliseconds: at(11).milliseconds + OfferRequest.defaultAnswerTime),
          line: giver == .marketing
            ? HandoffLine(from: Stage(rawValue: to.rawValue - 1) ?? to, to: to)
            : HandoffLine(from: Stage(rawValue: to.rawValue + 1) ?? to, to: to))),
      .accepted(nil, to: to, by: member.id), .assigned(member.id),
    ]
  }

  static let acceptances: [Case] = [
    Case(
      "a move with an acceptance is offer and answer", inFour, ana, .move(.purchaseIntention, acceptedBy: bo),
      .facts(crossing(.purchaseIntention, giver: .marketing, receiver: .sales, by: bo))),
    Case(
      "also back", inFive, bo, .move(.brandPreference, acceptedBy: ana),
      .facts(crossing(.brandPreference, giver: .sales, receiver: .marketing, by: ana))),
    Case("the giver cannot accept", inFour, ana, .move(.purchaseIntention, acceptedBy: ana), .notTheReceiver),
    Case("nor one who left", inFour, ana, .move(.purchaseIntention, acceptedBy: gone), .inactive),
    Case("the receiver cannot fetch a lead", inFour, bo, .move(.purchaseIntention, acceptedBy: bo), .notAnOwner),
    Case("not over an open offer", offered, ana, .move(.purchaseIntention, acceptedBy: bo), .breach(.offerOpen)),
  ]

  static let purchases: [Case] = [
    Case("sales sells from 5", inFive, bo, .purchase(nil, acceptedBy: nil), .facts([.purchased(nil)])),
    Case("marketing does not", inFive, ana, .purchase(nil, acceptedBy: nil), .notAnOwner),
    Case("not over a line", inFour, ana, .purchase(nil, acceptedBy: nil), .breach(.unrecordedCrossing)),
    Case(
      "with an acceptance it crosses first", inFour, ana, .purchase(nil, acceptedBy: bo),
      .facts(crossing(.purchaseIntention, giver: .marketing, receiver: .sales, by: bo) + [.purchased(nil)])),
    Case(
      "over a line right before stage 6", lateLine, ana, .purchase(nil, acceptedBy: bo),
      .facts(crossing(.purchase, giver: .marketing, receiver: .sales, by: bo) + [.purchased(nil)])),
    Case(
      "a customer's purchase crosses nothing, whoever is named",
      Given(
        stage: .customerLoyalty,
        assignments: [
          StageAssignment(stage: .customerLoyalty, owners: .marketing, responsible: nil, from: nil)
        ]),
      ana, .purchase(nil, acceptedBy: bo), .facts([.purchased(nil)])),
    Case(
      "a lost lead buys after it was reopened", Given(stage: .purchaseIntention, facts: [.lost(reason: reason)]), bo,
      .purchase(nil, acceptedBy: nil), .breach(.afterLoss)),
    Case("nothing to refund", inFive, bo, .refund(nil, nil), .breach(.noPurchase)),
    Case(
      "marketing does not refund", Given(stage: .purchaseIntention, facts: [.purchased(nil)]), ana, .refund(nil, nil),
      .notAnOwner),
  ]

  static let offers: [Case] = [
    Case(
      "the giver offers over the next line, for two days", inFour, ana, .offer(OfferRequest()),
      .facts(Array(crossing(.purchaseIntention, giver: .marketing, receiver: .sales, by: bo).prefix(1)))),
    Case("the receiver does not offer", inFour, bo, .offer(OfferRequest()), .notTheGiver),
    Case("to a member of the receiver only", inFour, ana, .offer(OfferRequest(member: ana)), .notTheReceiver),
    Case("no line lies ahead of 5", inFive, bo, .offer(OfferRequest()), .noLineAhead),
    Case("nor between stages of one owner", inFour, ana, .offer(OfferRequest(to: .brandAwareness)), .breach(.noLine)),
    Case("not twice", offered, ana, .offer(OfferRequest()), .breach(.offerOpen)),
    Case("not into a purchase", inFour, ana, .offer(OfferRequest(to: .purchase)), .entersByPurchase),
    Case("not before a stage", Given(), ana, .offer(OfferRequest()), .notInFunnel),
    Case(
      "the receiver rejects, which can be disputed for two weeks", offered, bo, .reject(reason),
      .facts([.rejected(offerID, reason: reason, disputableUntil: at(25))])),
    Case("the giver does not", offered, ana, .reject(reason), .notTheReceiver),
    Case("the giver withdraws", offered, ana, .withdraw, .facts([.withdrawn(offerID)])),
    Case("the receiver does not", offered, bo, .withdraw, .notTheGiver),
    Case(
      "who accepts works on it", offered, bo, .accept(owner: nil),
      .facts([.accepted(offerID, to: .purchaseIntention, by: nil), .assigned(bo.id)])),
    Case(
      "or whom they name", offered, bo, .accept(owner: cy),
      .facts([.accepted(offerID, to: .purchaseIntention, by: nil), .assigned(cy.id)])),
    Case("of the receiving side", offered, bo, .accept(owner: ana), .notTheReceiver),
    Case("who is active", offered, bo, .accept(owner: gone), .inactive),
    Case("the giver does not accept", offered, ana, .accept(owner: nil), .notTheReceiver),
    Case("nothing to accept", inFour, bo, .accept(owner: nil), .noOffer),
    Case("nothing to reject", inFour, bo, .reject(reason), .noOffer),
    Case("nothing to withdraw", inFour, ana, .withdraw, .noOffer),
    Case(
      "in the last moment", offered, bo, .accept(owner: nil),
      .facts([.accepted(offerID, to: .purchaseIntention, by: nil), .assigned(bo.id)]), day: 12),
    Case("not past the due time", offered, bo, .accept(owner: nil), .offerExpired, day: 13),
    Case("an overdue offer is not rejected", offered, bo, .reject(reason), .offerExpired, day: 13),
    Case("nor withdrawn", offered, ana, .withdraw, .offerExpired, day: 13),
    Case(
      "a withdrawn one is gone", Given(stage: .brandPreference, facts: [offer(.purchaseIntention), .withdrawn(nil)]),
      bo,
      .accept(owner: nil), .noOffer),
    Case(
      "and whoever let it pass is told so",
      Given(stage: .brandPreference, facts: [offer(.purchaseIntention), .expired(offerID)]), bo, .accept(owner: nil),
      .offerExpired),
  ]

  static let others: [Case] = [
    Case("anyone touches", inFour, bo, .touch(reason), .facts([.touched(reason, by: .sales)])),
    Case("who is active", inFour, gone, .touch(reason), .inactive),
    Case("anyone notes", inFive, ana, .note, .facts([.noted])),
    Case("anyone assigns", inFive, ana, .assign(bo), .facts([.assigned(bo.id)])),
    Case("not to one who left", inFive, bo, .assign(gone), .inactive),
    Case("or takes it from everyone", inFive, bo, .assign(nil), .facts([.assigned(nil)])),
    Case(
      "tags come before what goes", inFour, bo, .tag(add: [reason], remove: [.none]),
      .facts([.tagged(reason), .untagged(.none)])),
    Case(
      "an owner values", inFive, bo, .value(Valuation(amount: nil, close: nil)),
      .facts([.valued(Valuation(amount: nil, close: nil))])),
    Case("no one else", inFive, ana, .value(Valuation(amount: nil, close: nil)), .notAnOwner),
    Case("an owner loses", inFour, ana, .lose(reason), .facts([.lost(reason: reason)])),
    Case("no one else", inFour, bo, .lose(reason), .notAnOwner),
    Case(
      "not twice", Given(stage: .brandPreference, facts: [.lost(reason: reason)]), ana, .lose(reason),
      .breach(.afterLoss)),
    Case(
      "an owner reopens", Given(stage: .brandPreference, facts: [.lost(reason: reason)]), ana, .reopen,
      .facts([.reopened])),
    Case("no one else", Given(stage: .brandPreference, facts: [.lost(reason: reason)]), bo, .reopen, .notAnOwner),
    Case("only what is lost", inFour, ana, .reopen, .breach(.notLost)),
  ]

  @Test(arguments: moves + acceptances + purchases + offers + others)
  func aCommandComesToItsFactsOrIsRefused(item: Case) {
    let result = Self.answer(item.command, by: item.actor, on: item.given, day: item.day)
    #expect(result.answer == item.expected)
    if case .facts = result.answer { #expect(result.after != nil) } else { #expect(!result.message.isEmpty) }
  }

  /// Whoever is refused reads what to do instead.
  @Test func refusalsNameTheWay() {
    func message(_ command: LeadCommand, _ given: Given, _ actor: Member) -> String {
      Self.answer(command, by: actor, on: given, day: 11).message
    }
    #expect(message(.move(.purchase, acceptedBy: nil), Self.inFour, Self.ana).contains("lead purchase"))
    #expect(message(.move(.purchase, acceptedBy: nil), Self.inFive, Self.bo).contains("lead purchase"))
    #expect(message(.move(.purchaseIntention, acceptedBy: nil), Self.inFour, Self.ana).contains("handoff offer"))
    #expect(message(.purchase(nil, acceptedBy: nil), Self.inFour, Self.ana).contains("--accepted-by"))
  }

  @Test func offerAndAnswerInOneStepCrossTheLine() throws {
    let after = try #require(
      Self.answer(.purchase(nil, acceptedBy: Self.bo), by: Self.ana, on: Self.inFour, day: 11).after)
    #expect(after.stage == .purchase && after.owner == Self.bo.id)
    #expect(after.handoffs.map(\.outcome) == [.accepted])
    #expect(after.handoffs.first?.answeredBy == .member(Self.bo.id))
    #expect(after.visits.map(\.stage) == [.brandPreference, .purchaseIntention, .purchase])
  }

  /// The judgement is that of the day: who owned the stage then.
  @Test func ownersAreThoseOfTheTimeOfTheCommand() {
    let given = Given(
      stage: .brandPreference,
      assignments: [StageAssignment(stage: .brandPreference, owners: .sales, responsible: nil, from: Self.at(10))])
    #expect(Self.answer(.lose(Self.reason), by: Self.bo, on: given, day: 9).answer == .notAnOwner)
    #expect(
      Self.answer(.lose(Self.reason), by: Self.bo, on: given, day: 10).answer == .facts([.lost(reason: Self.reason)]))
    #expect(Self.answer(.lose(Self.reason), by: Self.ana, on: given, day: 10).answer == .notAnOwner)
  }

  @Test func whatFellDueIsOverdueAndNothingElse() {
    let journey = Journey.fold(Self.offered.history, under: Ownership())
    #expect(journey.fallenDue(at: Self.at(12), under: HandoffTerms()).isEmpty)
    #expect(journey.fallenDue(at: Self.at(13), under: HandoffTerms()).map(\.offer) == [Self.offerID])
    #expect(journey.handoffs.first?.outcome(asOf: Self.at(12)) == .pending)
    #expect(journey.handoffs.first?.outcome(asOf: Self.at(13)) == .expired)
  }

  static let creators: [(Member, Stage, Bool)] = [
    (ana, .customerAwareness, true), (bo, .customerAwareness, true), (bo, .brandPreference, true),
    (bo, .purchaseIntention, true), (ana, .purchaseIntention, false), (cy, .customerAdvocacy, true),
    (ana, .customerAdvocacy, false), (gone, .customerAwareness, false),
  ]

  /// Anyone logs a lead before the first line; behind it only an owner, or the line could be walked round.
  @Test(arguments: creators)
  func whoMayCreateALeadWhere(member: Member, stage: Stage, isAllowed: Bool) {
    let isRefused =
      (try? Authority.requireCreator(member, of: stage, under: Ownership(), at: Self.at(0))) == nil
    #expect(isRefused == !isAllowed)
  }
}
