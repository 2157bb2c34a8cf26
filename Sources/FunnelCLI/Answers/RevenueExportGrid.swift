import FunnelStore
import SharedFunnel

/// The table of `export revenue`: one shape, whether its rows are purchases or groups.
struct RevenueExportGrid {
  let export: RevenueExport
  let request: RevenueRequest

  private var report: RevenueAnswer { export.report }

  /// Marketing and sales always, others where they have something.
  private var departments: [Department] {
    Department.all.filter { department in
      department == .marketing || department == .sales
        || report.total.credits.contains { $0.departments[department] != nil }
        || report.total.influenced[department] != nil || report.total.sourced.departments[department] != nil
    }
  }

  /// The name, the kind, and the sentence that says what is in it.
  private typealias Column = (key: String, kind: Grid.Column.Kind, meaning: Message)

  private var columns: [Column] {
    let amount = Grid.Column.Kind.decimal(digits: 2)
    var columns: [Column] = [
      ("period", .text, .revenueExportPeriod), ("by", .text, .revenueExportBy), ("name", .text, .revenueExportName),
      ("lead", .identifier, .revenueExportLead), ("purchase", .identifier, .revenueExportPurchase),
      ("purchased_at", .timestamp, .revenueExportPurchasedAt), ("source", .text, .revenueExportWord),
      ("campaign", .text, .revenueExportWord), ("segment", .text, .revenueExportWord),
      ("owner", .text, .revenueExportWord), ("paid", amount, .revenueExportPaid),
      ("paid_currency", .text, .revenueExportPaid), ("rate", .text, .revenueExportRate),
      ("rate_on", .text, .revenueExportRate), ("currency", .text, .revenueExportCurrency),
      ("period_target", amount, .revenueExportPeriodTarget), ("target", amount, .revenueExportTarget),
      ("attained", amount, .revenueExportAttained), ("sold", amount, .revenueExportSold),
      ("refunded", amount, .revenueExportRefunded), ("purchases", .integer, .revenueExportCounts),
      ("refunds", .integer, .revenueExportCounts), ("unvalued", .integer, .revenueExportUnvalued),
      ("unpriced", .integer, .revenueExportUnpriced),
    ]
    for (index, model) in report.models.enumerated() {
      let prefix = index == 0 ? "credit" : "credit_\(model.text)"
      let meaning: Message = index == 0 ? .revenueExportCredit : .revenueExportOtherCredit
      columns += departments.map { ("\(prefix)_\($0.key)", amount, meaning) }
      columns.append(("\(prefix)_unallocated", amount, meaning))
    }
    columns += departments.map { ("sourced_\($0.key)", amount, .revenueExportSourced) }
    columns.append(("sourced_unallocated", amount, .revenueExportSourced))
    columns += departments.map { ("influenced_\($0.key)", amount, .revenueExportInfluenced) }
    columns += [
      ("commission_accrued", amount, .revenueExportAccrued), ("commission_reversed", amount, .revenueExportReversed),
      ("commission_held", amount, .revenueExportHeld), ("commission_paid", amount, .revenueExportCommissionPaid),
      ("handoffs", .integer, .revenueExportHandoffs), ("offered_at", .timestamp, .revenueExportOffered),
      ("answered_at", .timestamp, .revenueExportOffered),
      ("answer_seconds", .decimal(digits: 0), .revenueExportAnswer),
    ]
    return columns
  }

  /// What each column means, for the sidecar.
  var definitions: JSONObject {
    JSONObject(
      columns.map { column in
        (
          column.key,
          .string(
            column.meaning([
              "model": report.models.first?.text ?? "", "definition": report.sourcing.key,
              "currency": report.currency.code,
            ]))
        )
      })
  }

  var grid: Grid {
    Grid(
      columns: columns.enumerated().map { index, column in
        Grid.Column(key: column.key, title: column.key, kind: column.kind, priority: 100 - index)
      }, rows: export.rows.map(cells))
  }

  private func amount(_ money: Money?) -> Cell { money.map(Cell.amount) ?? .null }

  private func cells(_ row: RevenueExport.Row) -> [Cell] {
    let (entry, figures) = (row.row.entry, row.row.figures)
    func money(_ minor: Int64) -> Cell {
      figures.isKnown ? .amount(Money(minor: minor, currency: report.currency)) : .null
    }
    var cells: [Cell] = [
      .text(report.period.label), entry == nil ? Cell(request.grouping?.rawValue) : .null, Cell(row.name),
      entry.map { .integer(Int64($0.lead.rawValue)) } ?? .null, entry.map { Cell($0.ordinal + 1) } ?? .null,
      Cell(entry?.purchase.at), Cell(row.lead?.source), Cell(row.lead?.campaign), Cell(row.lead?.segment),
      Cell(row.lead?.owner), amount(entry?.purchase.amount), Cell(entry?.purchase.amount?.currency.code),
      Cell(entry?.purchase.price?.rate.text), Cell(entry?.purchase.price?.day.iso), .text(report.currency.code),
      amount(report.target?.amount), amount(row.target), money(figures.sold - figures.refunded), money(figures.sold),
      money(figures.refunded), Cell(figures.purchases), Cell(figures.refunds), Cell(figures.unvalued),
      Cell(figures.unpriced),
    ]
    for credit in figures.credits {
      cells += departments.map { money(credit.minor(of: $0)) } + [money(credit.unallocated)]
    }
    cells += departments.map { money(figures.sourced.minor(of: $0)) } + [money(figures.sourced.unallocated)]
    cells += departments.map { money(figures.influenced[$0] ?? 0) }
    return cells + commission(row.commission) + handoffs(row.row)
  }

  private func commission(_ sums: CommissionSums?) -> [Cell] {
    guard let sums else { return [.null, .null, .null, .null] }
    return [sums.accrued, sums.reversed, sums.held, sums.paid].map {
      .amount(Money(minor: $0, currency: report.currency))
    }
  }

  private func handoffs(_ row: RevenueTable.Row) -> [Cell] {
    let handoffs = row.bought.compactMap(\.handoff)
    var seconds = handoffs.compactMap { handoff in handoff.answered.map { $0.seconds - handoff.offered.seconds } }
    let own = row.entry?.handoff
    return [
      Cell(handoffs.count), Cell(own?.offered), Cell(own?.answered),
      Quantile.type7(&seconds, 0.5).map(Cell.decimal) ?? .null,
    ]
  }
}
