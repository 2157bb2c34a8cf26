extension Refusal {
  /// The sentence with its times in UTC.
  public var message: String { message(in: .utc) }

  /// The sentence for a person: what is refused, why, and what to do instead.
  ///
  /// - Parameter zone: in which the person reads times, to the second.
  public func message(in zone: ReportingZone) -> String {
    switch self {
    case .breach(let flag, let event, let journey):
      return Refusal.breachMessage(flag, event, journey)
    case .beforeCreation(let lead, let created):
      return Text.beforeCreation(["lead": lead.text, "created": zone.text(of: created)])
    case .laterEventDepends(let flag, let event):
      return Text.laterEvent([
        "lead": event.lead.text, "time": zone.text(of: event.occurred), "flag": flag.keys.joined(separator: ", "),
      ])
    case .notAnOwner(let member, let stage, let owners):
      return Text.notAnOwner([
        "member": member, "stage": String(stage.number), "key": stage.key, "owners": owners.key,
      ])
    case .notTheReceiver(let member, let receiver):
      return Text.notTheReceiver(["member": member, "receiver": receiver.key])
    case .notTheGiver(let member, let giver):
      return Text.notTheGiver(["member": member, "giver": giver.key])
    case .inactiveMember(let member): return Text.inactiveMember(["member": member])
    case .notTheHead(let member, let department, let heads):
      let message = heads.isEmpty ? Text.notTheMember : Text.notTheHead
      return message(["member": member, "department": department.key, "heads": heads.joined(separator: ", ")])
    case .noLineAhead(let lead, let stage):
      return Text.noLineAhead(["lead": lead.text, "stage": String(stage.number)])
    case .entersByPurchase(let lead): return Text.withoutPurchase(["lead": lead.text])
    case .inTheFuture: return Text.inTheFuture()
    case .outOfRange: return Text.outOfRange()
    case .noOwner(let stage): return Text.noOwner(["stage": String(stage.number)])
    case .handleTaken(let handle): return Text.handleTaken(["handle": handle])
    case .badHandle(let handle): return Text.badHandle(["handle": handle])
    case .notOfTheDepartment(let member, let departments):
      return Text.notOfTheDepartment(["member": member, "departments": departments.key])
    case .reasonExists(let key): return Text.reasonExists(["key": key])
    case .badExternalKey(let key): return Text.badExternalKey(["key": key])
    case .negativeAmount: return Text.negativeAmount()
    case .badKey(let key): return Text.badKey(["key": key])
    case .offerExpired(let lead, let due): return Text.offerExpired(["lead": lead.text, "due": zone.text(of: due)])
    case .noOffer(let lead): return Text.noOpenOffer(["lead": lead.text])
    case .target(let refusal): return refusal.message
    case .closing(let refusal): return refusal.message
    case .commission(let refusal): return refusal.message
    case .onlyHeads(let member, let departments):
      return Text.onlyHeads(
        ["member": member, "departments": departments.departments.map(\.key).joined(separator: " or ")])
    case .nothingToChange: return Text.nothingToChange()
    case .notInFunnel(let lead): return Text.notInFunnel(["lead": lead.text])
    case .neededBy, .creationNeeded, .notVoidable, .voidedAlready, .voidedLead, .erasedLead, .mergedWithItself,
      .notMerged, .bothOffered, .mayNotCorrect, .nothingToUndo, .cannotUndo, .logInUse:
      return correctionMessage(in: zone)
    case .unready, .nothingToOverride, .notDisputable, .disputeWindowClosed, .noDispute, .notTheMediator, .ownCase,
      .notAHead, .notAccepted, .notTheGiversStage, .notAnAdvocate, .noSuchAgreement, .signedAlready, .dueTooSoon,
      .neverDue, .crossedByRuling, .referralStays, .ownOffer, .dueAlready, .acceptedInSilence, .builtOnSilence,
      .notTheirsToCorrect:
      return handoffMessage(in: zone)
    }
  }

  private static func breachMessage(_ flag: EventFlags, _ event: LeadEvent, _ journey: Journey) -> String {
    let lead = event.lead.text
    let stage = journey.stage.map { "\($0.number) (\($0.key))" } ?? "-"
    switch flag {
    case .unrecordedCrossing: return Text.crossing(["lead": lead, "stage": stage])
    case .withoutPurchase: return Text.withoutPurchase(["lead": lead])
    case .sameStage: return Text.sameStage(["lead": lead, "stage": stage])
    case .afterLoss:
      if case .lost = event.fact { return Text.lostAlready(["lead": lead]) }
      return Text.afterLoss(["lead": lead])
    case .offerOpen: return Text.offerOpen(["lead": lead])
    case .noOpenOffer: return Text.noOpenOffer(["lead": lead])
    case .noLine: return Text.noLine(["lead": lead, "stage": stage])
    case .late: return Text.late(["lead": lead])
    case .notLost: return Text.notLost(["lead": lead])
    case .noPurchase: return Text.noPurchase(["lead": lead])
    case .overRefund: return Text.overRefund(["lead": lead])
    case .createdTwice: return Text.createdTwice(["lead": lead])
    case .disputeOpen: return Text.disputeOpen(["lead": lead])
    case .noDispute: return Refusal.noDispute(event.lead).message
    case .notDisputable: return Refusal.notDisputable(event.lead).message
    case .notAccepted: return Refusal.notAccepted(event.lead).message
    default: return Text.otherBreach(["lead": lead, "flag": flag.keys.joined(separator: ", ")])
    }
  }

  private enum Text {
    static let onlyHeads = Message(
      "refused.only_heads", "That is for a head of {departments}, and {member} is none. See 'funnel member list'.")
    static let beforeCreation = Message(
      "refused.before_creation", "Lead {lead} was created on {created}; nothing can be recorded before that.")
    static let laterEvent = Message(
      "refused.later_event",
      "Lead {lead} has a later event, at {time}, that would no longer fit ({flag}). Use a later --at.")
    static let notAnOwner = Message(
      "refused.not_an_owner",
      "{member} does not belong to {owners}, which owns stage {stage} ({key}). Let one of its members do it, with --actor."
    )
    static let notTheReceiver = Message(
      "refused.not_the_receiver", "{member} does not belong to {receiver}; only the receiving side answers an offer.")
    static let notTheGiver = Message(
      "refused.not_the_giver", "{member} does not belong to {giver}; only the giving side offers and withdraws.")
    static let inactiveMember = Message(
      "refused.inactive_member", "{member} is no longer active and cannot act. Name another member with --actor.")
    static let notTheHead = Message(
      "refused.not_the_head",
      "{member} does not head {department}, and this binds the whole department. Ask a head of it ({heads}), or name "
        + "one with --actor.")
    static let notTheMember = Message(
      "refused.not_the_member",
      "{member} does not belong to {department}, which has no head: its members decide this. Name one of them with "
        + "--actor.")
    static let noLineAhead = Message(
      "refused.no_line_ahead",
      "No line lies ahead of stage {stage} of lead {lead}, so there is nothing to hand off. See 'funnel report owners'."
    )
    static let inTheFuture = Message("refused.in_the_future", "That time lies in the future; record what has happened.")
    static let outOfRange = Message(
      "refused.out_of_range", "That time is outside 1970-01-02 to 2105-12-31, the range that a journal keeps.")
    static let noOwner = Message("refused.no_owner", "Stage {stage} needs an owner: marketing, sales, or both.")
    static let handleTaken = Message("refused.handle_taken", "There is a member '{handle}' already.")
    static let badHandle = Message(
      "refused.bad_handle",
      "'{handle}' cannot be a handle: use 1 to 32 of a-z, 0-9, '.', '_' and '-', not starting with '-'.")
    static let notOfTheDepartment = Message(
      "refused.not_of_the_department", "{member} does not belong to {departments}.")
    static let reasonExists = Message("refused.reason_exists", "There is a reason '{key}' already.")
    static let badKey = Message(
      "refused.bad_key", "'{key}' cannot be a key: use 1 to 64 of a-z, 0-9, '_' and '-', not starting with '-'.")
    static let badExternalKey = Message(
      "refused.bad_external_key", "'{key}' cannot be a lead's key: it is empty or has a control character in it.")
    static let negativeAmount = Message(
      "refused.negative_amount", "An amount is not less than 0. Money that goes back is 'funnel lead refund'.")
    static let offerExpired = Message(
      "refused.offer_expired",
      "The offer of lead {lead} fell due on {due} without an answer. Offer it again. An answer that was given in time can still be entered: say when with --at."
    )
    static let nothingToChange = Message("refused.nothing_to_change", "Nothing to change: name at least one new value.")
    static let notInFunnel = Message(
      "refused.not_in_funnel", "Lead {lead} has not entered a stage yet. Move it into one with 'funnel lead move'.")
    static let crossing = Message(
      "refused.crossing",
      "Lead {lead} is in stage {stage}, and a line lies between that and where it should go. Use 'funnel handoff offer {lead}', or name who accepts with --accepted-by MEMBER."
    )
    static let withoutPurchase = Message(
      "refused.without_purchase", "Stage 6 is entered by a sale. Use 'funnel lead purchase {lead}'.")
    static let sameStage = Message("refused.same_stage", "Lead {lead} is in stage {stage} already.")
    static let lostAlready = Message("refused.lost_already", "Lead {lead} is lost already.")
    static let afterLoss = Message(
      "refused.after_loss", "Lead {lead} is lost. Use 'funnel lead reopen {lead}' first.")
    static let offerOpen = Message(
      "refused.offer_open", "Lead {lead} has an open offer. It must be answered or withdrawn first.")
    static let disputeOpen = Message(
      "refused.dispute_open",
      "The last answer on lead {lead} is disputed. It must be ruled on first: 'funnel dispute show {lead}'.")
    static let noOpenOffer = Message(
      "refused.no_open_offer", "Lead {lead} has no open offer. Use 'funnel handoff offer {lead}' first.")
    static let noLine = Message(
      "refused.no_line", "No line lies between stage {stage} of lead {lead} and that stage. Use 'funnel lead move'.")
    static let late = Message("refused.late", "The offer of lead {lead} fell due before that. Offer it again.")
    static let notLost = Message("refused.not_lost", "Lead {lead} is not lost, so it cannot be reopened.")
    static let noPurchase = Message("refused.no_purchase", "Lead {lead} has no such purchase to refund.")
    static let overRefund = Message(
      "refused.over_refund",
      "That refund of lead {lead} is not possible: it must be more than 0, in the currency of the purchase, and no more than is left of it."
    )
    static let createdTwice = Message("refused.created_twice", "Lead {lead} was created already.")
    static let otherBreach = Message("refused.other", "Lead {lead}: that breaks a rule ({flag}).")
  }
}

extension LeadID {
  /// The number as people read it.
  public var text: String { String(rawValue) }
}
