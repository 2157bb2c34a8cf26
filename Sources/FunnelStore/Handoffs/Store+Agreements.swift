public import SharedFunnel

/// Agreements between the two sides of a line.
extension Store {
  /// Records a new version, which holds once heads of both sides have signed it.
  ///
  /// - Parameters:
  ///   - from: from when on it is meant to hold; `nil`: from now.
  ///   - change: of the terms of the last version, or of the defaults for a first one.
  public func draftAgreement(
    for line: HandoffLine, from: Timestamp?, _ act: Act, _ change: (inout AgreementTerms) throws -> Void
  ) throws -> Agreement? {
    try recordUnlessDry(act) { draft -> Agreement? in
      let now = act.context.now
      let giver = workspace.ownership.owners(of: line.from, at: now)
      let receiver = workspace.ownership.owners(of: line.to, at: now)
      try refusing { () throws(Refusal) in
        try Authority.requireActive(act.actor)
        try Authority.requireSide(act.actor, of: giver.union(receiver))
      }
      var terms = workspace.agreements.versions(of: line).last?.terms ?? AgreementTerms()
      try change(&terms)
      guard let version = workspace.agreements.nextVersion(of: line) else { throw StoreError.refused(.outOfRange) }
      try draft.append(
        .agreementDrafted(
          AgreementDraft(
            line: line, version: version, giver: giver, receiver: receiver, terms: terms, from: from ?? now,
            member: act.actor.id)))
      return workspace.agreements.versions(of: line).last
    } ?? nil
  }

  /// Signs a version for the sides that the member heads.
  ///
  /// - Parameter version: `nil`: the latest.
  public func signAgreement(for line: HandoffLine, version: UInt16?, _ act: Act) throws -> Agreement? {
    try recordUnlessDry(act) { draft -> Agreement? in
      let versions = workspace.agreements.versions(of: line)
      guard let agreement = version.map({ number in versions.last { $0.version == number } }) ?? versions.last else {
        throw StoreError.refused(.noSuchAgreement(version: version))
      }
      let sides = try refusing { () throws(Refusal) in try Authority.sides(of: act.actor, signing: agreement) }
      try draft.append(
        .agreementSigned(
          AgreementSignature(
            line: line, version: agreement.version, member: act.actor.id, sides: sides, at: act.context.now)))
      return workspace.agreements.versions(of: line).first { $0.version == agreement.version }
    } ?? nil
  }

  /// What holds between those who own the two sides of the line then.
  public func agreement(for line: HandoffLine, at time: Timestamp) -> Agreement? {
    let ownership = workspace.ownership
    return workspace.handoffTerms.agreement(
      for: line, from: ownership.owners(of: line.from, at: time), to: ownership.owners(of: line.to, at: time), at: time)
  }

  /// How an open lead stands to the criteria of the agreement on its next line.
  public func readiness(
    of lead: LeadID, for line: HandoffLine?, now: Timestamp
  ) throws -> (agreement: Agreement?, line: HandoffLine?, unmet: [ReadinessCriterion]) {
    try read {
      let journey = try journey(lead)
      let ownership = workspace.ownership
      let ahead = journey.stage.flatMap { stage in
        ownership.stageAcrossNextLine(from: stage, at: now).flatMap { ownership.line(from: stage, to: $0, at: now) }
      }
      guard let line = line ?? ahead, let agreement = agreement(for: line, at: now) else {
        return (nil, line ?? ahead, [])
      }
      return (agreement, line, try evidence(of: lead, journey).unmet(of: agreement.terms.criteria))
    }
  }
}
