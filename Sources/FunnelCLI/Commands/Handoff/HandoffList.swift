import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff list`: offers and what came of them, the latest first.
struct HandoffList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .handoffListAbstract, .handoffListDiscussion)

  @Option(help: ArgumentHelp(.handoffOutcomeHelp, valueName: "outcome"), transform: HandoffList.readOutcome)
  var outcome: HandoffOutcome?
  @Option(help: ArgumentHelp(.handoffGiverHelp, valueName: "department"), transform: DepartmentArgument.read)
  var giver: DepartmentSet?
  @Option(help: ArgumentHelp(.handoffReceiverHelp, valueName: "department"), transform: DepartmentArgument.read)
  var receiver: DepartmentSet?
  @Flag(help: ArgumentHelp(.handoffDisputedHelp)) var disputed = false
  @Option(help: ArgumentHelp(.handoffLimitHelp, valueName: "count")) var limit = 50
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if limit < 0 { throw Failure.usage(Message.negativeLimit()) }
  }

  func run() throws {
    let session = try file.reading()
    var filter = HandoffFilter()
    filter.outcome = outcome
    filter.giver = giver
    filter.receiver = receiver
    filter.isDisputed = disputed ? true : nil
    filter.limit = limit == 0 ? nil : limit + 1
    var cases = try session.store.handoffs(filter, now: session.now)
    let hasMore = limit > 0 && cases.count > limit
    if hasMore { cases.removeLast() }
    var grid = HandoffGrid(session: session).grid(cases)
    if hasMore { grid.notes = [Message.listIsCut(["count": String(limit)])] }
    try output.print(grid, schema: "handoffs_list", members: ["now": JSONValue(session.now)])
  }

  private static func readOutcome(_ text: String) throws -> HandoffOutcome {
    guard let outcome = HandoffOutcome(key: text.lowercased().replacing("-", with: "_")) else {
      let known = HandoffOutcome.allCases.map(\.key).joined(separator: ", ")
      throw Failure.usage(Message.noSuchOutcome(["text": text, "known": known]))
    }
    return outcome
  }
}
