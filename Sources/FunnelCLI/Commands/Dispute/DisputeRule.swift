import ArgumentParser
import FunnelStore
import SharedFunnel

/// `dispute rule LEAD upheld|overturned|split --reason TEXT`: settles a dispute. The head of both sides or, where none
/// is free of the case, heads of both concurring.
struct DisputeRule: ParsableCommand {
  static let configuration = CommandConfiguration("rule", .disputeRuleAbstract, .disputeRuleDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Argument(help: ArgumentHelp(.rulingHelp), transform: DisputeRule.readRuling) var ruling: Ruling
  @Option(help: ArgumentHelp(.rulingReasonHelp, valueName: "text")) var reason: String
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw Failure.usage(Message.emptyRulingReason()) }
  }

  func run() throws {
    let session = try file.writing()
    let receipt = try BulkLeads(names: [lead], time: time, acting: acting, dry: dry).receipt(in: session)
    var answer = try receipt.perform(
      personal: .note(reason), done: .disputeRuled, ["ruling": ruling.key, "actor": receipt.act.actor.handle]
    ) { _ in .rule(ruling) }
    if !dry.isDryRun, let lead = receipt.leads.first {
      answer.lines += try DisputeAnswer(session: session).awaited(try session.store.carrier(of: lead))
    }
    try output.print(answer)
  }

  private static func readRuling(_ text: String) throws -> Ruling {
    guard let ruling = Ruling(key: text) else {
      let known = Ruling.allCases.map(\.key).joined(separator: ", ")
      throw Failure.usage(Message.noSuchRuling(["text": text, "known": known]))
    }
    return ruling
  }
}
