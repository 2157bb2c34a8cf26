/// Why a correction is refused.
extension Refusal {
  func correctionMessage(in zone: ReportingZone) -> String {
    switch self {
    case .neededBy(let flag, let event):
      return Text.neededBy([
        "lead": event.lead.text, "kind": event.fact.kind.key, "time": zone.text(of: event.occurred),
        "flag": flag.keys.joined(separator: ", "),
      ])
    case .creationNeeded(let lead): return Text.creationNeeded(["lead": lead.text])
    case .notVoidable(let kind): return Refusal.notVoidable(kind)
    case .voidedAlready(let event): return Text.voidedAlready(["event": event.text])
    case .voidedLead(let lead): return Text.voidedLead(["lead": lead.text])
    case .erasedLead(let lead): return Text.erasedLead(["lead": lead.text])
    case .mergedWithItself(let lead): return Text.mergedWithItself(["lead": lead.text])
    case .notMerged(let lead, let others):
      let message = others.isEmpty ? Text.notMerged : Text.staysInMerge
      return message([
        "lead": lead.text, "others": others.map(\.text).joined(separator: ", "),
        "names": others.map(\.text).joined(separator: " "),
      ])
    case .bothOffered(let lead, let other): return Text.bothOffered(["lead": lead.text, "other": other.text])
    case .mayNotCorrect(let member, let lead): return Text.mayNotCorrect(["member": member, "lead": lead.text])
    case .nothingToUndo(let member): return Text.nothingToUndo(["member": member])
    case .cannotUndo(let kind):
      switch kind {
      case .memberAdded: return Text.memberStays()
      case .priced: return Text.pricesStay()
      default: return Text.cannotUndo(["kind": kind.key])
      }
    case .logInUse: return Text.logInUse()
    default: return ""
    }
  }

  private static func notVoidable(_ kind: EventKind) -> String {
    switch kind {
    case .merged: Text.voidedMerge()
    case .voided: Text.voidedVoid()
    default: Text.cannotUndo(["kind": kind.key])
    }
  }

  private enum Text {
    static let neededBy = Message(
      "refused.needed_by",
      "The event '{kind}' of lead {lead} at {time} builds on it, and would no longer fit ({flag}). Take that back first: 'funnel lead history {lead} --all' numbers the events for 'funnel event void'."
    )
    static let creationNeeded = Message(
      "refused.creation_needed",
      "That is how lead {lead} began, and more was recorded of it since. If the lead is another one already, use 'funnel lead merge'; else void the later events first."
    )
    static let voidedAlready = Message("refused.voided_already", "The event {event} was voided already.")
    static let voidedVoid = Message(
      "refused.voided_void", "A void is not voided. Enter what really happened again.")
    static let voidedMerge = Message(
      "refused.voided_merge", "A merge is taken back with 'funnel lead unmerge LEAD', or 'funnel undo'.")
    static let voidedLead = Message(
      "refused.voided_lead", "Lead {lead} was undone: everything that was recorded of it was voided. Add it again.")
    static let erasedLead = Message(
      "refused.erased_lead", "The personal data of lead {lead} were erased, so it stays by itself.")
    static let mergedWithItself = Message(
      "refused.merged_with_itself", "Lead {lead} cannot be merged with itself: both names mean the same lead.")
    static let staysInMerge = Message(
      "refused.stays_in_merge",
      "Lead {lead} is the one that stayed; merged into it: {others}. Name those: 'funnel lead unmerge {names}'.")
    static let notMerged = Message("refused.not_merged", "Lead {lead} is not merged into another one.")
    static let bothOffered = Message(
      "refused.both_offered",
      "Leads {lead} and {other} both have an open offer, and a lead has at most one. Answer or withdraw one of them first."
    )
    static let mayNotCorrect = Message(
      "refused.may_not_correct",
      "{member} neither belongs to an owner of the stage of lead {lead} nor heads a department. Let one who does correct it, with --actor."
    )
    static let nothingToUndo = Message(
      "refused.nothing_to_undo", "{member} has recorded nothing that is not undone already.")
    static let cannotUndo = Message(
      "refused.cannot_undo",
      "That command ('{kind}') cannot be taken back. Single events of earlier ones can: 'funnel event void'.")
    static let logInUse = Message(
      "refused.log_in_use",
      "The data are erased, but another program still reads the file, so its log could not be emptied. Close that program and run the same command again."
    )
    static let pricesStay = Message(
      "refused.prices_stay",
      "Prices follow the rates, so new ones are not taken back by themselves. Set the rate right with 'funnel rate set', then 'funnel rate reprice'."
    )
    static let memberStays = Message(
      "refused.member_stays", "A member who was added stays in the history. Use 'funnel member deactivate' instead.")
  }
}
