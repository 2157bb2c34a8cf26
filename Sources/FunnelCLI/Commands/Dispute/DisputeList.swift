import ArgumentParser
import FunnelStore
import SharedFunnel

/// `dispute list`: disputes, the open ones unless all are asked for.
struct DisputeList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .disputeListAbstract, .disputeListDiscussion)

  @Flag(help: ArgumentHelp(.disputeAllHelp)) var all = false
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    var filter = HandoffFilter()
    filter.isDisputed = true
    filter.hasOpenDispute = all ? nil : true
    let cases = try session.store.handoffs(filter, now: session.now)
    try output.print(
      DisputeAnswer(session: session).grid(cases), schema: "disputes", members: ["now": JSONValue(session.now)])
  }
}
