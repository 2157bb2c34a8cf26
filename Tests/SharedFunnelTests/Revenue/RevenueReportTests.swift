import SharedFunnel
import Testing

/// The report on revenue over any leads: nothing is counted twice, nothing is lost, and each number is its list.
struct RevenueReportTests {
  private static let zone = try? ReportingZone(identifier: "Europe/Amsterdam")

  /// Purchases of leads to which anything happened, some paid in the reporting currency, some priced, some neither; some
  /// paid back.
  private static func entries(_ random: inout RandomHistory, in currency: Currency) throws -> [RevenueEntry] {
    let roster = try CreditPathTests.roster()
    let ownership = random.ownership()
    return (1...UInt32(random.number(1...6))).flatMap { lead -> [RevenueEntry] in
      var events = random.wild(lead: lead)
      func add(_ fact: LeadFact) {
        events.append(
          LeadEvent(
            id: random.eventID(), lead: LeadID(rawValue: lead), occurred: random.time(), recorded: random.time(),
            actor: random.actor(), fact: fact))
      }
      for _ in 0..<random.number(0...4) { add(.touched(random.term(), by: random.departments())) }
      for _ in 0..<random.number(1...3) {
        let paid = Currency(code: random.pick([currency.code, currency.code, "USD"])).flatMap { currency in
          random.chance(85) ? Money(minor: random.number(1...9_999_999), currency: currency) : nil
        }
        add(.purchased(paid))
        guard let purchase = events.last else { continue }
        if paid?.currency != currency, random.chance(60), let rate = RateNumber(text: "0.5"),
          let day = CivilDate(iso: "2025-01-02")
        {
          let price = Money(minor: random.number(1...9_999_999), currency: currency)
          add(.priced(Pricing(purchase: purchase.id, amount: price, rate: rate, day: day)))
        }
        for _ in 0..<random.number(0...2) {
          let back = paid.map { Money(minor: random.number(1...$0.minor), currency: $0.currency) }
          add(.refunded(purchase: purchase.id, random.chance(30) ? nil : back))
        }
      }
      return RevenueEntry.entries(
        of: Journey.fold(events, under: ownership), events, arrivals: events.indices.map { Int64($0) * 10 },
        under: ownership, roster: roster, in: currency)
    }
  }

  private func eachWorld(
    _ seeds: ClosedRange<UInt64>, _ body: ([RevenueEntry], RevenueQuery, inout RandomHistory) throws -> Void
  ) throws {
    let zone = try #require(Self.zone)
    for seed in seeds {
      var random = RandomHistory(seed: seed)
      let currency = try #require(Currency(code: random.pick(["EUR", "JPY", "KWD"])))
      let entries = try Self.entries(&random, in: currency)
      let (one, other) = (random.time(), random.time())
      var query = RevenueQuery(
        currency: currency, period: min(one, other)..<max(one, other),
        models: [random.pick(CreditPropertyTests.models), .linear], sourcing: random.pick(SourcingDefinition.allCases),
        zone: zone)
      query.grouping = random.pick([nil] + RevenueDimension.allCases.map(Optional.some))
      if random.chance(25) { query.filter.segment = random.term().rawValue }
      try body(entries, query, &random)
    }
  }

  private func sum(_ amounts: some Sequence<Int64>) -> Int64 { amounts.reduce(0, +) }

