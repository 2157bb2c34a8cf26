/// The revenue of a period, whole and broken down. The rows of a breakdown sum to the total; in one by member or channel
/// it is amounts that do, and purchases count in every row that has a part of them.
public struct RevenueReport: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public let group: RevenueGroup
    public let figures: RevenueFigures
  }

  public let total: RevenueFigures
  public let rows: [Row]

  /// - Throws: where a sum does not fit 64 bits.
  public init(_ entries: [RevenueEntry], _ query: RevenueQuery) throws(CreditTotals.Failure) {
    var total = RevenueFigures(query)
    var groups: [RevenueGroup: RevenueFigures] = [:]
    for entry in entries {
      for counted in CreditedMovement.all(of: entry, query) {
        try total.add(counted)
        for group in counted.groups(query) {
          try groups[group, default: RevenueFigures(query)].add(counted.part(in: group, query))
        }
      }
    }
    self.total = total
    rows = groups.map { Row(group: $0.key, figures: $0.value) }
  }
}
