import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff sweep`: writes down which offers nobody answered in time. Any member; how often it runs changes nothing.
struct HandoffSweep: ParsableCommand {
  static let configuration = CommandConfiguration("sweep", .sweepAbstract, .sweepDiscussion)

  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let swept = try session.store.sweep(act.context, isDryRun: dry.isDryRun)
    let grid = Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier),
        Grid.Column(key: "due", title: .columnDue, kind: .timestamp),
        Grid.Column(key: "outcome", title: .columnOutcome),
      ],
      rows: swept.map { [.integer(Int64($0.lead.rawValue)), Cell($0.due), .text($0.outcome.key)] })
    let count = Message.sweptOffers(["count": NumberText.integer(Int64(swept.count))])
    let leads = swept.map(\.lead.text).joined(separator: ", ")
    try output.print(
      Answer(
        schema: "sweep", lines: swept.isEmpty ? [Message.sweptNone()] : [count, Message.sweptLeads(["leads": leads])],
        grid: grid, members: ["recorded": .bool(!dry.isDryRun), "dry_run": .bool(dry.isDryRun)],
        notes: dry.isDryRun ? [Message.nothingRecorded()] : []))
  }
}
