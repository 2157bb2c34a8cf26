import ArgumentParser
import FunnelStore
import SharedFunnel

/// `dispute open LEAD --cause KEY`: the giving side objects to a rejection or a return. A member of the giving side.
struct DisputeOpen: ParsableCommand {
  static let configuration = CommandConfiguration("open", .disputeOpenAbstract, .disputeOpenDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Option(help: ArgumentHelp(.causeHelp, valueName: "key")) var cause: String
  @Option(help: ArgumentHelp(.noteHelp, valueName: "text")) var note: String?
  @Option(help: ArgumentHelp(.disputeEvidenceHelp, valueName: "text")) var evidence: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let receipt = try BulkLeads(names: [lead], time: time, acting: acting, dry: dry).receipt(in: session)
    var answer = try receipt.perform(
      personal: .said([(.note, note), (.evidence, evidence)]), done: .disputeOpened, ["cause": cause]
    ) { words in
      .dispute(cause: try words.reason(cause, for: .conflict))
    }
    if !dry.isDryRun, let lead = receipt.leads.first {
      answer.lines += try DisputeAnswer(session: session).awaited(try session.store.carrier(of: lead))
    }
    try output.print(answer)
  }
}
