import ArgumentParser
import FunnelStore
import SharedFunnel

/// `reason list`: why leads are lost, and why offers are rejected.
struct ReasonList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .reasonListAbstract, .reasonListDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    try output.print(ReasonList.grid(try file.reading().workspace.reasons), schema: "reasons")
  }

  /// Where the reason is asked for.
  private static func commands(_ use: Reason.Use) -> String {
    switch use {
    case .loss: "lead lose"
    case .rejection: "handoff reject, return"
    case .conflict: "dispute open"
    }
  }

  static func grid(_ reasons: [Reason]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "key", title: .columnKey, priority: 9, fit: .whole),
        Grid.Column(key: "kind", title: .columnKind, priority: 8),
        Grid.Column(key: "label", title: .columnLabel, priority: 7, fit: .wrapped),
        Grid.Column(key: "answers", title: .columnAnswers, priority: 6),
      ],
      rows: reasons.map { reason in
        [
          .text(reason.key), .text(reason.kind.rawValue), .text(reason.label),
          .text(ReasonList.commands(reason.kind.use)),
        ]
      })
  }
}
