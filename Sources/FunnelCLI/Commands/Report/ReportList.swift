import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report list`: the saved reports, who saved each and when.
struct ReportList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .reportListAbstract, .reportListDiscussion)

  @Option(name: .customLong("known-at"), help: ArgumentHelp(.reportKnownAtHelp, valueName: "time"))
  var knownAt: String?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let views = try session.store.savedViews(knownAt: try knownAt.map(session.observationEnd))
    try output.print(ReportList.grid(views), schema: "report.list")
  }

  static func grid(_ views: [SavedViewRow]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "name", title: .columnName, priority: 9, fit: .whole),
        Grid.Column(key: "command", title: .columnCommand, priority: 8, fit: .wrapped),
        Grid.Column(key: "saved_by", title: .columnSavedBy, priority: 7),
        Grid.Column(key: "saved_at", title: .columnSavedAt, kind: .timestamp, priority: 6),
      ],
      rows: views.map { [.text($0.view.name), .text($0.view.command), .text($0.savedBy), Cell($0.savedAt)] },
      empty: .noViewsAtAll)
  }
}
