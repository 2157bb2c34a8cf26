import SharedFunnel
import Testing

/// What holds of any history and any amount.
struct CreditPropertyTests {
  static let models: [CreditModel] =
    CreditModel.all + [.timeDecay(halfLife: 3_600)]
    + [TransitionWeights([0, 5, 0, 1, 9, 0, 2]).map { .transitions($0) }]
    .compactMap { $0 }

  /// Anything that can happen to a lead, with more contacts and a purchase.
  private static func history(_ random: inout RandomHistory, isExtreme: Bool = false) -> [LeadEvent] {
    var events = random.wild(isExtreme: isExtreme)
    for _ in 0..<random.number(0...5) {
      let fact = LeadFact.touched(random.term(), by: random.chance(50) ? random.departments() : [])
      events.append(event(fact, &random))
    }
    return events + [event(.purchased(nil), &random)]
  }

  private static func event(_ fact: LeadFact, _ random: inout RandomHistory) -> LeadEvent {
    LeadEvent(
      id: random.eventID(), lead: LeadID(rawValue: 1), occurred: random.time(), recorded: random.time(),
      actor: random.actor(), fact: fact)
  }

  /// Random leads and the paths of their purchases; every model divides each.
  private func eachCredit(
    seeds: ClosedRange<UInt64>, _ body: (CreditPath, CreditModel, Money, inout RandomHistory) throws -> Void
  ) throws {
    let roster = try CreditPathTests.roster()
    for seed in seeds {
      var random = RandomHistory(seed: seed)
      let ownership = random.ownership()
      let events = Self.history(&random, isExtreme: random.chance(20))
      let currency = try #require(Currency(code: random.pick(["EUR", "JPY", "KWD"])))
      for purchase in Journey.fold(events, under: ownership).purchases {
        let path = CreditPath(of: events, under: ownership, roster: roster, to: purchase)
        let minor: Int64 = random.chance(20) ? random.pick([.max, .min, -1, 0]) : random.number(-100...1_000_000)
        for model in Self.models {
          try body(path, model, Money(minor: minor, currency: currency), &random)
        }
      }
    }
  }

  @Test func everyListingSumsToTheAmount() throws {
    var credited = 0
    try eachCredit(seeds: 1...500) { path, model, amount, _ in
      let credit = Credit(of: amount, for: path, by: model)
      #expect(credit.parts.reduce(0) { $0 &+ $1.minor } == amount.minor)
      #expect(credit.byDepartment.values.reduce(0, &+) == amount.minor)
      #expect(credit.byMember.values.reduce(0, &+) == amount.minor)
      for dimension in CreditDimension.allCases {
        #expect(credit.by(dimension).values.reduce(0, &+) == amount.minor)
      }
      let named = credit.minor(of: .marketing) &+ credit.minor(of: .sales) &+ credit.unallocated
      #expect(named == amount.minor)
      let fractions = CreditShares(of: path, by: model).fractions
      #expect(fractions.isEmpty || abs(fractions.reduce(0, +) - 1) < 1e-12)
      credited += credit.unallocated == amount.minor ? 0 : 1
    }
    #expect(credited > 1_000)
  }

  @Test func aWholeRefundTakesBackWhatWasGiven() throws {
    try eachCredit(seeds: 1...200) { path, model, amount, random in
      guard amount.minor > .min else { return }
      let shares = CreditShares(of: path, by: model)
      let given = shares.credit(of: amount).parts
      let negated = Money(minor: -amount.minor, currency: amount.currency)
      let back = shares.credit(of: negated).parts
      #expect(back.map(\.minor) == given.map { -$0.minor })
      #expect(shares.credit(ofChange: amount.minor, to: 0, in: amount.currency)?.parts == back)
      // A partial refund leaves what a purchase of the rest would have given.
      let rest = amount.minor / random.number(2...5)
      let change = try #require(shares.credit(ofChange: amount.minor, to: rest, in: amount.currency))
      #expect(change.amount.minor == rest - amount.minor)
      let left = zip(given, change.parts).map { $0.minor + $1.minor }
      #expect(left == shares.credit(of: Money(minor: rest, currency: amount.currency)).parts.map(\.minor))
    }
  }

