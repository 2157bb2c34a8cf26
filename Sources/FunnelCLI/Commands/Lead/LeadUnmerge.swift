import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead unmerge LEAD…`: the leads are their own again. A member of an owner of the stage, or a head.
struct LeadUnmerge: ParsableCommand {
  static let configuration = CommandConfiguration("unmerge", .leadUnmergeAbstract, .leadUnmergeDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let leads = try leads.map { try session.store.lead(exactly: $0) }
    let changed = try session.store.unmerge(leads, act)
    let titles = try session.store.leads(leads).titles
    try output.print(
      Answer.corrected(
        try session.store.leads(changed), Message.unmergedLeads(["leads": titles]), act, "unmerge"))
  }
}
