public import SharedFunnel

/// The revenue of a period for finance: the table, and all that it takes to make the same one again.
public struct RevenueExport: Sendable {
  public struct Row: Sendable {
    public let row: RevenueTable.Row
    /// Of a group; `nil`: without one.
    public let name: String?
    /// What of the target the group has; `nil` where the target was not broken down so.
    public let target: Money?
    /// Words of the purchase's lead; `nil` in a group.
    public let lead: Words?
    /// What the ledger has of the purchases in the row that were made in the period.
    public let commission: CommissionSums?
  }

  /// What a lead is called by; its name and address are not for finance.
  public struct Words: Sendable {
    public let source: String?
    public let campaign: String?
    public let segment: String?
    public let owner: String?
  }

  public let rows: [Row]
  public let report: RevenueAnswer
  /// The last event of the journal that was looked at.
  public let position: Int64
  /// Versions of the commission policy that the ledger's rows were accrued under.
  public let policies: [UInt16]
}

/// Rows of the ledger added up, in minor units.
public struct CommissionSums: Sendable, Equatable {
  public var accrued: Int64 = 0
  /// Of accruals that count no more: below zero.
  public var reversed: Int64 = 0
  /// Of what stands, what is not to be paid for now.
  public var held: Int64 = 0
  public var paid: Int64 = 0

  public init() {}

  /// What the ledger has of some purchases.
  init(of purchases: [EventID], in ledger: Ledger) {
    for purchase in purchases {
      for row in ledger.rows(of: purchase) {
        // No sum of a purchase is larger than its value, and all values fit 64 bits.
        switch row.kind {
        case .accrued: accrued &+= row.minor
        case .reversed: reversed &+= row.minor
        }
        switch row.status(isHeld: ledger.holds[purchase] != nil) {
        case .held: held &+= row.minor
        case .paid: paid &+= row.minor
        case .accrued, .reversed, .unallocated: break
        }
      }
    }
  }
}

extension Store {
  public func exportRevenue(_ request: RevenueRequest) throws -> RevenueExport {
    try read {
      let source = try RecordSource(self, request.scope, withRevenue: true)
      let entries = try source.revenue()
      let zone = try ReportingZone(identifier: source.workspace.zone)
      let period = try period(of: request, source.workspace, zone)
      let report = try answer(request, period, entries, source)
      let query = try query(request, period, source, zone)
      let table = try RevenueTable.checked(entries, query)
      let ledger = try LedgerTable.fold(journal, until: request.scope.end)
      let isPaid = !source.workspace.policies.versions.isEmpty || !ledger.allRows.isEmpty
      let position = try journal.lastSeq(recordedBy: request.scope.knownAt)
      let rows = try table.rows.map { row in
        let name = try row.group.map { try self.name(of: $0, request.grouping) } ?? nil
        return RevenueExport.Row(
          row: row, name: name,
          target: request.grouping.flatMap { dimension in
            row.group == nil ? nil : report.target?.part(dimension, name, in: zone)
          },
          lead: try row.entry.map { try words(of: $0) },
          commission: isPaid ? CommissionSums(of: row.bought.map(\.purchase.event), in: ledger) : nil)
      }
      return RevenueExport(
        rows: ordered(rows, request.grouping), report: report, position: position,
        policies: Set(table.rows.flatMap(\.bought).flatMap { ledger.rows(of: $0.purchase.event) }.map(\.accrual.policy))
          .sorted())
    }
  }

  private func words(of entry: RevenueEntry) throws -> RevenueExport.Words {
    RevenueExport.Words(
      source: try word(.source, entry.source.rawValue), campaign: try word(.campaign, entry.campaign.rawValue),
      segment: try word(.segment, entry.segment.rawValue),
      owner: entry.owner.map { workspace.roster[$0]?.handle ?? "#\($0.rawValue)" })
  }

  /// Purchases as they were recorded; groups by name, and the one without a name last.
  private func ordered(_ rows: [RevenueExport.Row], _ grouping: RevenueDimension?) -> [RevenueExport.Row] {
    guard grouping != nil else { return rows }
    return rows.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      return (left.name ?? "") < (right.name ?? "")
    }
  }
}

extension RevenueTable {
  /// - Throws: ``StoreError/refused(_:)`` where a sum does not fit 64 bits.
  fileprivate static func checked(_ entries: [RevenueEntry], _ query: RevenueQuery) throws -> RevenueTable {
    do throws(CreditTotals.Failure) { return try RevenueTable(entries, query) } catch {
      throw StoreError.refused(.outOfRange)
    }
  }
}
