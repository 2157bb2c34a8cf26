import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report funnel`: how many leads reach each stage, where they are lost and whose the loss is; or the leads behind one
/// of its numbers.
struct ReportFunnel: ParsableCommand {
  static let configuration = CommandConfiguration("funnel", .funnelReportAbstract, .funnelReportDiscussion)

  @Option(help: ArgumentHelp(.funnelModeHelp)) var mode: FunnelQuery.Mode = .reached
  @Option(
    parsing: .unconditional, help: ArgumentHelp(.funnelWindowHelp, valueName: "time"), transform: WindowArgument.init)
  var window: WindowArgument?
  @Option(help: ArgumentHelp(.funnelByHelp)) var by: Dimension?
  @OptionGroup var filter: WhereOptions
  @Option(help: ArgumentHelp(.funnelFromHelp, valueName: "stage"), completion: .stages, transform: StageArgument.read)
  var from: Stage?
  @Option(help: ArgumentHelp(.reportPeriodHelp)) var period: String?
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.funnelPairHelp, valueName: "from,to"), transform: ReportFunnel.readPair)
  var pair: StagePair?
  @Option(help: ArgumentHelp(.funnelLeadsHelp, valueName: "number"), transform: FunnelNumberText.init) var leads:
    FunnelNumberText?
  @OptionGroup var svg: SVGOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    try leads?.check(pair: pair)
    try svg.check(output.format, of: file)
    if svg.path != nil, by != nil || compare.text != nil || leads != nil {
      throw Failure.usage(Message.svgOfOneFunnel())
    }
  }

  func run() throws {
    let session = try file.reading()
    var request = FunnelRequest(scope: try scope.scope(in: session))
    request.mode = mode
    request.window = window?.seconds
    request.from = from
    request.period = try period.map { try session.period($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions()
    request.pair = pair
    if let leads {
      try output.print(FunnelList(session: session, request: request, number: leads))
      return
    }
    request.grouping = by
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    let definition = FunnelDefinition(
      request: request, answer: try session.store.funnel(request), window: window?.text)
    try svg.write(FunnelChart(definition: definition).svg)
    if svg.isStandardOutput { return }
    let tables = FunnelTables(definition: definition, text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(
      ReportPage(
        schema: "report.funnel", document: FunnelDocument(definition: definition).document,
        rows: FunnelRows(definition: definition).grid, tables: tables.tables,
        notes: tables.notes + definition.notes(withLosses: by == nil)))
  }

  private static func readPair(_ text: String) throws -> StagePair {
    let stages = text.split(separator: ",", omittingEmptySubsequences: false).map { Stage(text: String($0)) }
    guard stages.count == 2, let from = stages[0], let to = stages[1], from != to else {
      throw Failure.usage(Message.funnelBadPair(["text": text]))
    }
    return StagePair(from: from, to: to)
  }
}
