/// A purchase as revenue looks at it: the money that came and went back, and what was done for it before.
public struct RevenueEntry: Sendable, Equatable {
  /// The lead that has the purchase; with ``ordinal`` it names a row of the purchases.
  public let lead: LeadID
  /// The place among the purchases of the lead, from 0.
  public let ordinal: Int
  public let purchase: Purchase
  /// The place of the purchase's event in the journal: the order in which the purchases were recorded.
  public let seq: Int64
  /// When the journal learned of it.
  public let recorded: Timestamp
  /// The sale, then its refunds, in the reporting currency.
  public let movements: [RevenueMovement]
  /// What precedes the purchase.
  public let path: CreditPath
  /// Of the lead as it is known, not as it was when it bought.
  public let source: TermID
  public let campaign: TermID
  public let segment: TermID
  public let owner: MemberID?
  /// The last offer of the lead that was accepted before it bought, in person or by silence.
  public let handoff: Handoff?
  /// A dispute over a handoff of the lead awaits a ruling.
  public let hasOpenDispute: Bool

  /// What it is worth in the reporting currency, less what was paid back of it, as far as that is known; `nil` where it
  /// is unvalued or unpriced.
  public var net: Money? {
    guard let sale = movements.first?.value else { return nil }
    let back = movements.dropFirst().reduce(Int64(0)) { $0 &+ ($1.value?.minor ?? 0) }
    // What is paid back is at most what was paid.
    return Money(minor: sale.minor &+ back, currency: sale.currency)
  }
}

extension RevenueEntry {
  /// The purchases of a lead.
  ///
  /// - Parameters:
  ///   - journey: what the events amount to.
  ///   - events: of the lead and of those that were merged into it.
  ///   - arrivals: the place in the journal of each of the events.
  ///   - currency: that of reports.
  public static func entries(
    of journey: Journey, _ events: [LeadEvent], arrivals: [Int64], under ownership: Ownership, roster: Roster,
    in currency: Currency
  ) -> [RevenueEntry] {
    guard !journey.purchases.isEmpty else { return [] }
    let places = Dictionary(zip(events.map(\.id), events.indices), uniquingKeysWith: { first, _ in first })
    return journey.purchases.enumerated().compactMap { ordinal, purchase in
      guard let place = places[purchase.event], place < arrivals.count else { return nil }
      return RevenueEntry(
        lead: journey.lead, ordinal: ordinal, purchase: purchase, seq: arrivals[place],
        recorded: events[place].recorded, movements: purchase.movements(in: currency),
        path: CreditPath(of: events, under: ownership, roster: roster, to: purchase), source: journey.source,
        campaign: journey.campaign, segment: journey.segment, owner: journey.owner,
        handoff: journey.handoffs.last { handoff in
          (handoff.outcome == .accepted || handoff.outcome == .acceptedBySilence)
            && handoff.answered.map { $0 <= purchase.at } ?? false
        },
        hasOpenDispute: journey.handoffs.contains { $0.dispute.map { $0.ruling == nil } ?? false })
    }
  }
}
