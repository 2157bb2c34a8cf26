import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report handoffs`: what was offered over the lines, how it was answered and how fast; or the crossings behind one of
/// its numbers.
struct ReportHandoffs: ParsableCommand {
  static let configuration = CommandConfiguration("handoffs", .handoffReportAbstract, .handoffReportDiscussion)

  @Option(help: ArgumentHelp(.reportPeriodHelp)) var period: String?
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.handoffLeadsHelp, valueName: "number"), transform: HandoffNumberText.init)
  var leads: HandoffNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws { try compare.check(period: period) }

  func run() throws {
    let session = try file.reading()
    var request = HandoffRequest(scope: try scope.scope(in: session))
    request.period = try period.map { try session.period($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    if let leads {
      try output.print(
        HandoffListRendering(
          report: "report.handoffs", number: leads.text, scope: request.scope, period: request.period,
          conditions: request.conditions, items: try leads.items(of: request, in: session.store),
          zone: session.zone.identifier))
      return
    }
    let report = HandoffRendering(
      answer: try session.store.handoffs(request), request: request,
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(report.page)
  }
}
