import ArgumentParser
import FunnelStore
import SharedFunnel

/// `period close PERIOD`: signs what the period brought for the department that the member heads.
struct PeriodClose: ParsableCommand {
  static let configuration = CommandConfiguration("close", .periodCloseAbstract, .periodCloseDiscussion)

  @Argument(help: ArgumentHelp(.targetPeriodHelp)) var period: String
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let period = try TargetPeriodArgument.read(period, in: session)
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let page = PeriodPage(session: session, period: period)
    let before = session.workspace.closings.pending(period)
    guard let state = try session.store.closePeriod(period, act) else {
      try output.print(Answer(schema: "period", lines: [Message.recordedBefore()], grid: page.grid([])))
      return
    }
    let isMoved = before.map { $0.figures != state.present } ?? false
    let done = (state.pending == nil ? Message.periodClosed : .periodSigned)([
      "period": period.label, "member": act.actor.handle,
      "departments": state.pending?.unsigned.departments.map(\.key).joined(separator: ", ") ?? "",
    ])
    let lines = [done] + (isMoved ? [Message.periodMoved()] : []) + page.lines(state)
    try output.print(
      Answer(
        schema: "period", lines: lines, grid: page.grid([state.pending, state.closed].compactMap(\.self)),
        members: page.members(state), notes: dry.isDryRun ? [Message.nothingRecorded()] : []))
  }
}
