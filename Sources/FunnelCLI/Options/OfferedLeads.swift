import ArgumentParser
import FunnelStore
import SharedFunnel

/// The leads of a command on open offers: named one by one, from standard input, or all that a campaign brought.
struct OfferedLeads: ParsableArguments {
  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String] = []
  @Option(name: .customLong("all-from"), help: ArgumentHelp(.allFromHelp, valueName: "campaign"))
  var allFrom: String?

  func validate() throws {
    guard leads.isEmpty || allFrom == nil else { throw Failure.usage(Message.leadsTwice()) }
  }

  /// - Parameter sides: departments of the acting member: the offers that the member could answer.
  func receipt(
    _ time: TimeOptions, _ acting: ActorOptions, _ dry: DryRunOptions, in session: Session
  ) throws -> LeadReceipt {
    guard let allFrom else {
      return try BulkLeads(names: leads, time: time, acting: acting, dry: dry).receipt(in: session)
    }
    let act = try acting.act(in: session, at: try time.timestamp(in: session), isDryRun: dry.isDryRun)
    let inbox = try session.store.inbox(of: act.actor.departments, now: session.now)
    let open = inbox.filter { $0.lead.campaign == allFrom && !$0.isOverdue }.map(\.lead.lead)
    guard !open.isEmpty else { throw Failure.usage(Message.noOfferFrom(["campaign": allFrom])) }
    return LeadReceipt(session: session, act: act, leads: open)
  }
}
