import FunnelStore
import SharedFunnel

/// The sales and refunds behind a number of the report on revenue, one a row.
struct RevenueListRendering: ReportListRendering {
  static let schema = "report.purchases"
  static let counted = "movements"

  let number: String
  let request: RevenueRequest
  let items: [RevenueListItem]
  let session: Session

  var report: String { "report.revenue" }
  var scope: ReportScope { request.scope }
  var period: Period? { request.period?.period(in: session.zone) }
  var conditions: [Condition] { request.conditions }
  var zone: String { session.zone.identifier }

  private var currency: Currency? { Currency(code: session.workspace.currency) }

  func grid(isForPeople: Bool) -> Grid {
    func money(_ minor: Int64?) -> Money? {
      currency.flatMap { currency in minor.map { Money(minor: $0, currency: currency) } }
    }
    // Bounded by what is attained, which fits.
    let sum = items.reduce(Int64(0)) { $0 &+ ($1.item.minor ?? 0) }
    return Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "purchase", title: .revenueColumnPlace, kind: .integer, priority: 1),
        Grid.Column(key: "name", title: .columnName, priority: 6),
        Grid.Column(key: "what", title: .revenueColumnKind, priority: 7),
        Grid.Column(key: "at", title: .revenueColumnWhen, kind: .timestamp, priority: 8),
        Grid.Column(key: "paid", title: .revenueColumnPaid, kind: .money, priority: 5),
        Grid.Column(key: "rate", title: .revenueColumnRate, priority: 2),
        Grid.Column(key: "value", title: .revenueColumnValue, kind: .money, priority: 6),
        Grid.Column(key: "counted", title: .revenueColumnCounted, kind: .money, priority: 8),
        Grid.Column(key: "marketing", title: Department.marketing.key, kind: .money, priority: 4),
        Grid.Column(key: "sales", title: Department.sales.key, kind: .money, priority: 4),
        Grid.Column(key: "unallocated", title: .revenueUnallocated, kind: .money, priority: 3),
        Grid.Column(key: "not_known", title: .revenueColumnGap, priority: 5),
      ],
      rows: items.map { listed in
        let (item, entry) = (listed.item, listed.item.entry)
        func credit(_ department: Department?) -> Cell {
          Cell(money(item.credit[department] ?? (item.credit.isEmpty ? nil : 0)))
        }
        return [
          isForPeople ? .text(entry.lead.text) : .integer(Int64(entry.lead.rawValue)), Cell(entry.ordinal + 1),
          Cell(listed.lead.label), .text(item.movement.kind.rawValue), Cell(item.movement.at), Cell(item.movement.paid),
          Cell(entry.purchase.price?.rate.text), Cell(item.movement.value), Cell(money(item.minor)),
          credit(.marketing), credit(.sales), credit(nil), Cell(item.movement.gap?.rawValue),
        ]
      }, heading: Message.revenueListHeading(["number": number]),
      notes: [
        Message.revenueListCount([
          "count": NumberText.integer(Int64(items.count)),
          "sum": currency.map { NumberText.amount(minor: sum, exponent: $0.exponent) } ?? "0",
          "currency": session.workspace.currency,
        ])
      ])
  }
}
