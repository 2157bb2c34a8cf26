import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report flow`: the balance of each stage, what came in and what went out, by day, week, month or quarter; or the
/// stays behind one of its numbers.
struct ReportFlow: ParsableCommand {
  static let configuration = CommandConfiguration("flow", .flowAbstract, .flowDiscussion)

  @Option(help: ArgumentHelp(.reportPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.flowByHelp)) var by: PeriodUnit = .month
  @Option(help: ArgumentHelp(.flowGroupHelp)) var group: Dimension?
  @Option(help: ArgumentHelp(.flowStageHelp), transform: StageArgument.read) var stage: [Stage] = []
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.flowLeadsHelp, valueName: "number"), transform: FlowNumberText.init)
  var leads: FlowNumberText?
  @OptionGroup var svg: SVGOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    try svg.check(output.format, of: file)
    if group == .month { throw Failure.usage(Message.flowNoMonths()) }
    if svg.path != nil, compare.text != nil || leads != nil || group != nil {
      throw Failure.usage(Message.svgOfOnePeriod())
    }
  }

  func run() throws {
    let session = try file.reading()
    var request = FlowRequest(scope: try scope.scope(in: session))
    request.unit = by
    request.stages = Set(stage)
    request.period = try period.map { try session.period($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    if let leads {
      let list = try leads.visits(of: request, in: session.store)
      try output.print(
        VisitListRendering(
          report: "report.flow", number: leads.text, scope: request.scope, period: request.period,
          conditions: list.conditions, items: list.items, zone: session.zone.identifier))
      return
    }
    request.grouping = group
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    let report = FlowRendering(
      answer: try session.store.flow(request), request: request,
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try svg.write(FlowChart(rendering: report).svg)
    if svg.isStandardOutput { return }
    try output.print(report.page)
  }
}
