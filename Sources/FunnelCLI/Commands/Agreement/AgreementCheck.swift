import ArgumentParser
import FunnelStore
import SharedFunnel

/// `agreement check [LEAD…]`: which leads are ready to be offered, and what the others fail.
struct AgreementCheck: ParsableCommand {
  static let configuration = CommandConfiguration("check", .agreementCheckAbstract, .agreementCheckDiscussion)

  @Argument(help: ArgumentHelp(.checkLeadsHelp, valueName: "lead")) var leads: [String] = []
  @OptionGroup var line: LineOptions
  @Flag(help: ArgumentHelp(.checkReadyHelp)) var ready = false
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let line = try line.line(in: session)
    let named = leads.isEmpty ? try waiting(line, session) : try LeadNames.leads(leads, in: session)
    let rows = try session.store.leads(named)
    let agreement = session.store.agreement(for: line, at: session.now)
    let cells: [[Cell]] = try rows.compactMap { row in
      let unmet = try session.store.readiness(of: row.lead, for: line, now: session.now).unmet
      guard unmet.isEmpty || !ready else { return nil }
      return [
        .integer(Int64(row.lead.rawValue)), Cell(row.label), Cell(row.stage), Cell(unmet.isEmpty),
        unmet.isEmpty ? .null : .list(unmet.map { .text($0.text) }),
      ]
    }
    var grid = Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "stage", title: .columnStage, kind: .integer, priority: 4),
        Grid.Column(key: "ready", title: .columnReady, priority: 7),
        Grid.Column(key: "fails", title: .columnFails, priority: 6),
      ], rows: cells)
    grid.notes = [
      agreement.map {
        Message.checkedAgainst([
          "version": String($0.version), "criteria": $0.terms.criteria.map(\.text).joined(separator: ", "),
        ])
      } ?? Message.noAgreement()
    ]
    try output.print(
      grid, schema: "readiness", members: ["agreement": agreement.map { .int(Int64($0.version)) } ?? .null])
    if let agreement { AgreementWarning(agreement: agreement, session: session).say() }
  }

  /// Open leads in the stage before the line.
  private func waiting(_ line: HandoffLine, _ session: Session) throws -> [LeadID] {
    var query = LeadQuery()
    query.stage = line.from
    query.status = .open
    return try session.store.leads(query).map(\.lead)
  }
}
