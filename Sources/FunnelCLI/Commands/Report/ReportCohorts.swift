import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report cohorts`: of the leads that entered together, how many had converted by each age; or the leads behind one of
/// its numbers.
struct ReportCohorts: ParsableCommand {
  static let configuration = CommandConfiguration("cohorts", .cohortReportAbstract, .cohortReportDiscussion)
  static let ageRange = 1...120

  @Option(help: ArgumentHelp(.cohortToHelp, valueName: "stage"), transform: StageArgument.read)
  var to: Stage = .purchase
  @Option(help: ArgumentHelp(.cohortFromHelp, valueName: "stage"), transform: StageArgument.read) var from: Stage?
  @Option(help: ArgumentHelp(.reportPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.cohortByHelp)) var by: PeriodUnit = .month
  @Option(help: ArgumentHelp(.cohortAgeHelp)) var age: AgeUnit = .month
  @Option(help: ArgumentHelp(.cohortAgesHelp)) var ages: Int?
  @Option(help: ArgumentHelp(.funnelModeHelp)) var mode: FunnelQuery.Mode = .reached
  @OptionGroup var filter: WhereOptions
  @OptionGroup var compare: CompareOptions
  @Option(help: ArgumentHelp(.cohortLeadsHelp, valueName: "number"), transform: CohortNumberText.init)
  var leads: CohortNumberText?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    try compare.check(period: period)
    try GoalArgument.check(to, from: from)
    if let ages, !ReportCohorts.ageRange.contains(ages) { throw Failure.usage(Message.cohortBadAges()) }
  }

  func run() throws {
    let session = try file.reading()
    let request = try request(in: session)
    if let leads {
      guard let found = try session.store.leads(behind: leads.number, of: request) else {
        throw Failure.usage(Message.cohortNoCell(["number": leads.text]))
      }
      let meaning = CohortDefinition(request: request, to: to)
      try output.print(
        ReportLeadList(
          report: "report.cohorts", number: leads.text, rows: try session.store.leads(found), scope: request.who.scope,
          zone: session.zone.identifier, definition: meaning.question))
      return
    }
    let rendering = CohortRendering(
      definition: CohortDefinition(request: request, to: to), answer: try session.store.cohorts(request),
      text: RateText(glyphs: Terminal.standardOutput().glyphs))
    try output.print(rendering.page)
  }

  private func request(in session: Session) throws -> CohortRequest {
    var who = FunnelRequest(scope: try scope.scope(in: session))
    who.mode = mode
    who.from = from
    who.period = try period.map { try session.period($0, who.scope) }
    who.conditions = try filter.conditions().leadConditions()
    who.comparison = try compare.period(beside: who.period, who.scope, in: session)
    var request = CohortRequest(who)
    request.goal = .reaching(to)
    request.unit = by
    request.age = age
    request.ages = ages
    return request
  }
}
