import ArgumentParser
import FunnelStore
import SharedFunnel

/// `dispute show LEAD`: the disputed handoffs of a lead, with all that was said about them.
struct DisputeShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .disputeShowAbstract, .disputeShowDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let lead = try session.store.carrier(of: try session.store.lead(named: lead))
    let cases = try session.store.handoffs(of: lead).filter { $0.handoff.dispute != nil }
    let title = try session.store.leads([lead]).first?.title ?? lead.text
    let pages = cases.flatMap { [""] + HandoffPage(item: $0, session: session).lines }
    try output.print(
      Answer(
        schema: "disputes", lines: cases.isEmpty ? [Message.neverDisputed(["lead": title])] : [title] + pages,
        grid: DisputeAnswer(session: session).grid(cases), members: ["now": JSONValue(session.now)]))
  }
}
