import ArgumentParser
import FunnelStore
import SharedFunnel

/// `period show PERIOD`: what was signed, what it would be now, and each sale or refund that makes the difference.
struct PeriodShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .periodShowAbstract, .periodShowDiscussion)

  @Argument(help: ArgumentHelp(.targetPeriodHelp)) var period: String
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let period = try TargetPeriodArgument.read(period, in: session)
    let state = try session.store.periodState(period, ReportScope(now: session.now))
    let page = PeriodPage(session: session, period: period)
    let changes = page.changes(state)
    try output.print(
      Answer(
        schema: "period", lines: page.lines(state), grid: changes, members: page.members(state),
        sections: changes.rows.isEmpty ? [] : [changes]))
  }
}
