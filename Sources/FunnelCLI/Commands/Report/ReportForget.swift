import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report forget NAME`: a saved report that nobody wants any more. The journal keeps that it was there.
struct ReportForget: ParsableCommand {
  static let configuration = CommandConfiguration("forget", .reportForgetAbstract, .reportForgetDiscussion)

  @Argument(help: ArgumentHelp(.viewNameHelp)) var name: String
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    try session.store.removeView(
      named: name.lowercased(), by: try acting.recorder(in: session), session.context(acting.command.id))
    try output.print(
      Answer(
        schema: "report.list", lines: [Message.viewForgotten(["name": name.lowercased()])],
        grid: ReportList.grid(try session.store.savedViews())))
  }
}
