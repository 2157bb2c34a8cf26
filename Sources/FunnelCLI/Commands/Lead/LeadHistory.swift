import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead history LEAD`: everything that is recorded of a lead, oldest first; what was voided stays and is marked.
struct LeadHistory: ParsableCommand {
  static let configuration = CommandConfiguration("history", .leadHistoryAbstract, .leadHistoryDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Flag(help: ArgumentHelp(.historyAllHelp)) var all = false
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let lead = try session.store.lead(named: lead)
    let history = HistoryAnswer(items: try session.store.history(of: lead), lead: lead, all: all)
    let row = try session.store.leads([lead]).first
    guard output.format == .json else {
      var grid = history.grid(full: output.format != .table && output.format != .markdown)
      grid.heading = row?.title
      return try output.print(grid, schema: "history")
    }
    var document: JSONObject = ["lead": .int(Int64(lead.rawValue))]
    document.append("rows", .array(history.objects))
    try output.print(Answer(schema: "history", lines: [], grid: history.grid(full: true), document: document))
  }
}
