/// What has to be written so that the ledger says what the policies say: the difference between what should stand and
/// what does. Empty where the ledger is up to date.
public struct CommissionPlan: Sendable, Equatable {
  /// Purchases whose standing accrual is taken back, by id.
  public private(set) var reversed: [EventID] = []
  /// Accrued anew or for the first time, in the order in which the purchases were recorded.
  public private(set) var accrued: [CommissionAccrual] = []
  /// Whose lead has a dispute since.
  public private(set) var held: [EventID] = []
  /// Whose lead has none any more.
  public private(set) var released: [EventID] = []

  /// - Parameters:
  ///   - assessment: of every purchase.
  ///   - disputed: purchases whose lead has an open dispute.
  public init(_ assessment: CommissionAssessment, disputed: Set<EventID>, ledger: Ledger) {
    let wanted = Dictionary(assessment.accruals.map { ($0.purchase, $0) }, uniquingKeysWith: { first, _ in first })
    reversed = ledger.standing.filter { purchase, accrual in !(wanted[purchase]?.pays(what: accrual) ?? false) }
      .keys.sorted()
    accrued = assessment.accruals.filter { accrual in
      !(ledger.standing[accrual.purchase]?.pays(what: accrual) ?? false)
    }
    held = disputed.filter { purchase in
      wanted[purchase] != nil && !(ledger.holds[purchase]?.contains(.dispute) ?? false)
    }.sorted()
    released = ledger.holds.filter { purchase, causes in causes.contains(.dispute) && !disputed.contains(purchase) }
      .keys.sorted()
  }

  /// The purchases whose rows or holds would change.
  public var purchases: Set<EventID> { Set(reversed + accrued.map(\.purchase) + held + released) }

  public var isEmpty: Bool { purchases.isEmpty }

  /// In the order in which they are written, so many purchases to an event at most.
  public func facts(chunk: Int) -> [LedgerFact] {
    func chunks<T>(_ list: [T]) -> [[T]] {
      stride(from: 0, to: list.count, by: max(1, chunk)).map { Array(list[$0..<min($0 + max(1, chunk), list.count)]) }
    }
    return chunks(reversed).map(LedgerFact.reversed) + chunks(accrued).map(LedgerFact.accrued)
      + chunks(released).map { .released(LedgerHold(.dispute, $0)) }
      + chunks(held).map { .held(LedgerHold(.dispute, $0)) }
  }
}
