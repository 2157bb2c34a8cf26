import ArgumentParser
import FunnelStore
import SharedFunnel

/// What `export` writes.
enum ExportChoice: Equatable, CaseIterable {
  case subject(ExportSubject)
  case revenue

  static var allCases: [ExportChoice] { ExportSubject.allCases.map(ExportChoice.subject) + [.revenue] }

  var text: String {
    switch self {
    case .subject(let subject): subject.rawValue
    case .revenue: "revenue"
    }
  }
}

/// Which revenue an export is about.
struct RevenueExportOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.exportPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.exportByHelp)) var by: RevenueDimension?
  @Option(help: ArgumentHelp(.exportModelHelp), transform: TargetOptions.readModel) var model: [CreditModel] = []
  @Option(name: .customLong("as-of"), help: ArgumentHelp(.reportAsOfHelp, valueName: "time"))
  var asOf: String?
  @Option(name: .customLong("known-at"), help: ArgumentHelp(.reportKnownAtHelp, valueName: "time"))
  var knownAt: String?

  var isEmpty: Bool { period == nil && by == nil && model.isEmpty && asOf == nil && knownAt == nil }

  func request(_ conditions: KeyValueList, _ session: Session) throws -> RevenueRequest {
    let scope = ReportScope(
      now: session.now, asOf: try asOf.map(session.observationEnd), knownAt: try knownAt.map(session.observationEnd))
    var request = RevenueRequest(scope: scope)
    request.period = try period.map { try session.targetPeriod($0, scope) }
    request.conditions = try conditions.leadConditions(months: false)
    request.grouping = by
    request.models = model
    return request
  }
}
