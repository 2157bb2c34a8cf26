import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report trend`: a rate over time; or what is behind one of its numbers.
struct ReportTrend: ParsableCommand {
  static let configuration = CommandConfiguration("trend", .trendReportAbstract, .trendReportDiscussion)

  @Argument(help: ArgumentHelp(.trendRateHelp), transform: TrendRateArgument.init) var rate: TrendRateArgument
  @Option(help: ArgumentHelp(.trendByHelp)) var by: PeriodUnit = .month
  @Option(
    parsing: .unconditional, help: ArgumentHelp(.trendWindowHelp, valueName: "time"), transform: WindowArgument.init)
  var window: WindowArgument?
  @Option(help: ArgumentHelp(.trendGroupHelp)) var group: Dimension?
  @Option(help: ArgumentHelp(.reportPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.funnelModeHelp)) var mode: FunnelQuery.Mode?
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.trendLeadsHelp, valueName: "number"), transform: TrendNumberText.init)
  var leads: TrendNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  /// A quarter of a year: what follows later is rarely due to the entry.
  private static let defaultWindow = "90d"

  func validate() throws {
    try compare.check(period: period)
    if group == .month { throw Failure.usage(Message.trendNoMonths()) }
    switch rate.rate {
    case .handoffs:
      if window != nil { throw Failure.usage(Message.trendNoWindow()) }
      if mode != nil { throw Failure.usage(Message.trendNoMode()) }
    case .leads(.losing): if mode != nil { throw Failure.usage(Message.trendNoMode()) }
    case .leads(.reaching): break
    }
  }

  func run() throws {
    let session = try file.reading()
    let window = isOfLeads ? try self.window ?? WindowArgument(ReportTrend.defaultWindow) : nil
    let request = try request(window, in: session)
    let definition = TrendDefinition(request: request, window: window?.text)
    if let leads {
      try printList(leads, definition, in: session)
      return
    }
    let rendering = TrendRendering(
      definition: definition, answer: try session.store.trend(request),
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(rendering.page)
  }

  private var isOfLeads: Bool {
    if case .leads = rate.rate { true } else { false }
  }

  private func request(_ window: WindowArgument?, in session: Session) throws -> TrendRequest {
    var who = FunnelRequest(scope: try scope.scope(in: session))
    who.mode = mode ?? .reached
    who.window = window?.seconds
    who.from = rate.from
    who.period = try period.map { try session.period($0, who.scope) }
    who.conditions = try filter.conditions().leadConditions(months: isOfLeads)
    who.comparison = try compare.period(beside: who.period, who.scope, in: session)
    who.grouping = group
    var request = TrendRequest(rate.rate, of: who)
    request.unit = by
    return request
  }

  private func printList(_ number: TrendNumberText, _ definition: TrendDefinition, in session: Session) throws {
    var request = definition.request
    request.who.grouping = nil
    request.who.conditions = try number.narrowed(request.who.conditions, months: isOfLeads)
    switch try session.store.list(behind: number.number, at: number.point, of: request) {
    case nil: throw Failure.usage(Message.trendNoPoint(["point": number.point]))
    case .leads(let leads):
      try output.print(
        ReportLeadList(
          report: "report.trend", number: number.text, rows: try session.store.leads(leads), scope: request.who.scope,
          zone: session.zone.identifier,
          definition: TrendDefinition(request: request, window: definition.window).question))
    case .crossings(let items):
      try output.print(
        HandoffListRendering(
          report: "report.trend", number: number.text, scope: request.who.scope, period: request.who.period,
          conditions: request.who.conditions, items: items, zone: session.zone.identifier))
    }
  }
}
