import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff show LEAD`: every handoff of a lead, with all that was said about it.
struct HandoffShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .handoffShowAbstract, .handoffShowDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let lead = try session.store.carrier(of: try session.store.lead(named: lead))
    let cases = try session.store.handoffs(of: lead)
    let rows = try session.store.leads([lead])
    let pages = cases.flatMap { [""] + HandoffPage(item: $0, session: session).lines }
    let title = rows.first?.title ?? lead.text
    try output.print(
      Answer(
        schema: "handoffs_list", lines: cases.isEmpty ? [Message.neverOffered(["lead": title])] : [title] + pages,
        grid: HandoffGrid(session: session).grid(cases), members: ["now": JSONValue(session.now)]))
  }
}
