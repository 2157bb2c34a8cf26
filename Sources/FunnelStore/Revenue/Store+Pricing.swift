import SQLite
public import SharedFunnel

/// A purchase whose price would be another one by the rates as they are now.
public struct OutdatedPrice: Sendable, Equatable {
  public let lead: LeadID
  public let paid: Money
  public let old: Pricing
  /// `nil`: no rate is known any more.
  public let new: Pricing?
}

/// Purchases in other currencies than the workspace's get a price of their own, once.
extension Store {
  /// The currency that reports sum in.
  ///
  /// - Throws: ``StoreError/damaged(_:)`` in a file of something else than this program.
  func reportingCurrency() throws -> Currency {
    guard let currency = Currency(code: workspace.currency) else { throw StoreError.damaged("currency") }
    return currency
  }

  /// The price of a purchase by the rates that are known; `nil` where it needs none, or there is none.
  func pricing(of purchase: EventID, _ paid: Money?, at time: Timestamp) throws -> Pricing? {
    let home = try reportingCurrency()
    guard let paid, paid.currency != home else { return nil }
    let day = try ReportingZone(identifier: workspace.zone).date(of: time)
    return try rates.path(from: paid.currency, to: home, on: day).flatMap { Pricing(of: purchase, paid, by: $0) }
  }

  /// The event that goes with a purchase as it is recorded.
  func priced(_ purchase: LeadEvent) throws -> LeadEvent? {
    guard case .purchased(let paid, _) = purchase.fact,
      let pricing = try pricing(of: purchase.id, paid, at: purchase.occurred)
    else { return nil }
    return LeadEvent(
      id: .pricing(of: purchase.id, version: 0), lead: purchase.lead, occurred: purchase.occurred,
      recorded: purchase.recorded, actor: purchase.actor, fact: .priced(pricing))
  }

  /// Prices every purchase that has none and can have one now.
  ///
  /// - Returns: how many.
  func priceWaiting(_ draft: Draft) throws -> Int {
    let leads = try connection.query(
      """
      SELECT DISTINCT lead FROM purchase
      WHERE currency <> ? AND price_minor IS NULL
      ORDER BY lead
      """, .text(try reportingCurrency().code)
    ) { LeadID(rawValue: try $0.integer(0)) }
    var count = 0
    for lead in leads { count += try price(lead, draft) { $0.price == nil } }
    return count
  }

  /// Prices purchases of a lead, voiding the prices that they had.
  private func price(_ lead: LeadID, _ draft: Draft, _ isWanted: (Purchase) -> Bool) throws -> Int {
    let history = try events(of: lead)
    let ids = Set(history.map(\.id))
    let live = Journey.live(history)
    var events: [LeadEvent] = []
    var count = 0
    for purchase in try journey(lead).purchases where isWanted(purchase) {
      let old = live.filter { if case .priced(let price) = $0.fact { price.purchase == purchase.event } else { false } }
      events += old.map { draft.event(.voided($0.id), lead: $0.lead, occurred: draft.context.now) }
      guard let pricing = try pricing(of: purchase.event, purchase.amount, at: purchase.at) else { continue }
      var version = 0
      while ids.contains(.pricing(of: purchase.event, version: version)) { version += 1 }
      events.append(
        LeadEvent(
          id: .pricing(of: purchase.event, version: version), lead: purchase.origin, occurred: purchase.at,
          recorded: draft.context.now, actor: draft.actor, fact: .priced(pricing)))
      count += 1
    }
    for event in events {
      try append([event], to: event.lead, prev: try head(of: event.lead), personal: [], keys: [], draft)
    }
    return count
  }

  /// Prices that the rates as they are now contradict.
  func outdatedPrices() throws -> [OutdatedPrice] {
    let leads = try connection.query(
      "SELECT DISTINCT lead FROM purchase WHERE price_minor IS NOT NULL ORDER BY lead"
    ) { LeadID(rawValue: try $0.integer(0)) }
    return try leads.flatMap { lead in
      try journey(lead).purchases.compactMap { purchase in
        guard let old = purchase.price, let paid = purchase.amount else { return nil }
        let new = try pricing(of: purchase.event, paid, at: purchase.at)
        return new == old ? nil : OutdatedPrice(lead: lead, paid: paid, old: old, new: new)
      }
    }
  }

  /// Prices anew what corrected rates contradict: the old prices are voided, and stay in the history. A head of either
  /// side.
  public func reprice(_ act: Act) throws -> [OutdatedPrice]? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireHeadOfEither(act.actor) }
      let outdated = try outdatedPrices()
      let purchases = Set(outdated.map(\.old.purchase))
      for lead in Set(outdated.map(\.lead)).sorted() {
        _ = try price(lead, draft) { purchases.contains($0.event) }
      }
      return outdated
    }
  }
}
