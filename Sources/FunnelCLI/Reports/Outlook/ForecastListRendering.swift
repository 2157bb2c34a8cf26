import FunnelStore
import SharedFunnel

/// What is behind a count of a forecast, a row each: exactly as many as the count says.
struct ForecastListRendering {
  let number: ForecastNumber
  let list: ForecastList
  let request: OutlookRequest
  let zone: String

  private func lead(_ lead: LeadID, _ isForPeople: Bool) -> Cell {
    isForPeople ? .text(lead.text) : .integer(Int64(lead.rawValue))
  }

  func grid(isForPeople: Bool) -> Grid {
    var grid =
      switch list {
      case .leads(let rows): isForPeople ? LeadGrid.summary(rows) : LeadGrid.full(rows)
      case .open(let leads, let names): open(leads, names, isForPeople)
      case .movements(let movements): sales(movements, isForPeople)
      }
    grid.heading = Message.forecastListHeading(["number": number.rawValue])
    grid.notes = [Message.forecastListCount(["count": NumberText.integer(Int64(grid.rows.count))])]
    return grid
  }

  private func open(_ leads: [LeadForecast], _ names: [LeadRow], _ isForPeople: Bool) -> Grid {
    let labels = Dictionary(names.map { ($0.lead, $0.label) }, uniquingKeysWith: { first, _ in first })
    return Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 6),
        Grid.Column(key: "stage", title: .columnStage, kind: .integer, priority: 8),
        Grid.Column(key: "days", title: .forecastColumnDays, kind: .integer, priority: 5),
        Grid.Column(key: "chance", title: .forecastColumnChance, kind: .percent(digits: 1), priority: 9),
        Grid.Column(key: "expected", title: .columnExpected, kind: .money, priority: 8),
        Grid.Column(key: "weighted", title: .forecastColumnWeighted, kind: .money, priority: 8),
        Grid.Column(key: "counted_as", title: .forecastColumnCounted, priority: 4),
        Grid.Column(key: "basis", title: .outlookColumnBasis, priority: 3),
      ],
      rows: leads.map { item in
        [
          lead(item.lead, isForPeople), Cell(labels[item.lead] ?? nil), Cell(item.stage), Cell(item.days),
          item.chance.map(Cell.fraction) ?? .null, Cell(item.expected), Cell(item.weighted),
          .text(item.counted.rawValue), .text(item.basis.rawValue),
        ]
      })
  }

  private func sales(_ movements: [LeadMovement], _ isForPeople: Bool) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "kind", title: .columnKind, priority: 7),
        Grid.Column(key: "at", title: .columnOccurred, kind: .timestamp, priority: 8),
        Grid.Column(key: "paid", title: .forecastColumnPaid, kind: .money, priority: 6),
        Grid.Column(key: "value", title: .forecastColumnValue, kind: .money, priority: 9),
        Grid.Column(key: "missing", title: .forecastColumnGap, priority: 5),
      ],
      rows: movements.map { item in
        [
          lead(item.lead, isForPeople), .text(item.movement.kind.rawValue), Cell(item.movement.at),
          Cell(item.movement.paid), Cell(item.movement.value), Cell(item.movement.gap?.rawValue),
        ]
      })
  }
}

extension FormatOptions {
  func print(_ list: ForecastListRendering) throws {
    let grid = list.grid(isForPeople: format == .table || format == .markdown)
    try print(
      grid, schema: "report.forecast.list",
      members: [
        "of": .string("report.forecast"), "number": .string(list.number.rawValue),
        "where": JSONValue(list.request.conditions), "zone": .string(list.zone),
        "observed_until": JSONValue(list.request.scope.observedUntil), "as_of": JSONValue(list.request.scope.asOf),
        "known_at": JSONValue(list.request.scope.knownAt), "count": JSONValue(grid.rows.count),
      ])
  }
}
