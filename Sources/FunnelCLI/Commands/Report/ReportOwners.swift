import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report owners`: which department owns each stage, since when, who answers for it, and where the lines are.
struct ReportOwners: ParsableCommand {
  static let configuration = CommandConfiguration("owners", .ownersAbstract, .ownersDiscussion)

  @Option(help: ArgumentHelp(.ownersPeriodHelp)) var period: String = "this month"
  @OptionGroup var compare: CompareOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let scope = try scope.scope(in: session)
    let period = try session.period(period, scope)
    let other = try compare.period(beside: period, scope, in: session)
    let report = OwnersRendering(
      answer: try session.store.owners(scope, period: period, comparison: other), period: period, comparison: other,
      scope: scope, text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(report.page)
  }
}
