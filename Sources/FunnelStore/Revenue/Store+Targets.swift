public import SharedFunnel

/// Targets that both departments answer for.
extension Store {
  /// What a version says beside its period; `nil` leaves what the last version said.
  public struct TargetChange: Sendable {
    public var amount: Money?
    public var plan: TargetPlan?
    public var parts: [TargetPart]?
    public var model: CreditModel?
    public var sourcing: SourcingDefinition?
    public init() {}
  }

  /// Sets the first version of a period's target. It counts once heads of both departments have signed. Any member.
  public func setTarget(_ period: TargetPeriod, _ change: TargetChange, _ act: Act) throws -> RevenueTarget? {
    try recordUnlessDry(act) { draft in
      guard workspace.targets.versions(of: period).isEmpty else { throw StoreError.refused(.target(.exists(period))) }
      return try append(period, change, base: nil, act, draft)
    }
  }

  /// Makes a new version of a target. The one that both signed holds until they have signed this one, and stays in every
  /// report as of then.
  public func reviseTarget(_ period: TargetPeriod, _ change: TargetChange, _ act: Act) throws -> RevenueTarget? {
    try recordUnlessDry(act) { draft in
      guard let last = workspace.targets.versions(of: period).last else {
        throw StoreError.refused(.target(.none(period)))
      }
      return try append(period, change, base: last, act, draft)
    }
  }

  private func append(
    _ period: TargetPeriod, _ change: TargetChange, base: RevenueTarget?, _ act: Act, _ draft: Draft
  ) throws -> RevenueTarget {
    try refusing { () throws(Refusal) in try Authority.requireActive(act.actor) }
    func refuse(_ refusal: TargetRefusal) -> StoreError { .refused(.target(refusal)) }
    guard let amount = change.amount ?? base?.amount, amount.minor > 0 else { throw refuse(.notPositive) }
    guard amount.currency.code == workspace.currency else {
      throw refuse(.otherCurrency(amount.currency, workspace: workspace.currency))
    }
    guard let version = workspace.targets.nextVersion(of: period) else { throw StoreError.refused(.outOfRange) }
    let target = RevenueTarget(
      period: period, version: version, amount: amount, plan: change.plan ?? base?.plan ?? .linear,
      parts: change.parts ?? base?.parts ?? [], model: change.model ?? base?.model ?? .positionBased,
      sourcing: change.sourcing ?? base?.sourcing ?? .creation, draftedBy: act.actor.id, drafted: act.context.now)
    if let miss = target.parts.mismatch(with: amount.minor) {
      throw refuse(.partsMiss(miss.dimension, by: Money(minor: miss.by, currency: amount.currency)))
    }
    do {
      _ = try target.plan.curve(of: target.period)
    } catch {
      throw refuse(.badPlan(error))
    }
    if let base, base.says(what: target) { throw refuse(.unchanged(period)) }
    try draft.append(.targetSet(TargetDraft(target)))
    return target
  }

  /// Signs a version for the departments that the member heads.
  ///
  /// - Parameter version: `nil`: the latest.
  public func signTarget(_ period: TargetPeriod, version: UInt16?, _ act: Act) throws -> RevenueTarget? {
    try recordUnlessDry(act) { draft in
      let versions = workspace.targets.versions(of: period)
      guard let last = versions.last else { throw StoreError.refused(.target(.none(period))) }
      guard let target = version.map({ number in versions.first { $0.version == number } }) ?? last else {
        throw StoreError.refused(.target(.noVersion(period, version ?? 0)))
      }
      let sides = try refusing { () throws(Refusal) in try Authority.sides(of: act.actor, signing: target) }
      try draft.append(
        .targetSigned(TargetSignature(target, member: act.actor.id, sides: sides, at: act.context.now)))
      return workspace.targets.versions(of: period).first { $0.version == target.version }
    } ?? nil
  }

  /// Says in which month fiscal years start. Targets that are set keep their days. A head of either department.
  public func setFiscalYear(_ year: FiscalYear, _ act: Act) throws {
    _ = try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireHeadOfEither(act.actor) }
      guard year.isValid else { throw StoreError.refused(.outOfRange) }
      try draft.append(.fiscalYearSet(year))
    }
  }
}
