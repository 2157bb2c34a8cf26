import FunnelStore
import SharedFunnel

/// The stages as they are owned now.
struct StageAnswer {
  let session: Session

  private var ownership: Ownership { session.workspace.ownership }

  var grid: Grid {
    Grid(
      columns: [
        Grid.Column(key: "stage", title: .columnStage, kind: .integer, priority: 9),
        Grid.Column(key: "key", title: .columnKey, priority: 8, fit: .whole),
        Grid.Column(key: "title", title: .columnTitle, priority: 4, fit: .whole),
        Grid.Column(key: "owners", title: .columnOwners, priority: 7, fit: .wrapped),
        Grid.Column(key: "responsible", title: .columnResponsible, priority: 6, fit: .whole),
        Grid.Column(key: "since", title: .columnSince, kind: .timestamp, priority: 5),
      ],
      rows: Stage.allCases.map(row), notes: [lines])
  }

  private func row(_ stage: Stage) -> [Cell] {
    let assignment = ownership.assignment(of: stage, at: session.now)
    return [
      Cell(stage), .text(stage.key), .text(stage.title()), Cell(ownership.owners(of: stage, at: session.now)),
      Cell(assignment?.responsible.flatMap { session.workspace.roster[$0]?.handle }), Cell(assignment?.from),
    ]
  }

  /// Where the lines are, in a sentence.
  var lines: String {
    let boundaries = ownership.boundaries(at: session.now)
    guard !boundaries.isEmpty else { return Message.noLines() }
    let places = boundaries.map { "\($0.before.number)|\($0.after.number)" }
    return Message.linesAt(["places": places.joined(separator: ", ")])
  }
}
