import FunnelStore
import SharedFunnel

/// One handoff with all that was said about it, for people.
struct HandoffPage {
  let item: HandoffCase
  let session: Session

  private var handoff: Handoff { item.handoff }

  private func handle(_ actor: Actor?) -> String {
    actor?.member.flatMap { session.workspace.roster[$0]?.handle } ?? Message.nobody()
  }

  var lines: [String] {
    guard handoff.outcome != .unrecorded else {
      return [
        Message.crossedUnrecorded([
          "from": handoff.from.label, "to": handoff.to.label, "time": handoff.offered.label,
        ])
      ]
    }
    let heading = Message.handoffTitle([
      "from": handoff.from.label, "to": handoff.to.label, "giver": handoff.giver.key,
      "receiver": handoff.receiver.key,
    ])
    return [heading] + FieldLines(fields).lines
  }

  private var fields: [(Message, String?)] {
    offerFields + answerFields + aftermathFields + disputeFields
  }

  private var offerFields: [(Message, String?)] {
    [
      (.fieldOffered, Message.timeBy(["time": handoff.offered.label, "member": handle(handoff.offeredBy)])),
      (.fieldWhy, item.why), (.fieldEvidence, item.evidence), (.fieldOverride, item.override),
      (
        .fieldAgreement,
        handoff.agreement == 0 ? Message.noAgreement() : Message.versionNumber(["version": String(handoff.agreement)])
      ),
      (.fieldDue, handoff.due?.label),
    ]
  }

  private var answerFields: [(Message, String?)] {
    let outcome = handoff.outcome(asOf: session.now)
    var text = outcome.key
    if let answered = handoff.answered, outcome == .accepted || outcome == .rejected || outcome == .withdrawn {
      text = Message.outcomeBy([
        "outcome": outcome.key, "time": answered.label, "member": handle(handoff.answeredBy),
        "after": DurationText.text(seconds: Double(answered.seconds - handoff.offered.seconds)) ?? "",
      ])
    }
    return [
      (.fieldOutcome, text), (.fieldEntered, handoff.isEnteredLate ? Message.enteredLate() : nil),
      (.fieldReason, handoff.returned == nil ? item.reason : nil),
      (.fieldRemark, item.answerNote),
    ]
  }

  private var aftermathFields: [(Message, String?)] {
    [
      (
        .fieldFirstContact,
        handoff.contacted?.label ?? handoff.contactDue.map { Message.contactDueBy(["time": $0.label]) }
      ),
      (.fieldAttempts, handoff.attempts == 0 ? nil : String(handoff.attempts)),
      (.fieldAdvanced, handoff.advanced?.label), (.fieldBought, handoff.purchased?.label),
      (
        .fieldReturned,
        handoff.returned.map { Message.timeBy(["time": $0.label, "member": handle(handoff.returnedBy)]) }
      ),
      (.fieldReason, handoff.returned == nil ? nil : item.reason), (.fieldRemark, item.returnNote),
      (.fieldLost, handoff.lost?.label),
    ]
  }

  private var disputeFields: [(Message, String?)] {
    guard let dispute = handoff.dispute else {
      guard handoff.disputable != nil, let until = handoff.disputableUntil, until >= session.now else { return [] }
      return [(.fieldDispute, Message.disputableUntil(["time": until.label, "lead": item.lead.lead.text]))]
    }
    let votes = dispute.votes.map { "\(handle($0.by)): \($0.ruling.key)" }.joined(separator: ", ")
    return [
      (.fieldDisputed, Message.timeBy(["time": dispute.opened.label, "member": handle(dispute.openedBy)])),
      (.fieldCause, item.cause), (.fieldRemark, item.disputeNote), (.fieldEvidence, item.disputeEvidence),
      (.fieldVotes, votes.isEmpty ? nil : votes),
      (
        .fieldRuling,
        dispute.ruling.map { ruling in
          Message.outcomeBy([
            "outcome": ruling.key, "time": dispute.ruled?.label ?? "", "member": handle(dispute.ruledBy),
            "after": DurationText.text(
              seconds: Double((dispute.ruled ?? dispute.opened).seconds - dispute.opened.seconds)) ?? "",
          ])
        } ?? Message.rulingAwaited(["mediators": mediators])
      ),
      (.fieldRemark, item.rulingNote),
    ]
  }

  private var mediators: String {
    let names = session.workspace.roster.mediators(of: handoff).map(\.handle)
    return names.isEmpty ? Message.bothHeads() : names.joined(separator: ", ")
  }
}
