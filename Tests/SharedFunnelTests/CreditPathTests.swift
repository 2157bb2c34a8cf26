import SharedFunnel
import Testing

/// What of a lead's history is evidence, and whose.
struct CreditPathTests {
  static let day: Int64 = 86_400_000
  /// Ana is marketing's, bob and dan are sales', cleo is of both.
  static let ana = MemberID(rawValue: 1)
  static let bob = MemberID(rawValue: 2)
  static let cleo = MemberID(rawValue: 3)
  static let dan = MemberID(rawValue: 4)
  static let web = TermID(rawValue: 7)
  static let spring = TermID(rawValue: 8)

  static func at(_ day: Int64) -> Timestamp { Timestamp(milliseconds: 1_700_000_000_000 + day * Self.day) }

  static func roster() throws -> Roster {
    var workspace = Workspace()
    for (id, handle, departments) in [
      (ana, "ana", DepartmentSet.marketing), (bob, "bob", .sales), (cleo, "cleo", [.marketing, .sales]),
      (dan, "dan", .sales),
    ] {
      workspace.apply(.memberAdded(MemberAddition(number: id, handle: handle, departments: departments, heads: [])))
    }
    return workspace.roster
  }

  /// A lead of the days and facts given, each by its actor.
  static func lead(_ facts: [(Int64, Actor, LeadFact)]) -> [LeadEvent] {
    facts.enumerated().map { index, item in
      LeadEvent(
        id: EventID(high: 1, low: UInt64(index + 1)), lead: LeadID(rawValue: 1), occurred: at(item.0),
        recorded: at(item.0), actor: item.1, fact: item.2)
    }
  }

  static func path(_ events: [LeadEvent], under ownership: Ownership = Ownership(), lookback: Int64? = nil) throws
    -> CreditPath
  {
    let purchase = try #require(Journey.fold(events, under: ownership).purchases.last)
    return CreditPath(of: events, under: ownership, roster: try roster(), to: purchase, lookback: lookback)
  }

  /// Created by the web form of a spring campaign, warmed up by ana, offered to sales and sold by bob.
  static func sale() throws -> [LeadEvent] {
    let euro = try #require(Currency(code: "EUR"))
    let offer = Offer(to: .purchaseIntention, giver: .marketing, receiver: .sales)
    return lead([
      (0, .feed(TermID(rawValue: 1)), .created(Creation(stage: .brandAwareness, source: web, campaign: spring))),
      (2, .member(ana), .touched(web, by: .marketing)),
      (3, .member(ana), .moved(.brandPreference)),
      (4, .member(ana), .offered(offer)),
      (5, .member(bob), .accepted(EventID(high: 1, low: 4), to: .purchaseIntention, by: nil)),
      (6, .member(bob), .touched(TermID(rawValue: 9), by: .sales)),
      (8, .member(bob), .purchased(Money(minor: 120_000, currency: euro))),
      (9, .member(cleo), .touched(TermID(rawValue: 9), by: [.marketing, .sales])),
    ])
  }

