import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report handoffs`: what was offered over the lines, how it was answered and how fast; or the crossings behind one of
/// its numbers.
struct ReportHandoffs: ParsableCommand {
  static let configuration = CommandConfiguration("handoffs", .handoffReportAbstract, .handoffReportDiscussion)

  @Option(help: ArgumentHelp(.reportPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.handoffByHelp)) var by: HandoffGrouping?
  @Flag(help: ArgumentHelp(.handoffAuditHelp)) var audit = false
  @Option(
    parsing: .unconditional, help: ArgumentHelp(.handoffWindowHelp, valueName: "time"), transform: WindowArgument.init)
  var window: WindowArgument?
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.handoffLeadsHelp, valueName: "number"), transform: HandoffNumberText.init)
  var leads: HandoffNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    if leads != nil, by != nil || compare.text != nil {
      throw Failure.usage(
        Message.reportLeadsAlone(["options": "--by, --compare", "example": "number=offered,source=email"]))
    }
    if audit, by != nil || compare.text != nil || (window != nil && leads == nil) {
      throw Failure.usage(Message.auditAlone())
    }
  }

  func run() throws {
    let session = try file.reading()
    var request = HandoffRequest(scope: try scope.scope(in: session))
    request.period = try period.map { try session.period($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    request.window = window?.seconds
    if let leads {
      try output.print(leads, of: request, in: session)
      return
    }
    let text = RateText(glyphs: Terminal.standardOutput().glyphs)
    if audit {
      let report = HandoffAuditRendering(
        answer: try session.store.handoffAudit(request), request: request, text: text)
      try output.print(report.page)
      return
    }
    request.grouping = by
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    let report = HandoffRendering(
      answer: try session.store.handoffs(request), request: request, window: window?.text, text: text)
    try output.print(report.page)
  }
}

extension FormatOptions {
  /// The crossings or the leads behind a number.
  func print(_ number: HandoffNumberText, of request: HandoffRequest, in session: Session) throws {
    if let frequency = number.frequency {
      try print(
        LeadAtLineRendering(
          number: number.text, request: request,
          items: try number.leads(offered: frequency, of: request, in: session.store), zone: session.zone.identifier))
      return
    }
    try print(
      HandoffListRendering(
        report: "report.handoffs", number: number.text, scope: request.scope, period: request.period,
        conditions: request.conditions, items: try number.items(of: request, in: session),
        zone: session.zone.identifier))
  }
}
