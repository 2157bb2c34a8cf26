import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report agreement`: what the two sides of a line owe each other and what they delivered, version by version; or the
/// offers behind one of its numbers.
struct ReportAgreement: ParsableCommand {
  static let configuration = CommandConfiguration("agreement", .agreementReportAbstract, .agreementReportDiscussion)

  @Option(help: ArgumentHelp(.agreementPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.agreementLineHelp, valueName: "from:to"), transform: LineArgument.read)
  var line: HandoffLine?
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.agreementLeadsHelp, valueName: "number"), transform: AgreementNumberText.init)
  var leads: AgreementNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    if leads != nil, compare.text != nil {
      throw Failure.usage(
        Message.reportLeadsAlone(["options": "--compare", "example": "number=answer_missed,version=2"]))
    }
  }

  func run() throws {
    let session = try file.reading()
    var request = AgreementRequest(scope: try scope.scope(in: session))
    request.period = try period.map { try session.period($0, request.scope) }
    request.line = line
    if let leads {
      let choice = try leads.choice(of: request, in: session)
      try output.print(
        HandoffListRendering(
          report: "report.agreement", number: leads.text, scope: request.scope, period: request.period,
          conditions: [], items: try session.store.offers(choice, of: request), zone: session.zone.identifier))
      return
    }
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    let rendering = AgreementRendering(
      answer: try session.store.agreements(request), request: request,
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(rendering.page)
  }
}
