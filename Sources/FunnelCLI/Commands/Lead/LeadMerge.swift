import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead merge LEAD OTHER…`: the others are the first one. A member of an owner of its stage, or a head.
struct LeadMerge: ParsableCommand {
  static let configuration = CommandConfiguration("merge", .leadMergeAbstract, .leadMergeDiscussion)

  @Argument(help: ArgumentHelp(.leadMergeTargetHelp)) var lead: String
  @Argument(help: ArgumentHelp(.leadMergeOthersHelp, valueName: "other")) var others: [String]
  @Option(help: ArgumentHelp(.correctionReasonHelp, valueName: "text")) var reason: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let target = try session.store.lead(named: lead)
    let merged = try LeadNames.leads(others, in: session)
    let titles = try session.store.leads(merged).titles
    let rows = try session.store.leads([try session.store.merge(merged, into: target, reason: reason, act)])
    try output.print(
      Answer.corrected(rows, Message.mergedLeads(["others": titles, "lead": rows.titles]), act, "merge"))
  }
}