  @Test func whatIsAttainedIsWhatWasPaidLessWhatWentBack() throws {
    var (known, priced) = (0, 0)
    try eachWorld(1...400) { entries, query, _ in
      let total = try RevenueReport(entries, query).total
      var (sold, refunded, purchases) = (Int64(0), Int64(0), 0)
      for entry in entries where query.filter.segment.map({ $0 == entry.segment.rawValue }) ?? true {
        let purchase = entry.purchase
        let worth =
          purchase.amount?.currency == query.currency
          ? purchase.amount : purchase.amount == nil ? nil : purchase.price?.amount
        if query.period.contains(purchase.at) {
          purchases += 1
          sold += worth?.minor ?? 0
          priced += worth != nil && purchase.price != nil ? 1 : 0
        }
        // Paid in the reporting currency, what went back is what it says.
        if purchase.amount?.currency == query.currency {
          refunded += sum(purchase.refunds.filter { query.period.contains($0.at) }.compactMap(\.minor))
        } else if worth != nil, let paid = purchase.amount {
          // In another, its share of the price, cumulated; a half away from zero.
          var (back, before) = (Int64(0), Int64(0))
          for refund in purchase.refunds {
            back += refund.minor ?? 0
            let share = Int64((Double(worth?.minor ?? 0) * Double(back) / Double(paid.minor)).rounded())
            if query.period.contains(refund.at) { refunded += share - before }
            before = share
          }
        }
      }
      #expect(total.sold == sold)
      #expect(total.refunded == refunded)
      #expect(total.purchases == purchases)
      if total.isKnown { #expect(total.attained?.minor == sold - refunded) }
      known += total.sold > 0 ? 1 : 0
    }
    #expect(known > 100)
    #expect(priced > 50)
  }

  @Test func marketingSalesOthersAndUnallocatedAreTheTotalInEveryRow() throws {
    try eachWorld(401...800) { entries, query, _ in
      let report = try RevenueReport(entries, query)
      for figures in [report.total] + report.rows.map(\.figures) {
        for credit in figures.credits {
          #expect(sum(credit.departments.values) == credit.total)
          #expect(sum(credit.members.values) == credit.total)
        }
        // Every model divides the same; in a row of members or channels each model has its own part.
        if !(query.grouping?.isCredited ?? false) {
          #expect(figures.credits.allSatisfy { $0.total == figures.sold - figures.refunded })
          #expect(figures.sourced.total == figures.sold - figures.refunded)
        }
      }
    }
  }

  @Test func theRowsSumToTheTotal() throws {
    var several = 0
    try eachWorld(801...1_200) { entries, query, _ in
      guard let grouping = query.grouping else { return }
      let report = try RevenueReport(entries, query)
      let rows = report.rows.map(\.figures)
      several += rows.count > 1 ? 1 : 0
      for index in query.models.indices {
        #expect(sum(rows.map { $0.credits[index].total }) == report.total.credits[index].total)
        for department in Department.all.map(Optional.some) + [nil] {
          #expect(
            sum(rows.map { $0.credits[index].departments[department] ?? 0 })
              == report.total.credits[index].departments[department] ?? 0)
        }
      }
      guard !grouping.isCredited else { return }
      #expect(rows.reduce(0) { $0 + $1.purchases } == report.total.purchases)
      #expect(rows.reduce(0) { $0 + $1.unpriced } == report.total.unpriced)
      for department in Department.all {
        #expect(sum(rows.map { $0.influenced[department] ?? 0 }) == report.total.influenced[department] ?? 0)
      }
    }
    #expect(several > 50)
  }

  @Test func aNumberIsItsList() throws {
    try eachWorld(1_201...1_500) { entries, query, _ in
      let report = try RevenueReport(entries, query)
      let rows = report.rows.map { (Optional($0.group), $0.figures) } + [(nil, report.total)]
      for (group, figures) in rows {
        func list(_ number: RevenueNumber, _ department: Department? = nil) -> [RevenueItem] {
          RevenueReport.list(RevenueChoice(number, department: department, group: group), entries, query)
        }
        #expect(list(.purchases).count == figures.purchases)
        #expect(list(.refunds).count == figures.refunds)
        #expect(list(.unvalued).count == figures.unvalued)
        #expect(list(.unpriced).count == figures.unpriced)
        #expect(sum(list(.attained).compactMap(\.minor)) == figures.credits[0].total)
        #expect(sum(list(.sold).compactMap(\.minor)) == figures.sold)
        #expect(sum(list(.refunded).compactMap(\.minor)) == -figures.refunded)
        for department in Department.all {
          #expect(sum(list(.credit, department).compactMap(\.minor)) == figures.credits[0].minor(of: department))
          #expect(sum(list(.sourced, department).compactMap(\.minor)) == figures.sourced.minor(of: department))
          #expect(sum(list(.influenced, department).compactMap(\.minor)) == figures.influenced[department] ?? 0)
        }
        #expect(sum(list(.credit).compactMap(\.minor)) == figures.credits[0].unallocated)
      }
    }
  }