  @Test func theOrderInWhichEventsArriveDoesNotMatter() throws {
    let roster = try CreditPathTests.roster()
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = RandomHistory(seed: seed)
      let ownership = random.ownership()
      let events = Self.history(&random)
      var shuffled = events
      for index in shuffled.indices.dropFirst() { shuffled.swapAt(index, random.number(0...index)) }
      for purchase in Journey.fold(events, under: ownership).purchases {
        let path = CreditPath(of: events, under: ownership, roster: roster, to: purchase)
        #expect(CreditPath(of: shuffled, under: ownership, roster: roster, to: purchase) == path)
        #expect(path.touchpoints.allSatisfy { $0.at <= purchase.at })
      }
    }
  }

  /// Marketing and sales are treated alike: with the names exchanged, the credits are exchanged.
  @Test func departmentsAreTreatedAlike() throws {
    func exchanged(_ set: DepartmentSet) -> DepartmentSet {
      var other: DepartmentSet = []
      if set.contains(.marketing) { other.insert(.sales) }
      if set.contains(.sales) { other.insert(.marketing) }
      return other
    }
    try eachCredit(seeds: 1...200) { path, model, amount, _ in
      guard (-1_000_000...1_000_000).contains(amount.minor) else { return }
      let other = CreditPath(
        path.touchpoints.map { touchpoint in
          var copy = touchpoint
          copy.departments = exchanged(touchpoint.departments)
          return copy
        })
      let left = Credit(of: amount, for: path, by: model)
      let right = Credit(of: amount, for: other, by: model)
      // But for units that are left over, of which each share can get one.
      let slack = Int64(left.parts.count)
      #expect(abs(left.minor(of: .marketing) - right.minor(of: .sales)) <= slack)
      #expect(abs(left.unallocated - right.unallocated) <= slack)
    }
  }

  @Test func sourcedSumsAndInfluencedHoldsIt() throws {
    try eachCredit(seeds: 1...200) { path, _, amount, _ in
      for definition in SourcingDefinition.allCases {
        let sourcing = Sourcing(of: path, by: definition)
        #expect(sourcing.credit(of: amount).byDepartment.values.reduce(0, &+) == amount.minor)
        if definition == .firstTouch { #expect(sourcing.influenced.isSuperset(of: sourcing.sourced)) }
      }
      let first = Credit(of: amount, for: path, by: .firstTouch)
      #expect(Sourcing(of: path, by: .firstTouch).credit(of: amount) == first)
    }
  }

  @Test func totalsAddUpAndRefuseWhatDoesNotAdd() throws {
    let euro = try #require(Currency(code: "EUR"))
    let yen = try #require(Currency(code: "JPY"))
    var totals = CreditTotals(in: euro)
    let path = CreditModelTests.path(days: [1, 2, 3])
    for minor: Int64 in [100, 101, -50] {
      try totals.add(Credit(of: Money(minor: minor, currency: euro), for: path, by: .linear))
    }
    try totals.add(Credit(of: Money(minor: 7, currency: euro), for: CreditPath([]), by: .linear))
    #expect(totals.total == 158 && totals.unallocated == 7)
    #expect(totals.minor(of: .marketing) + totals.minor(of: .sales) + totals.unallocated == totals.total)
    #expect(totals.members.values.reduce(0, +) == totals.total)
    #expect(totals.by(.channel).values.reduce(0, +) == totals.total)
    let before = totals
    #expect(throws: CreditTotals.Failure.tooLarge) {
      try totals.add(Credit(of: Money(minor: .max, currency: euro), for: path, by: .linear))
    }
    #expect(throws: CreditTotals.Failure.otherCurrency(euro, added: yen)) {
      try totals.add(Credit(of: Money(minor: 1, currency: yen), for: path, by: .linear))
    }
    #expect(totals == before)
  }
}
