/// Sales, and money back.
extension Journey {
  mutating func purchase(
    _ amount: Money?, of product: TermID, _ event: LeadEvent, _ ownership: Ownership
  ) -> EventFlags {
    var raised = resumeAfterLoss(event)
    if stage == nil, openOffer != nil { raised.formUnion(.offerOpen) }
    let isFirst = purchases.isEmpty
    purchases.append(Purchase(event, amount, product: product))
    notePurchase(event)
    guard isFirst else { return raised }
    if let stage, stage >= .purchase {
      // Moved on without a record of the sale, which now is there.
      if firstEntry[Stage.purchase.index] == 0 { note(.purchase, at: event.occurred) }
    } else {
      raised.formUnion(go(to: .purchase, event, ownership, isRecorded: false))
    }
    return raised
  }

  mutating func refund(_ purchase: EventID?, _ amount: Money?, _ event: LeadEvent) -> EventFlags {
    guard let index = purchases.lastIndex(where: { refers(purchase, to: $0, event) }) else {
      return .noPurchase
    }
    guard let paid = purchases[index].amount else {
      // Nothing is known of what was paid: a whole refund can be recorded, a partial one cannot.
      guard amount == nil, !purchases[index].isRefunded else { return .overRefund }
      purchases[index].isRefunded = true
      purchases[index].refunds.append(Refund(event: event.id, at: event.occurred, minor: nil))
      return []
    }
    let left = paid.minor - purchases[index].refundedMinor
    let back = amount ?? Money(minor: left, currency: paid.currency)
    guard back.currency == paid.currency, back.minor > 0, back.minor <= left else { return .overRefund }
    purchases[index].refundedMinor += back.minor
    purchases[index].isRefunded = back.minor == left
    purchases[index].refunds.append(Refund(event: event.id, at: event.occurred, minor: back.minor))
    return []
  }

  /// A price belongs to the version of the purchase that it was made of: a corrected amount waits for a new one.
  mutating func price(_ pricing: Pricing) {
    guard let index = purchases.firstIndex(where: { $0.event == pricing.purchase }) else { return }
    purchases[index].price = pricing
  }

  /// A purchase that an import corrected is a new version of the one that was refunded.
  private func refers(_ reference: EventID?, to purchase: Purchase, _ event: LeadEvent) -> Bool {
    // Without a name the last purchase of the record's own lead is meant, whichever lead carries the history.
    guard let reference else { return event.lead == purchase.origin }
    return purchase.event == reference || purchase.event.hasSameSlot(as: reference)
  }
}
