import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead score LEAD… POINTS`: how ready leads are, in points of the team's own scale. Any member.
struct LeadScore: ParsableCommand {
  static let configuration = CommandConfiguration("score", .leadScoreAbstract, .leadScoreDiscussion)

  @Argument(help: ArgumentHelp(.leadsThenPointsHelp, valueName: "lead… points")) var words: [String]
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let (leads, last) = try LeadNames.splitLast(words, missing: .noPoints)
    guard let points = Int32(last) else { throw Failure.usage(Message.badPoints(["text": last])) }
    let session = try file.writing()
    let receipt = try BulkLeads(names: leads, time: time, acting: acting, dry: dry).receipt(in: session)
    try output.print(receipt.perform(done: .leadsScored, ["points": last]) { _ in .score(points) })
  }
}
