import SQLite
public import SharedFunnel

/// What became of rates that were brought.
public struct RatesReceipt: Sendable, Equatable {
  /// Rates that were read, and of these the ones that were not known, that said something else, and the rest.
  public var read = 0
  public var new = 0
  public var changed = 0
  public var known: Int { read - new - changed }
  /// Purchases that have a price since.
  public var priced = 0
  /// Purchases whose price would be another one by the rates as they are now.
  public var outdated = 0
}

/// A rate that is kept.
public struct RateRow: Sendable, Equatable {
  public let base: Currency
  public let quote: Currency
  public let day: CivilDate
  public let rate: RateNumber
}

/// Which rates a list shows.
public struct RateFilter: Sendable {
  /// As base or as quote.
  public var currencies: [Currency] = []
  public var from: CivilDate?
  public var to: CivilDate?
  /// `nil`: all.
  public var limit: Int?
  public init() {}
}

extension Store {
  /// Takes rates over, and prices every purchase that waited for one. Any member.
  ///
  /// What is known already is not recorded again, so the same file changes nothing.
  public func setRates(_ sheets: [RateSheet], _ act: Act) throws -> RatesReceipt? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireActive(act.actor) }
      var receipt = RatesReceipt()
      for sheet in sheets {
        var news: [Currency: RateNumber] = [:]
        guard let quotes = sheet.quotes, let first = quotes.first else { continue }
        for quote in quotes {
          receipt.read += 1
          let known = try rates.rate(quote.base, quote.quote, on: quote.day)
          guard known != quote.rate else { continue }
          if known == nil { receipt.new += 1 } else { receipt.changed += 1 }
          news[quote.quote] = quote.rate
        }
        guard !news.isEmpty else { continue }
        let sheet = RateSheet(base: first.base, day: first.day, rates: news)
        try rates.keep(sheet, seq: try draft.append(.ratesSet(sheet)))
      }
      receipt.priced = try priceWaiting(draft)
      if receipt.changed > 0 { receipt.outdated = try outdatedPrices().count }
      return receipt
    }
  }

  /// The rates that are kept, the latest day first.
  public func rates(_ filter: RateFilter) throws -> [RateRow] {
    try read {
      var conditions = ["TRUE"]
      var values: [Value] = []
      if !filter.currencies.isEmpty {
        let places = filter.currencies.map { _ in "?" }.joined(separator: ", ")
        conditions.append("(base IN (\(places)) OR quote IN (\(places)))")
        let codes = filter.currencies.map { Value.text($0.code) }
        values += codes + codes
      }
      for (day, condition) in [(filter.from, "day >= ?"), (filter.to, "day <= ?")] {
        guard let day else { continue }
        conditions.append(condition)
        values.append(.integer(Int64(day.daysSinceEpoch)))
      }
      let limit = filter.limit.map { "LIMIT \($0)" } ?? ""
      return try connection.query(
        """
        SELECT base, quote, day, rate FROM rate WHERE \(conditions.joined(separator: " AND "))
        ORDER BY day DESC, base, quote \(limit)
        """, values: values
      ) { row in
        guard let base = Currency(code: try row.string(0)), let quote = Currency(code: try row.string(1)),
          let day = CivilDate(daysSinceEpoch: try row.int(2)), let rate = RateNumber(text: try row.string(3))
        else { throw StoreError.damaged("rate") }
        return RateRow(base: base, quote: quote, day: day, rate: rate)
      }
    }
  }
}
