import FunnelStore
import SharedFunnel

/// Disputes in words.
struct DisputeAnswer {
  let session: Session

  private func handle(_ actor: Actor?) -> String? { actor?.member.flatMap { session.workspace.roster[$0]?.handle } }

  /// Who has to say something next.
  func awaited(_ lead: LeadID) throws -> [String] {
    guard let handoff = try session.store.journey(lead).openDispute else { return [] }
    let mediators = session.workspace.roster.mediators(of: handoff).map(\.handle)
    guard mediators.isEmpty else {
      return [Message.rulingBy(["mediators": mediators.joined(separator: ", "), "lead": lead.text])]
    }
    return [Message.concurrenceNeeded(["giver": handoff.giver.key, "receiver": handoff.receiver.key])]
  }

  func grid(_ cases: [HandoffCase]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "subject", title: .columnSubject, priority: 6),
        Grid.Column(key: "reason", title: .columnReason, priority: 3),
        Grid.Column(key: "cause", title: .columnCause, priority: 7),
        Grid.Column(key: "opened", title: .columnOpened, kind: .timestamp, priority: 6),
        Grid.Column(key: "opened_by", title: .columnOpenedBy, priority: 5),
        Grid.Column(key: "ruling", title: .columnRuling, priority: 8),
        Grid.Column(key: "ruled", title: .columnRuled, kind: .timestamp, priority: 4),
        Grid.Column(key: "ruled_by", title: .columnRuledBy, priority: 3),
        Grid.Column(key: "mediators", title: .columnMediators, priority: 7),
      ],
      rows: cases.compactMap { item in
        guard let dispute = item.handoff.dispute else { return nil }
        let mediators = dispute.isOpen ? session.workspace.roster.mediators(of: item.handoff).map(\.handle) : []
        return [
          .integer(Int64(item.lead.lead.rawValue)), Cell(item.lead.label),
          .text(dispute.subject == .rejection ? Message.wordRejection() : Message.wordReturn()), Cell(item.reason),
          Cell(item.cause), Cell(dispute.opened), Cell(handle(dispute.openedBy)),
          .text(dispute.ruling?.key ?? Message.wordOpen()), Cell(dispute.ruled), Cell(handle(dispute.ruledBy)),
          mediators.isEmpty ? .null : .list(mediators.map(Cell.text)),
        ]
      }, empty: .noDisputes)
  }
}
