public import SharedFunnel

/// The joint policy of commissions: drafted by anyone, in force when both have signed.
extension Store {
  /// Drafts a version. Any member.
  ///
  /// - Parameter from: the first day whose purchases it pays for; `nil`: the day on which both have signed.
  public func draftCommission(_ terms: CommissionTerms, from: CivilDate?, _ act: Act) throws -> CommissionPolicy? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireActive(act.actor) }
      if let problem = terms.problem { throw StoreError.refused(.commission(.badTerms(problem))) }
      if let last = workspace.policies.versions.last, last.terms == terms, last.from == from {
        throw StoreError.refused(.commission(.unchanged(version: last.version)))
      }
      guard let version = workspace.policies.nextVersion else { throw StoreError.refused(.outOfRange) }
      try draft.append(
        .commissionDrafted(
          CommissionDraft(version: version, terms: terms, from: from, member: act.actor.id, at: act.context.now)))
      return workspace.policies[version]
    } ?? nil
  }

  /// Signs a version for the departments that the member heads.
  ///
  /// - Parameter version: `nil`: the latest.
  public func signCommission(version: UInt16?, _ act: Act) throws -> CommissionPolicy? {
    try recordUnlessDry(act) { draft in
      let policy = try policy(version)
      let sides = try refusing { () throws(Refusal) in try Authority.sides(of: act.actor, signing: policy) }
      try draft.append(
        .commissionSigned(
          CommissionSignature(version: policy.version, member: act.actor.id, sides: sides, at: act.context.now)))
      return workspace.policies[policy.version]
    } ?? nil
  }

  /// - Parameter version: `nil`: the latest.
  func policy(_ version: UInt16?) throws -> CommissionPolicy {
    guard let last = workspace.policies.versions.last else { throw StoreError.refused(.commission(.noPolicy)) }
    guard let version else { return last }
    guard let policy = workspace.policies[version] else { throw StoreError.refused(.commission(.noVersion(version))) }
    return policy
  }
}
