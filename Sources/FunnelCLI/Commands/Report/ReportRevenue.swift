import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report revenue`: what a period brought against its target, and whose it is; or the purchases behind one of its
/// numbers.
struct ReportRevenue: ParsableCommand {
  static let configuration = CommandConfiguration("revenue", .revenueReportAbstract, .revenueReportDiscussion)

  @Option(help: ArgumentHelp(.revenuePeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.revenueByHelp)) var by: RevenueDimension?
  @Option(help: ArgumentHelp(.revenueModelHelp), transform: ReportRevenue.readModel)
  var model: [AttributionModel] = []
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.revenueLeadsHelp, valueName: "number"), transform: RevenueNumberText.init)
  var leads: RevenueNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    if leads != nil, by != nil || compare.text != nil || !model.isEmpty {
      throw Failure.usage(
        Message.reportLeadsAlone(["options": "--by, --compare, --model", "example": "attained,segment=smb"]))
    }
    if let comparing = model.first(where: { !$0.isPerPurchase }), by != .channel {
      throw Failure.usage(Message.revenueOnlyChannels(["model": comparing.text]))
    }
  }

  func run() throws {
    let session = try file.reading()
    var request = RevenueRequest(scope: try scope.scope(in: session))
    request.period = try period.map { try session.targetPeriod($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    if let leads {
      request.grouping = leads.row?.dimension
      try output.print(
        RevenueListRendering(
          number: leads.text, request: request,
          items: try session.store.revenueItems(leads.choice, row: leads.row.map(\.name), of: request),
          session: session))
      return
    }
    request.grouping = by
    for model in model {
      switch model {
      case .perPurchase(let model): request.models.append(model)
      case .comparison(let model): request.channelModels.append(model)
      }
    }
    let own = request.period.map { $0.period(in: session.zone) }
    request.comparison = try compare.period(beside: own, request.scope, in: session)
    let rendering = RevenueRendering(
      answer: try session.store.revenue(request), request: request,
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(rendering.page)
  }

  static func readModel(_ text: String) throws -> AttributionModel {
    do { return try AttributionModel(text: text) } catch { throw Failure.usage(error.message) }
  }
}

extension Session {
  /// A period as people type it: of targets, fiscal ones too, or of reports (`this quarter`).
  func targetPeriod(_ text: String, _ scope: ReportScope) throws -> TargetPeriod {
    if let period = try? TargetPeriod(text: text, fiscalStart: workspace.fiscalYear.start) { return period }
    return TargetPeriod(try period(text, scope), in: zone)
  }
}
