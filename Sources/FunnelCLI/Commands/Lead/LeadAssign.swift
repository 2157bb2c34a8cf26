import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead assign LEAD… MEMBER`: who works on the leads. Any member.
struct LeadAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    "assign", .leadAssignAbstract, .leadAssignDiscussion, usage: .leadAssignUsage)

  @Argument(help: ArgumentHelp(.leadsThenMemberHelp, valueName: "lead> ... <member")) var words: [String]
  @Flag(help: ArgumentHelp(.nobodyHelp)) var nobody = false
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let (names, handle) = nobody ? (words, nil) : try split()
    let member = try handle.map(session.store.member)
    let receipt = try BulkLeads(names: names, time: time, acting: acting, dry: dry).receipt(in: session)
    try output.print(
      receipt.perform(done: .leadsAssigned, ["member": member?.handle ?? Message.nobody()]) { _ in .assign(member) })
  }

  private func split() throws -> (leads: [String], member: String?) {
    let parts = try LeadNames.splitLast(words, missing: .memberMissing)
    return (parts.leads, parts.last)
  }
}
