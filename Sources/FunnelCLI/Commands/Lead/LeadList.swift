import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead list`: leads that fulfil every condition named.
struct LeadList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .leadListAbstract, .leadListDiscussion)

  @Option(help: ArgumentHelp(.inStageHelp), completion: .stages, transform: StageArgument.read) var stage: Stage?
  @Option(
    name: .customLong("stages-of"), help: ArgumentHelp(.stagesOfHelp, valueName: "department"),
    transform: DepartmentArgument.read)
  var stagesOf: DepartmentSet?
  @Flag(name: .customLong("no-stage"), help: ArgumentHelp(.noStageHelp)) var isWithoutStage = false
  @Option(help: ArgumentHelp(.statusHelp)) var status: LeadStatus?
  @Option(help: ArgumentHelp(.sourceFilterHelp)) var source: String?
  @Option(help: ArgumentHelp(.campaignFilterHelp)) var campaign: String?
  @Option(help: ArgumentHelp(.segmentFilterHelp)) var segment: String?
  @Option(help: ArgumentHelp(.ownerFilterHelp, valueName: "member")) var owner: String?
  @Option(help: ArgumentHelp(.tagFilterHelp)) var tag: String?
  @Option(help: ArgumentHelp(.limitHelp, valueName: "n")) var limit: Int?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if let limit, limit < 1 { throw Failure.usage(Message.badLimit()) }
    if [stage != nil, stagesOf != nil, isWithoutStage].filter({ $0 }).count > 1 {
      throw Failure.usage(Message.stageTwice())
    }
  }

  func run() throws {
    let session = try file.reading()
    try output.print(leads: try rows(session))
  }

  private func rows(_ session: Session) throws -> [LeadRow] {
    var query = LeadQuery()
    query.status = status
    query.source = source
    query.campaign = campaign
    query.segment = segment
    query.owner = try owner.map { try session.store.member($0).id }
    query.tag = tag
    query.stage = stage
    query.isWithoutStage = isWithoutStage
    query.limit = limit
    guard let stagesOf else { return try session.store.leads(query) }
    let stages = Stage.allCases.filter {
      !session.workspace.ownership.owners(of: $0, at: session.now).isDisjoint(with: stagesOf)
    }
    let rows = try stages.flatMap { stage in
      query.stage = stage
      return try session.store.leads(query)
    }
    return Array(rows.sorted { $0.lead < $1.lead }.prefix(limit ?? .max))
  }
}

extension FormatOptions {
  /// A list of leads: what people scan, or all for programs.
  func print(leads rows: [LeadRow], empty: Message = .noLeads) throws {
    var grid = format == .table || format == .markdown ? LeadGrid.summary(rows, empty: empty) : LeadGrid.full(rows)
    if rows.count > 1 { grid.notes = [Message.leadCount(["count": NumberText.integer(Int64(rows.count))])] }
    try print(grid, schema: "leads")
  }
}
