/// Why a person's command may not be recorded. The wording is in `RefusalMessages.swift`.
public enum Refusal: Error, Sendable, Equatable {
  /// The event would raise a flag that commands may not raise; with the lead's state before it.
  case breach(EventFlags, LeadEvent, Journey)
  case beforeCreation(LeadID, created: Timestamp)
  /// A later event of the lead would no longer keep the rules.
  case laterEventDepends(EventFlags, LeadEvent)
  /// The member does not belong to an owner of the lead's stage.
  case notAnOwner(member: String, stage: Stage, owners: DepartmentSet)
  /// Only the receiving side answers.
  case notTheReceiver(member: String, receiver: DepartmentSet)
  /// Only the giving side withdraws.
  case notTheGiver(member: String, giver: DepartmentSet)
  case inactiveMember(String)
  /// Only heads of the department bind it; where it has none, its members do.
  case notTheHead(member: String, Department, heads: [String])
  /// Nothing to offer over: one department owns all that lies ahead.
  case noLineAhead(LeadID, Stage)
  /// Stage 6 is entered by a sale, and not by a move or an offer.
  case entersByPurchase(LeadID)
  case inTheFuture
  case outOfRange
  /// A stage needs at least one owner, at most all of them.
  case noOwner(Stage)
  case handleTaken(String)
  case badHandle(String)
  case notOfTheDepartment(member: String, DepartmentSet)
  case reasonExists(String)
  case badKey(String)
  /// A key of another system with control characters in it, or empty.
  case badExternalKey(String)
  /// Money that was paid or is expected is not less than nothing.
  case negativeAmount
  case offerExpired(LeadID, due: Timestamp)
  /// No open offer to answer.
  case noOffer(LeadID)
  case nothingToChange
  /// The lead is not ready as the agreement says.
  case unready(LeadID, [ReadinessCriterion])
  /// An override where nothing fails would only blur the count.
  case nothingToOverride(LeadID)
  /// Neither rejected nor returned, or disputed before.
  case notDisputable(LeadID)
  case disputeWindowClosed(LeadID, until: Timestamp)
  case noDispute(LeadID)
  /// Someone free of the case can rule.
  case notTheMediator(member: String, mediators: [String])
  case ownCase(member: String, mediators: [String])
  /// Nobody free of the case heads both sides, so that heads of both must concur, and the member is none.
  case notAHead(member: String, DepartmentSet)
  case target(TargetRefusal)
  case closing(ClosingRefusal)
  case commission(CommissionRefusal)
  /// Heads sign, and say what binds a department.
  case onlyHeads(member: String, DepartmentSet)
  /// Not accepted, so there is nothing to return.
  case notAccepted(LeadID)
  /// What a mediator sent over the line stays there.
  case crossedByRuling(LeadID)
  /// A referred lead was in no stage of the giver's to which it could go back.
  case referralStays(LeadID)
  /// One department would give and receive.
  case ownOffer(LeadID, Stage, DepartmentSet)
  /// Nobody could answer an offer that is recorded when its time is up.
  case dueAlready(LeadID, due: Timestamp)
  /// Silence has accepted it.
  case acceptedInSilence(LeadID, due: Timestamp)
  /// Silence settled the offer, and what happened since builds on that.
  case builtOnSilence(LeadID, LeadEvent)
  /// What one side said at the line is corrected by that side, and a ruling by those who rule.
  case notTheirsToCorrect(member: String, LeadID, DepartmentSet)
  /// A lead is returned to a stage of the giving side.
  case notTheGiversStage(Stage, giver: DepartmentSet)
  /// Only advocates refer.
  case notAnAdvocate(LeadID, Stage?)
  case noSuchAgreement(version: UInt16?)
  case signedAlready(member: String)
  /// The agreement gives the receiver longer.
  case dueTooSoon(LeadID, agreed: Timestamp)
  /// The working calendar never reaches the due time.
  case neverDue(DepartmentSet)
  case notInFunnel(LeadID)
  /// An event builds on the one that should go: without it, it would raise the flag.
  case neededBy(EventFlags, LeadEvent)
  /// The lead's beginning cannot go while the rest stays.
  case creationNeeded(LeadID)
  case notVoidable(EventKind)
  case voidedAlready(EventID)
  /// Everything that was recorded of the lead was undone.
  case voidedLead(LeadID)
  case erasedLead(LeadID)
  case mergedWithItself(LeadID)
  /// Not merged into another lead; perhaps the one that stayed when others were.
  case notMerged(LeadID, others: [LeadID])
  case bothOffered(LeadID, LeadID)
  /// Corrections are for members of an owner of the lead's stage, and for heads.
  case mayNotCorrect(member: String, LeadID)
  case nothingToUndo(member: String)
  case cannotUndo(EventKind)
  /// Another program reads the log, in which erased data may still stand.
  case logInUse
}
