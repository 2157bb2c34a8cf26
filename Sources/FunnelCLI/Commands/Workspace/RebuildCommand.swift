import ArgumentParser
import FunnelStore
import SharedFunnel

/// `rebuild`: makes the projection anew from the journal. It changes no fact.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration("rebuild", .rebuildAbstract, .rebuildDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let events = try Progress.show(.rebuilding, counted: .progressEvents) { report in
      try session.store.rebuild { try report(nil, Int64($0)) }
    }
    let grid = Grid(
      columns: [Grid.Column(key: "events", title: .columnEvents, kind: .integer)], rows: [[Cell(events)]])
    try output.print(
      Answer(
        schema: "rebuild", lines: [Message.rebuilt(["count": NumberText.integer(Int64(events))])], grid: grid,
        document: ["events": .int(Int64(events))]))
  }
}
