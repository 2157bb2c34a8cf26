import SQLite
public import SharedFunnel

/// A closed period beside what it would be closed with now.
public struct PeriodState: Sendable {
  /// The last one that both signed.
  public let closed: PeriodClosing?
  /// One that waits for a signature.
  public let pending: PeriodClosing?
  /// As things are known now.
  public let present: PeriodFigures
  /// What changed since it was closed; `nil` where it was not.
  public let restatement: Restatement?
}

/// Periods that both sides have signed off.
extension Store {
  /// Signs what a period brought, for the departments that the member heads. With the second signature under the same
  /// figures it is closed; where they moved in between, both sign anew.
  public func closePeriod(_ period: TargetPeriod, _ act: Act) throws -> PeriodState? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireActive(act.actor) }
      let own = act.actor.heads.intersection([.marketing, .sales])
      guard !own.isEmpty else {
        throw StoreError.refused(.onlyHeads(member: act.actor.handle, [.marketing, .sales]))
      }
      let zone = try ReportingZone(identifier: workspace.zone)
      guard period.end(in: zone) <= act.context.now else { throw StoreError.refused(.closing(.notOver(period))) }
      let scope = ReportScope(now: act.context.now)
      let figures = try figures(of: period, scope, try revenueEntries(scope))
      let (closed, pending) = (
        workspace.closings.closed(period, at: act.context.now), workspace.closings.pending(period)
      )
      if pending == nil, closed?.figures == figures { throw StoreError.refused(.closing(.closed(period))) }
      let missing = pending?.figures == figures ? own.intersection(pending?.unsigned ?? own) : own
      guard !missing.isEmpty else { throw StoreError.refused(.signedAlready(member: act.actor.handle)) }
      try draft.append(
        .periodSigned(
          PeriodSignature(period, figures, member: act.actor.id, sides: missing, at: act.context.now)))
      return try state(of: period, scope)
    } ?? nil
  }

  /// What was signed of a period, and what has changed since.
  ///
  /// - Throws: a refusal for a period that nobody has signed.
  public func periodState(_ period: TargetPeriod, _ scope: ReportScope) throws -> PeriodState {
    try read {
      guard !workspace.closings.closings(of: period).isEmpty else {
        throw StoreError.refused(.closing(.none(period)))
      }
      return try state(of: period, scope)
    }
  }

  private func state(of period: TargetPeriod, _ scope: ReportScope) throws -> PeriodState {
    let entries = try revenueEntries(scope)
    let closed = workspace.closings.closed(period, at: scope.now)
    return PeriodState(
      closed: closed, pending: workspace.closings.pending(period), present: try figures(of: period, scope, entries),
      restatement: try closed.flatMap { try restatement(since: $0, scope, entries) })
  }

  /// Every purchase, in the order in which they were recorded.
  func revenueEntries(_ scope: ReportScope) throws -> [RevenueEntry] {
    try RecordSource(self, scope, withRevenue: true).revenue()
  }

  private func figures(
    of period: TargetPeriod, _ scope: ReportScope, _ entries: [RevenueEntry]
  ) throws -> PeriodFigures {
    let zone = try ReportingZone(identifier: workspace.zone)
    let target = workspace.targets.inForce(for: period, at: scope.now)
    let (model, sourcing) = (target?.model ?? .positionBased, target?.sourcing ?? .creation)
    let query = RevenueQuery(
      currency: try reportingCurrency(), period: period.start(in: zone)..<period.end(in: zone), models: [model],
      sourcing: sourcing, zone: zone)
    return PeriodFigures(
      try RevenueReport.checked(entries, query).total, target, model: model, sourcing: sourcing)
  }

  /// What changed since both had signed.
  ///
  /// - Returns: `nil` where the journal does not tell when that was.
  private func restatement(
    since closing: PeriodClosing, _ scope: ReportScope, _ entries: [RevenueEntry]
  ) throws -> Restatement? {
    guard let place = try place(of: closing) else { return nil }
    var then = scope
    then.before = place
    let zone = try ReportingZone(identifier: workspace.zone)
    let period = closing.period
    return Restatement(
      try revenueEntries(then), entries, in: period.start(in: zone)..<period.end(in: zone))
  }

  /// Where in the journal the last signature under a closing stands. Times would not do: two commands can be recorded in
  /// one millisecond.
  private func place(of closing: PeriodClosing) throws -> Int64? {
    var place: Int64?
    let values = [Value.integer(Int64(EventKind.periodSigned.rawValue))]
    try journal.forEachEvent(where: "lead IS NULL AND kind < 200 AND kind = ?", values) { row in
      guard case .periodSigned(let signed) = try row.workspaceFact(), signed.period == closing.period.label,
        signed.figures == closing.figures
      else { return }
      place = row.seq
    }
    return place
  }
}
