import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission ledger`: the rows of the ledger, the oldest first.
struct CommissionLedger: ParsableCommand {
  static let configuration = CommandConfiguration("ledger", .commissionLedgerAbstract, .commissionLedgerDiscussion)

  @Option(help: ArgumentHelp(.commissionPeriodHelp)) var period: String?
  @Option(help: ArgumentHelp(.commissionLeadHelp)) var lead: String?
  @Option(help: ArgumentHelp(.commissionMemberHelp), completion: .members) var member: String?
  @Option(help: ArgumentHelp(.commissionStatusHelp), transform: CommissionLedger.readStatus)
  var status: LedgerRow.Status?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    var filter = LedgerFilter()
    filter.period = try period.map { try TargetPeriodArgument.read($0, in: session) }
    filter.lead = try lead.map { try session.store.lead(named: $0) }
    filter.member = try member.map { try session.store.member($0).handle }
    filter.status = status
    let rows = try session.store.ledger(filter)
    try output.print(CommissionPage(session: session).grid(rows, forPeople: output.format == .table), schema: "ledger")
  }

  static func readStatus(_ text: String) throws -> LedgerRow.Status {
    guard let status = LedgerRow.Status(rawValue: text.lowercased()) else {
      throw Failure.usage(Message.badLedgerStatus(["text": text]))
    }
    return status
  }
}
