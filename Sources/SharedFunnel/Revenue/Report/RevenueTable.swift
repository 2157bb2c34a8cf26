/// The revenue of a period as a table: a row a purchase of which something counts in it, or a row a group.
public struct RevenueTable: Sendable, Equatable {
  /// A purchase, or a row of a breakdown.
  public struct Row: Sendable, Equatable {
    /// `nil` in a row of a group.
    public let entry: RevenueEntry?
    /// `nil` in a row of a purchase.
    public let group: RevenueGroup?
    public let figures: RevenueFigures
    /// The purchases that were made in the period and are in the row; in one that shares purchases, those of which it has
    /// a part.
    public let bought: [RevenueEntry]
  }

  /// Purchases in the order in which they were recorded, or groups in none.
  public let rows: [Row]

  /// - Throws: where a sum does not fit 64 bits.
  public init(_ entries: [RevenueEntry], _ query: RevenueQuery) throws(CreditTotals.Failure) {
    guard query.grouping != nil else {
      var rows: [Row] = []
      for entry in entries {
        let figures = try RevenueReport([entry], query).total
        guard figures.purchases + figures.refunds > 0 else { continue }
        rows.append(Row(entry: entry, group: nil, figures: figures, bought: figures.purchases > 0 ? [entry] : []))
      }
      self.rows = rows
      return
    }
    var bought: [RevenueGroup: [RevenueEntry]] = [:]
    for entry in entries {
      for counted in CreditedMovement.all(of: entry, query) where counted.movement.kind == .sale {
        for group in counted.groups(query) { bought[group, default: []].append(entry) }
      }
    }
    rows = try RevenueReport(entries, query).rows.map { row in
      Row(entry: nil, group: row.group, figures: row.figures, bought: bought[row.group] ?? [])
    }
  }
}
