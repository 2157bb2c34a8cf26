import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report plan`: the entries each stage needs, month by month, to meet the target, and what each lever is worth.
struct ReportPlan: ParsableCommand {
  static let configuration = CommandConfiguration("plan", .planAbstract, .planDiscussion)

  @OptionGroup var outlook: OutlookOptions
  @Option(
    name: .customLong("what-if"), help: ArgumentHelp(.planWhatIfHelp, valueName: "lever"), transform: ReportPlan.lever)
  var levers: [Lever] = []
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  static func lever(_ text: String) throws -> Lever {
    do { return try Lever(text: text) } catch { throw Failure.usage(error.message) }
  }

  func run() throws {
    let session = try file.reading()
    let request = try outlook.request(in: session)
    try output.print(
      PlanRendering(
        answer: try session.store.plan(request, levers: levers), request: request, isAsked: !levers.isEmpty,
        text: RateText(glyphs: Terminal.standardOutput().glyphs)
      ).page)
  }
}
