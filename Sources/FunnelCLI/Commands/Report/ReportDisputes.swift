import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report disputes`: rejections and returns that the giving side objected to, how they were ruled on and how soon; or
/// the disputes behind one of its numbers.
struct ReportDisputes: ParsableCommand {
  static let configuration = CommandConfiguration("disputes", .disputeReportAbstract, .disputeReportDiscussion)

  @Option(help: ArgumentHelp(.disputePeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.disputeByHelp)) var by: [DisputeDimension] = []
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.disputeLeadsHelp, valueName: "number"), transform: DisputeNumberText.init)
  var leads: DisputeNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    if leads != nil, !by.isEmpty || compare.text != nil {
      throw Failure.usage(
        Message.reportLeadsAlone(["options": "--by, --compare", "example": "cause=budget,outcome=open"]))
    }
  }

  func run() throws {
    let session = try file.reading()
    var request = DisputeRequest(scope: try scope.scope(in: session))
    request.period = try period.map { try session.period($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    if !by.isEmpty { request.dimensions = by }
    if let leads {
      try output.print(
        DisputeListRendering(
          number: leads.text, request: request, items: try session.store.disputes(leads.choice, of: request),
          zone: session.zone.identifier))
      return
    }
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    let rendering = DisputeRendering(
      answer: try session.store.disputes(request), request: request,
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(rendering.page)
  }
}
