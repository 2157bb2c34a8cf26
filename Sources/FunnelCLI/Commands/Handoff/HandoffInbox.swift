import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff inbox`: offers that wait for an answer, the most urgent first.
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
    try output.print(grid(items), schema: "inbox", members: ["now": JSONValue(session.now)])
  }

  private func grid(_ items: [InboxItem]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "from", title: .columnFrom, kind: .integer, priority: 3),
        Grid.Column(key: "to", title: .columnTo, kind: .integer, priority: 6),
        Grid.Column(key: "receiver", title: .columnReceiver, priority: 5),
        Grid.Column(key: "member", title: .columnMember, priority: 2),
        Grid.Column(key: "offered_by", title: .columnOfferedBy, priority: 1),
        Grid.Column(key: "offered", title: .columnOffered, kind: .timestamp, priority: 1),
        Grid.Column(key: "due", title: .columnDue, kind: .timestamp, priority: 7),
        Grid.Column(key: "overdue", title: .columnOverdue, priority: 8),
      ],
      rows: items.map { item in
        [
          output.format == .table ? .text(item.lead.lead.text) : .integer(Int64(item.lead.lead.rawValue)),
          Cell(item.lead.label), Cell(item.from), Cell(item.to), Cell(item.receiver), Cell(item.member),
          Cell(item.offeredBy), Cell(item.offered), Cell(item.due), Cell(item.isOverdue),
        ]
      }, empty: .inboxEmpty)
  }
}
