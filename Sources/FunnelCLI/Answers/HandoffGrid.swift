import FunnelStore
import SharedFunnel

/// Handoffs as rows.
struct HandoffGrid {
  let session: Session

  func handle(_ actor: Actor?) -> String? { actor?.member.flatMap { session.workspace.roster[$0]?.handle } }

  func grid(_ cases: [HandoffCase]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "from", title: .columnFrom, kind: .integer, priority: 4),
        Grid.Column(key: "to", title: .columnTo, kind: .integer, priority: 6),
        Grid.Column(key: "giver", title: .columnGiver, priority: 3),
        Grid.Column(key: "receiver", title: .columnReceiver, priority: 5),
        Grid.Column(key: "offered", title: .columnOffered, kind: .timestamp, priority: 7),
        Grid.Column(key: "outcome", title: .columnOutcome, priority: 8),
        Grid.Column(key: "reason", title: .columnReason, priority: 6),
        Grid.Column(key: "dispute", title: .columnDispute, priority: 5),
        Grid.Column(key: "due", title: .columnDue, kind: .timestamp, priority: 2),
        Grid.Column(key: "answered", title: .columnAnswered, kind: .timestamp, priority: 2),
        Grid.Column(key: "offered_by", title: .columnOfferedBy, priority: 2),
        Grid.Column(key: "answered_by", title: .columnAnsweredBy, priority: 1),
        Grid.Column(key: "contact_due", title: .columnContactDue, kind: .timestamp, priority: 1),
        Grid.Column(key: "contacted", title: .columnContacted, kind: .timestamp, priority: 1),
        Grid.Column(key: "attempts", title: .columnAttempts, kind: .integer, priority: 1),
        Grid.Column(key: "returned", title: .columnReturned, kind: .timestamp, priority: 1),
        Grid.Column(key: "agreement", title: .columnAgreement, kind: .integer, priority: 1),
        Grid.Column(key: "overridden", title: .columnOverridden, priority: 1),
        Grid.Column(key: "referral", title: .columnReferral, priority: 1),
        Grid.Column(key: "entered_late", title: .columnEnteredLate, priority: 1),
        Grid.Column(key: "disputable_until", title: .columnDisputableUntil, kind: .timestamp, priority: 1),
      ],
      rows: cases.map(row), empty: .noHandoffs)
  }

  private func row(_ item: HandoffCase) -> [Cell] {
    let handoff = item.handoff
    return [
      .integer(Int64(item.lead.lead.rawValue)), Cell(item.lead.label), Cell(handoff.from), Cell(handoff.to),
      Cell(handoff.giver), Cell(handoff.receiver), Cell(handoff.offered),
      .text(handoff.returned == nil ? handoff.outcome(asOf: session.now).key : Message.wordReturned()),
      Cell(item.reason), Cell(handoff.dispute.map { $0.ruling?.key ?? Message.wordOpen() }), Cell(handoff.due),
      Cell(handoff.answered), Cell(handle(handoff.offeredBy)), Cell(handle(handoff.answeredBy)),
      Cell(handoff.contactDue), Cell(handoff.contacted), .integer(Int64(handoff.attempts)), Cell(handoff.returned),
      handoff.agreement == 0 ? .null : .integer(Int64(handoff.agreement)), Cell(handoff.isOverridden),
      Cell(handoff.isReferral), Cell(handoff.isEnteredLate), Cell(handoff.disputableUntil),
    ]
  }
}