  @Test func twoHalvesOfAPeriodAreTheWhole() throws {
    try eachWorld(1_501...1_700) { entries, query, random in
      let middle = min(max(random.time(), query.period.lowerBound), query.period.upperBound)
      var (first, second, whole) = (query, query, query)
      first.period = query.period.lowerBound..<middle
      second.period = middle..<query.period.upperBound
      (first.grouping, second.grouping, whole.grouping) = (nil, nil, nil)
      let halves = [try RevenueReport(entries, first).total, try RevenueReport(entries, second).total]
      let total = try RevenueReport(entries, whole).total
      #expect(halves.reduce(0) { $0 + $1.sold - $1.refunded } == total.sold - total.refunded)
      for department in Department.all {
        #expect(sum(halves.map { $0.credits[0].minor(of: department) }) == total.credits[0].minor(of: department))
        #expect(sum(halves.map { $0.sourced.minor(of: department) }) == total.sourced.minor(of: department))
      }
    }
  }

  @Test func whatIsPaidBackWholeLeavesNothingOnAnybody() throws {
    let currency = try #require(Currency(code: "EUR"))
    var random = RandomHistory(seed: 7)
    let roster = try CreditPathTests.roster()
    var events = random.wild()
    func add(_ fact: LeadFact) {
      events.append(
        LeadEvent(
          id: random.eventID(), lead: LeadID(rawValue: 1), occurred: Timestamp(milliseconds: RandomHistory.start),
          recorded: random.time(), actor: random.actor(), fact: fact))
    }
    events = []
    add(.created(Creation(stage: .customerAwareness, source: TermID(rawValue: 1))))
    for index in 0..<5 { add(.touched(TermID(rawValue: 1), by: index % 2 == 0 ? .marketing : .sales)) }
    add(.purchased(Money(minor: 1_000, currency: currency)))
    let purchase = try #require(events.last?.id)
    for minor in [333, 333, 334] as [Int64] {
      add(.refunded(purchase: purchase, Money(minor: minor, currency: currency)))
    }
    let entries = RevenueEntry.entries(
      of: Journey.fold(events, under: Ownership()), events, arrivals: events.indices.map(Int64.init),
      under: Ownership(), roster: roster, in: currency)
    let query = RevenueQuery(
      currency: currency, period: Timestamp(milliseconds: 0)..<Timestamp(milliseconds: .max),
      models: CreditModel.all, sourcing: .creation, zone: try #require(Self.zone))
    let total = try RevenueReport(entries, query).total
    #expect((total.sold, total.refunded, total.attained?.minor) == (1_000, 1_000, 0))
    for credit in total.credits { #expect(credit.departments.values.allSatisfy { $0 == 0 }) }
    #expect(total.sourced.departments.values.allSatisfy { $0 == 0 })
  }

  @Test func comparedChannelsSumToWhatThePurchasesBrought() throws {
    var compared = 0
    try eachWorld(1_701...1_900) { entries, query, random in
      let made = entries.filter { query.period.contains($0.purchase.at) }
      let brought = made.filter { entry in query.filter.segment.map { $0 == entry.segment.rawValue } ?? true }.map {
        sum($0.movements.filter { query.period.contains($0.at) }.compactMap { $0.value?.minor })
      }
      let others = [[random.term()], [random.term(), random.term()]].map { $0.filter { $0 != .none } }
      let paths = ChannelComparison.paths(entries, query, others: others)
      for model in [ComparisonModel.markov(order: 1), .markov(order: 2), .shapley(.conversions), .shapley(.rates)] {
        let comparison = try ChannelComparison(model, paths)
        #expect(sum(comparison.credits.values.map(\.minor)) + comparison.unattributedMinor == sum(brought))
        compared += comparison.credits.count > 1 ? 1 : 0
      }
    }
    #expect(compared > 100)
  }
}
