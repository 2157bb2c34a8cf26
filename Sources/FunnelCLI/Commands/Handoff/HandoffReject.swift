import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff reject LEAD… --reason KEY`: sends offered leads back, with a reason of the catalogue. A member of the
/// receiving side.
struct HandoffReject: ParsableCommand {
  static let configuration = CommandConfiguration("reject", .rejectAbstract, .rejectDiscussion)

  @OptionGroup var offered: OfferedLeads
  @Option(help: ArgumentHelp(.rejectReasonHelp, valueName: "key")) var reason: String
  @Option(help: ArgumentHelp(.noteHelp, valueName: "text")) var note: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let receipt = try offered.receipt(time, acting, dry, in: session)
    try output.print(
      receipt.perform(personal: .note(note), done: .leadsRejected, ["reason": reason]) { words in
        .reject(try words.reason(reason, for: .rejection))
      })
  }
}
