import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report velocity`: how long leads stay in each stage, open stays allowed for, and how fast stage 5 brings money; or
/// what is behind one of its numbers.
struct ReportVelocity: ParsableCommand {
  static let configuration = CommandConfiguration("velocity", .velocityAbstract, .velocityDiscussion)

  @Option(help: ArgumentHelp(.reportPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.velocityByHelp)) var by: Dimension?
  @Option(help: ArgumentHelp(.flowStageHelp), transform: StageArgument.read) var stage: [Stage] = []
  @Option(
    parsing: .unconditional, help: ArgumentHelp(.velocityWindowHelp, valueName: "time"), transform: WindowArgument.init)
  var window: WindowArgument?
  @Flag(help: ArgumentHelp(.velocityValueHelp)) var value = false
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.velocityLeadsHelp, valueName: "number"), transform: VelocityNumberText.init)
  var leads: VelocityNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    if value, !stage.isEmpty || window != nil { throw Failure.usage(Message.velocityValueAlone()) }
    if by == .month { throw Failure.usage(Message.velocityNoMonths()) }
  }

  func run() throws {
    let session = try file.reading()
    var request = VelocityRequest(scope: try scope.scope(in: session))
    request.stages = Set(stage)
    request.period = try period.map { try session.period($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    if let leads {
      try output.print(leads, of: request, in: session)
      return
    }
    request.grouping = by
    request.window = window?.seconds
    request.comparison = try compare.period(beside: request.period, request.scope, in: session)
    let report = VelocityRendering(
      answer: try session.store.velocity(request), request: request, window: window?.text, isOnlyValue: value,
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(report.page)
  }
}
