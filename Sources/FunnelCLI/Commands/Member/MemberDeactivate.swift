import ArgumentParser
import FunnelStore
import SharedFunnel

/// `member deactivate HANDLE`: keeps every record of a member who left, who can no longer act. Any member.
struct MemberDeactivate: ParsableCommand {
  static let configuration = CommandConfiguration(
    "deactivate", .memberDeactivateAbstract, .memberDeactivateDiscussion)

  @Argument(help: ArgumentHelp(.handleHelp)) var handle: String
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session)
    let isNew = try session.store.leads(recordedBy: act.context.id) == nil
    try session.store.deactivateMember(handle, by: .member(act.actor.id), act.context)
    let done = isNew ? Message.memberDeactivated(["member": handle]) : Message.recordedBefore()
    try output.print(MemberAnswer(session: session, handle: handle).answer(done, isRecorded: isNew))
  }
}
