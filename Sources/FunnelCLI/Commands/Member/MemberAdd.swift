import ArgumentParser
import FunnelStore
import SharedFunnel

/// `member add HANDLE`: needs no acting member, since the first one has nobody to be added by.
struct MemberAdd: ParsableCommand {
  static let configuration = CommandConfiguration("add", .memberAddAbstract, .memberAddDiscussion)

  @Argument(help: ArgumentHelp(.handleHelp)) var handle: String
  @Option(
    name: .customLong("department"), help: ArgumentHelp(.memberDepartmentHelp, valueName: "department"),
    transform: DepartmentArgument.readSet)
  var departments: [DepartmentSet]
  @Option(
    name: .customLong("head"), help: ArgumentHelp(.memberHeadHelp, valueName: "department"),
    transform: DepartmentArgument.readSet)
  var heads: [DepartmentSet] = []
  @Option(help: ArgumentHelp(.memberNameHelp)) var name: String?
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    // The parser lets an array be empty.
    if departments.isEmpty { throw Failure.usage(Message.departmentMissing()) }
  }

  func run() throws {
    let session = try file.writing()
    let id = try session.store.addMember(
      handle: handle, name: name, departments: DepartmentSet(departments), heads: DepartmentSet(heads),
      by: try acting.recorder(in: session), session.context(acting.command.id))
    let members = try MemberAnswer(session: session, handle: handle)
    let done = id == nil ? Message.recordedBefore() : Message.memberAdded(["member": handle])
    try output.print(members.answer(done, isRecorded: id != nil))
  }
}
