/// Why something at the line is refused.
extension Refusal {
  func handoffMessage(in zone: ReportingZone) -> String {
    switch self {
    case .unready(let lead, let criteria):
      return Text.unready(["lead": lead.text, "criteria": criteria.map(\.text).joined(separator: ", ")])
    case .nothingToOverride(let lead): return Text.nothingToOverride(["lead": lead.text])
    case .notDisputable(let lead): return Text.notDisputable(["lead": lead.text])
    case .disputeWindowClosed(let lead, let until):
      return Text.windowClosed(["lead": lead.text, "until": zone.text(of: until)])
    case .noDispute(let lead): return Text.noDispute(["lead": lead.text])
    case .notTheMediator(let member, let mediators):
      return Text.notTheMediator(["member": member, "mediators": mediators.joined(separator: ", ")])
    case .ownCase(let member, let mediators):
      return Text.ownCase(["member": member, "mediators": mediators.joined(separator: ", ")])
    case .notAHead(let member, let departments):
      return Text.notAHead(["member": member, "departments": departments.key])
    case .notAccepted(let lead): return Text.notAccepted(["lead": lead.text])
    case .notTheGiversStage(let stage, let giver):
      return Text.notTheGiversStage(["stage": String(stage.number), "key": stage.key, "giver": giver.key])
    case .notAnAdvocate(let lead, let stage):
      return Text.notAnAdvocate(["lead": lead.text, "stage": stage.map { String($0.number) } ?? "-"])
    case .noSuchAgreement(let version):
      return version.map { Text.noSuchVersion(["version": String($0)]) } ?? Text.noDraft()
    case .signedAlready(let member): return Text.signedAlready(["member": member])
    case .neverDue(let departments): return Text.neverDue(["departments": departments.key])
    case .crossedByRuling(let lead): return Text.crossedByRuling(["lead": lead.text])
    case .referralStays(let lead): return Text.referralStays(["lead": lead.text])
    case .ownOffer(let lead, let stage, let departments):
      return Text.ownOffer(["lead": lead.text, "stage": String(stage.number), "departments": departments.key])
    case .dueAlready(let lead, let due): return Text.dueAlready(["lead": lead.text, "due": zone.text(of: due)])
    case .acceptedInSilence(let lead, let due):
      return Text.acceptedInSilence(["lead": lead.text, "due": zone.text(of: due)])
    case .builtOnSilence(let lead, let event):
      return Text.builtOnSilence([
        "lead": lead.text, "kind": event.fact.kind.key, "time": zone.text(of: event.occurred),
      ])
    case .notTheirsToCorrect(let member, let lead, let departments):
      return Text.notTheirsToCorrect(["member": member, "lead": lead.text, "departments": departments.key])
    case .dueTooSoon(let lead, let agreed):
      return Text.dueTooSoon(["lead": lead.text, "agreed": zone.text(of: agreed)])
    default: return ""
    }
  }

  private enum Text {
    static let unready = Message(
      "refused.unready",
      "Lead {lead} is not ready as the agreement says; it fails: {criteria}. See to that first, or offer it all the same with --override 'REASON', which is counted."
    )
    static let nothingToOverride = Message(
      "refused.nothing_to_override",
      "Lead {lead} fails no criterion of the agreement, so there is nothing to override. Leave --override out.")
    static let notDisputable = Message(
      "refused.not_disputable",
      "The last handoff of lead {lead} was neither rejected nor returned, or was disputed before, so there is nothing to dispute. See 'funnel handoff show {lead}'."
    )
    static let windowClosed = Message(
      "refused.window_closed",
      "The answer on lead {lead} could be disputed until {until}. Offer the lead again: 'funnel handoff offer {lead}'.")
    static let noDispute = Message(
      "refused.no_dispute", "Lead {lead} has no open dispute. See 'funnel dispute list'.")
    static let notTheMediator = Message(
      "refused.not_the_mediator",
      "{member} does not head both sides, and so cannot rule. That is for: {mediators}.")
    static let ownCase = Message(
      "refused.own_case",
      "{member} is a party to the case, and nobody rules on their own. Let one of these rule: {mediators}.")
    static let notAHead = Message(
      "refused.not_a_head",
      "{member} heads none of {departments}. Nobody who heads both is free of the case, so the heads of both sides must concur: each records the same ruling."
    )
    static let notAccepted = Message(
      "refused.not_accepted",
      "Lead {lead} did not come over a line by an acceptance that still holds, so there is nothing to return. The way back is 'funnel handoff offer {lead} --to STAGE'."
    )
    static let crossedByRuling = Message(
      "refused.crossed_by_ruling",
      "Lead {lead} came over the line by a ruling, which stands, so it is not returned. The way back is 'funnel handoff offer {lead} --to STAGE'."
    )
    static let referralStays = Message(
      "refused.referral_stays",
      "Lead {lead} came by a referral and was in no stage before, so there is none to return it to. Use 'funnel lead lose {lead}', or offer it ahead."
    )
    static let ownOffer = Message(
      "refused.own_offer",
      "Stage {stage} belongs to {departments}, who has lead {lead} already and cannot answer its own offer. Name with --to a stage that another department owns."
    )
    static let dueAlready = Message(
      "refused.due_already",
      "An answer to that offer of lead {lead} would have been due by {due}, so nobody could give one in time any more. Use a later --at or --due, or --accepted-by if it was accepted then."
    )
    static let acceptedInSilence = Message(
      "refused.accepted_in_silence",
      "The offer of lead {lead} fell due on {due} without an answer, which the agreement takes for a yes. To give the lead back, use 'funnel handoff return {lead}'; an answer that was given in time can still be entered: say when with --at."
    )
    static let builtOnSilence = Message(
      "refused.built_on_silence",
      "Nobody had entered an answer to the offer of lead {lead} when it fell due, and what came next builds on that: {kind} at {time}. It is too late to enter one; go on from where the lead is, see 'funnel handoff show {lead}'."
    )
    static let notTheirsToCorrect = Message(
      "refused.not_theirs_to_correct",
      "{member} does not speak for {departments}, and only they take back what was said for them about lead {lead}, or whoever recorded it."
    )
    static let notTheGiversStage = Message(
      "refused.not_the_givers_stage",
      "Stage {stage} ({key}) is not {giver}'s, and a lead is returned to a stage of the side that gave it. Name one with --to."
    )
    static let notAnAdvocate = Message(
      "refused.not_an_advocate",
      "Lead {lead} is in stage {stage}; only advocates, in stage 8, refer others. Move it there first, or add the new lead with 'funnel lead add --source referral'."
    )
    static let noSuchVersion = Message(
      "refused.no_such_version", "There is no version {version} of that agreement. See 'funnel agreement history'.")
    static let noDraft = Message(
      "refused.no_draft", "There is no agreement for that line yet. Draft one with 'funnel agreement draft'.")
    static let signedAlready = Message(
      "refused.signed_already", "{member} has signed that version already, or its side has.")
    static let dueTooSoon = Message(
      "refused.due_too_soon",
      "The agreement gives until {agreed} to answer an offer of lead {lead}. Name a later --due, or none.")
    static let neverDue = Message(
      "refused.never_due",
      "The working calendar of {departments} has no hours in which an answer could fall due. See 'funnel calendar show'."
    )
  }
}
