/// What holds at a line at a time: computes the due times that events then carry as decided facts.
public struct HandoffTerms: Sendable {
  public let agreements: Agreements
  public let clock: any WorkingClock

  public init(_ agreements: Agreements = Agreements(), clock: any WorkingClock = AlwaysWorking()) {
    self.agreements = agreements
    self.clock = clock
  }

  /// What the two sides agreed on. What others agreed on when the stages were theirs does not bind them.
  public func agreement(
    for line: HandoffLine, from giver: DepartmentSet, to receiver: DepartmentSet, at time: Timestamp
  ) -> Agreement? {
    agreements.inForce(for: line, at: time).flatMap { $0.giver == giver && $0.receiver == receiver ? $0 : nil }
  }

  /// Until when an answer to an offer made then is due; `nil` where the working calendar never gets there.
  func answerDue(under agreement: Agreement?, receiver: DepartmentSet, at time: Timestamp) -> Timestamp? {
    due(agreement?.terms.answer ?? .defaultAnswer, of: receiver, since: time)
  }

  /// Until when the receiver of a lead accepted then owes the first contact; `nil`: nothing was agreed.
  public func contactDue(for handoff: Handoff, acceptedAt time: Timestamp) -> Timestamp? {
    guard let limit = agreed(for: handoff)?.terms.contact else { return nil }
    return due(limit, of: handoff.receiver, since: time)
  }

  func contactDue(under agreement: Agreement, receiver: DepartmentSet, acceptedAt time: Timestamp) -> Timestamp? {
    agreement.terms.contact.flatMap { due($0, of: receiver, since: time) }
  }

  /// Until when a rejection or a return made then can be disputed.
  func disputableUntil(for handoff: Handoff, at time: Timestamp) -> Timestamp? {
    let days = agreed(for: handoff)?.terms.disputeDays ?? AgreementTerms.defaultDisputeDays
    return time.adding(seconds: Int64(days) * 86_400)
  }

  /// The version that the offer was made under.
  func agreed(for handoff: Handoff) -> Agreement? {
    guard handoff.agreement != 0 else { return nil }
    let near = agreements.inForce(for: handoff.line, at: handoff.offered)
    return near?.version == handoff.agreement
      ? near : agreements.versions(of: handoff.line).first { $0.version == handoff.agreement }
  }

  private func due(_ limit: TimeLimit, of departments: DepartmentSet, since time: Timestamp) -> Timestamp? {
    limit.isWorking
      ? clock.instant(after: limit.seconds, since: time, of: departments) : time.adding(seconds: limit.seconds)
  }
}