  @Test func thePathHoldsWhatPrecedesThePurchase() throws {
    let path = try Self.path(try Self.sale())
    #expect(
      path.touchpoints.map(\.kind) == [
        .creation, .touch, .move(from: .brandAwareness, to: .brandConsideration),
        .move(from: .brandConsideration, to: .brandPreference), .move(from: .brandPreference, to: .purchaseIntention),
        .touch, .move(from: .purchaseIntention, to: .purchase),
      ])
    #expect(path.touchpoints.map(\.departments).map(\.key).joined(separator: " ").hasSuffix("sales sales"))
    // Ana offered the lead that bob took: the step is hers.
    #expect(path.moves.map(\.member) == [Self.ana, Self.ana, Self.ana, Self.bob])
    #expect(path.contacts.map(\.member) == [nil, Self.ana, Self.bob])
    #expect(path.contacts.map(\.campaign) == [Self.spring, Self.spring, Self.spring])
    #expect(path.terms(of: .channel) == [Self.web, TermID(rawValue: 9)])
  }

  @Test func creditOfTheSaleByHand() throws {
    let path = try Self.path(try Self.sale())
    let amount = Money(minor: 120_000, currency: try #require(Currency(code: "EUR")))
    let linear = Credit(of: amount, for: path, by: .linear)
    #expect(linear.byDepartment == [.marketing: 80_000, .sales: 40_000])
    #expect(linear.byMember == [nil: 40_000, Self.ana: 40_000, Self.bob: 40_000])
    #expect(linear.by(.channel) == [.none: 40_000, Self.web: 40_000, TermID(rawValue: 9): 40_000])
    #expect(linear.by(.campaign) == [Self.spring: 120_000])
    let steps = Credit(of: amount, for: path, by: .transitions(.equal))
    #expect(steps.byDepartment == [.marketing: 90_000, .sales: 30_000])
    let weights = try #require(TransitionWeights([0, 0, 0, 1, 3, 0, 0]))
    #expect(
      Credit(of: amount, for: path, by: .transitions(weights)).byDepartment == [.marketing: 30_000, .sales: 90_000])
  }

  @Test func aStepIsJudgedByTheOwnersOfItsTime() throws {
    let ownership = Ownership([
      StageAssignment(stage: .purchaseIntention, owners: [.marketing, .sales], responsible: nil, from: Self.at(7))
    ])
    let path = try Self.path(try Self.sale(), under: ownership)
    let amount = Money(minor: 100_001, currency: try #require(Currency(code: "EUR")))
    let credit = Credit(of: amount, for: path, by: .transitions(.equal))
    // Three steps of marketing, the last one shared: 7 to 1, and the unit left to the larger remainder.
    #expect(credit.byDepartment == [.marketing: 87_501, .sales: 12_500])
    // Bob made the last step for sales; marketing's half of it is nobody's in particular.
    #expect(credit.byMember == [Self.ana: 75_001, nil: 12_500, Self.bob: 12_500])
  }

  @Test func goingBackAndForthEarnsNothing() throws {
    let once = Self.lead([
      (0, .member(Self.ana), .created(Creation(stage: .brandConsideration))),
      (1, .member(Self.ana), .moved(.brandPreference)), (9, .member(Self.bob), .purchased(nil)),
    ])
    let often = Self.lead([
      (0, .member(Self.ana), .created(Creation(stage: .brandConsideration))),
      (1, .member(Self.ana), .moved(.brandPreference)), (9, .member(Self.bob), .purchased(nil)),
      (2, .member(Self.ana), .moved(.brandConsideration)), (3, .member(Self.ana), .moved(.brandPreference)),
      (4, .member(Self.ana), .moved(.brandConsideration)), (5, .member(Self.ana), .moved(.brandPreference)),
    ])
    #expect(try Self.path(once).moves == Self.path(often).moves)
    // Straight from stage 4: the step over stage 5 is the owners' of stage 5.
    #expect(try Self.path(once).moves.map(\.departments) == [.marketing, .marketing, .sales])
  }

  @Test func aCreationThatSaysNothingStandsInOnlyWhereNobodyTouchedTheLead() throws {
    let bare = Self.lead([
      (0, .member(Self.bob), .created(Creation(stage: .brandAwareness))), (4, .member(Self.bob), .purchased(nil)),
    ])
    #expect(try Self.path(bare).contacts.map(\.departments) == [.sales])
    let touched =
      bare
      + Self.lead([(1, .login, .noted), (2, .login, .noted), (3, .member(Self.ana), .touched(Self.web))])
      .suffix(1)
    let path = try Self.path(touched)
    #expect(path.contacts.map(\.departments) == [.marketing])
    #expect(Sourcing(of: path, by: .creation).sourced == .sales)
    #expect(Sourcing(of: path, by: .firstTouch).sourced == .marketing)
    #expect(Sourcing(of: path, by: .firstTouch).influenced == .marketing)
  }

  @Test func aTouchOfNobodyKnownIsTheOwnersOfItsStage() throws {
    let feed = Actor.feed(TermID(rawValue: 1))
    let events = Self.lead([
      (0, feed, .created(Creation())), (1, feed, .touched(Self.web)), (2, feed, .entered(.brandAwareness)),
      (3, feed, .touched(Self.web)), (4, feed, .entered(.purchaseIntention)), (5, feed, .touched(Self.web)),
      (6, feed, .purchased(nil)),
    ])
    let path = try Self.path(events)
    #expect(path.contacts.map(\.departments) == [[], .marketing, .sales])
    let credit = Credit(of: Money(minor: 100, currency: try #require(Currency(code: "EUR"))), for: path, by: .linear)
    #expect(credit.byDepartment == [nil: 34, .marketing: 33, .sales: 33] && credit.unallocated == 34)
  }

  @Test func lookbackCountsFromThePurchase() throws {
    #expect(try Self.path(try Self.sale(), lookback: 2 * 86_400).touchpoints.count == 2)
    #expect(try Self.path(try Self.sale(), lookback: 2 * 86_400 - 1).touchpoints.count == 1)
    #expect(try Self.path(try Self.sale(), lookback: .max).touchpoints.count == 7)
  }

  @Test func whatWasVoidedIsNoEvidence() throws {
    let events = try Self.sale()
    let void = LeadEvent(
      id: EventID(high: 2, low: 1), lead: LeadID(rawValue: 1), occurred: Self.at(20), recorded: Self.at(20),
      actor: .member(Self.ana), fact: .voided(EventID(high: 1, low: 2)))
    #expect(try Self.path(events + [void]).contacts.map(\.member) == [nil, Self.bob])
  }

  @Test func aPathWithoutAPurchaseEndsAtItsTime() throws {
    let path = CreditPath(of: try Self.sale(), under: Ownership(), roster: try Self.roster(), until: Self.at(5))
    #expect(path.touchpoints.last?.kind == .move(from: .brandPreference, to: .purchaseIntention))
  }

  /// Marketing's record of the customer was merged into the one that sales sold to: its work counts.
  @Test func aMergedLeadBringsItsHistory() throws {
    func event(_ lead: UInt32, _ number: UInt64, _ day: Int64, _ actor: MemberID, _ fact: LeadFact) -> LeadEvent {
      LeadEvent(
        id: EventID(high: 1, low: number), lead: LeadID(rawValue: lead), occurred: Self.at(day),
        recorded: Self.at(day), actor: .member(actor), fact: fact)
    }
    let own = [
      event(1, 1, 5, Self.bob, .created(Creation(stage: .purchaseIntention))),
      event(1, 2, 9, Self.bob, .purchased(nil)),
    ]
    let other = [
      event(2, 3, 1, Self.ana, .created(Creation(stage: .brandAwareness, source: Self.web))),
      event(2, 4, 2, Self.ana, .touched(Self.web, by: .marketing)),
    ]
    let merge = event(2, 5, 12, Self.bob, .merged(into: LeadID(rawValue: 1)))
    #expect(try Self.path(own).contacts.map(\.departments) == [.sales])
    let path = try Self.path(own + other + [merge])
    #expect(path.contacts.prefix(2).map(\.departments) == [.marketing, .marketing])
    // Known since stage 2, so the steps to stage 5 were made, too.
    #expect(path.moves.map(\.departments) == [.marketing, .marketing, .marketing, .sales])
  }
}
