import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report losses`: lost leads by reason, stage, owner at the time and source; or the leads behind one of its numbers.
struct ReportLosses: ParsableCommand {
  static let configuration = CommandConfiguration("losses", .lossReportAbstract, .lossReportDiscussion)

  @Option(help: ArgumentHelp(.lossPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.lossEnteredHelp, valueName: "period")) var entered: String?
  @Option(help: ArgumentHelp(.lossByHelp)) var by: [LossDimension] = []
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.lossLeadsHelp, valueName: "number"), transform: LossNumberText.init)
  var leads: LossNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws { try compare.check(period: period) }

  func run() throws {
    let session = try file.reading()
    var request = LossRequest(scope: try scope.scope(in: session))
    request.period = try period.map { try session.period($0, request.scope) }
    request.entered = try entered.map { try session.period($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions()
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    if !by.isEmpty { request.dimensions = by }
    let definition = LossDefinition(request: request)
    if let leads {
      let found = try session.store.leads(lost: leads.choice, of: request)
      try output.print(
        ReportLeadList(
          report: "report.losses", number: leads.text, rows: try session.store.leads(found), scope: request.scope,
          zone: session.zone.identifier, definition: definition.question))
      return
    }
    let rendering = LossRendering(
      definition: definition, answer: try session.store.losses(request),
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(rendering.page)
  }
}
