import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff inbox`: offers that wait for an answer, the oldest first.
struct HandoffInbox: ParsableCommand {
  static let configuration = CommandConfiguration("inbox", .inboxAbstract, .inboxDiscussion)

  @Option(help: ArgumentHelp(.inboxDepartmentHelp), transform: DepartmentArgument.read) var department: DepartmentSet?
  @Flag(help: ArgumentHelp(.inboxAllHelp)) var all = false
  @Flag(help: ArgumentHelp(.inboxOverdueHelp)) var overdue = false
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if all, department != nil { throw Failure.usage(Message.inboxTwice()) }
  }

  func run() throws {
    let session = try file.reading()
    let departments = all ? nil : try department ?? acting.member(in: session).departments
    let items = try session.store.inbox(of: departments, now: session.now).filter { $0.isOverdue || !overdue }
    try output.print(InboxAnswer(items: items, session: session).answer)
  }
}
