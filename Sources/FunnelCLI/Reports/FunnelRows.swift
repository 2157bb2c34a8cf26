import FunnelStore
import SharedFunnel

/// A funnel as flat rows, one a stage; with `--by` one a group and stage. Each row says what it means.
struct FunnelRows {
  let definition: FunnelDefinition

  private var request: FunnelRequest { definition.request }

  var grid: Grid {
    let groupColumn = request.grouping.map { [Grid.Column(key: $0.rawValue, title: $0.rawValue)] } ?? []
    var rows: [[Cell]] = []
    for answer in [definition.answer] + definition.answer.previous {
      let meaning = FunnelDefinition(request: request, answer: answer, window: definition.window).cells
      if request.grouping == nil {
        rows += answer.total.steps.map { cells($0) + meaning }
      } else {
        for group in answer.groups { rows += group.table.steps.map { [Cell(group.name)] + cells($0) + meaning } }
      }
    }
    return Grid(columns: groupColumn + FunnelRows.columns + FunnelDefinition.columns, rows: rows)
  }

  private static let columns: [Grid.Column] = [
    ("stage", .integer), ("key", .text), ("owners", .text), ("from", .text), ("cohort", .integer),
    ("entered", .integer), ("reached", .integer), ("skipped", .integer), ("converted", .integer), ("lost", .integer),
    ("open", .integer), ("drop_off", .text), ("drop_off_rate", .percent(digits: 1)),
    ("conversion", .percent(digits: 1)), ("conversion_low", .percent(digits: 1)),
    ("conversion_high", .percent(digits: 1)), ("immature", .text), ("estimate", .percent(digits: 1)),
    ("estimate_low", .percent(digits: 1)), ("estimate_high", .percent(digits: 1)),
  ].map { (key: String, kind: Grid.Column.Kind) in Grid.Column(key: key, title: key, kind: kind) }

  private func cells(_ step: FunnelStep) -> [Cell] {
    func share(_ value: Double?) -> Cell { value.map(Cell.fraction) ?? .null }
    let losses = step.dropOff.map { "\($0.bucket.key)=\($0.lost)" }
    return [
      Cell(step.stage), .text(step.stage.key), .text(step.owners.key), Cell(step.from?.key), Cell(step.cohort),
      Cell(step.entered), Cell(step.reached), Cell(step.skipped), Cell(step.converted), Cell(step.lost),
      Cell(step.open), .text(losses.joined(separator: ",")), share(step.dropOffRate), share(step.conversion),
      share(step.interval?.low), share(step.interval?.high), .text(step.immature ? "true" : "false"),
      share(step.estimate?.value), share(step.estimate?.interval?.low), share(step.estimate?.interval?.high),
    ]
  }
}
