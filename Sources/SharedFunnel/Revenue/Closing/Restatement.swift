/// What of a period's revenue is another than when it was closed, sale by sale and refund by refund.
public struct Restatement: Sendable, Equatable {
  /// One sale or refund that came, went or is worth something else.
  public struct Change: Sendable, Equatable {
    public let lead: LeadID
    public let event: EventID
    public let kind: RevenueMovement.Kind
    /// As it is now, or was where it is gone.
    public let at: Timestamp
    /// `nil`: it was not in the period, or its value was not known.
    public let before: Money?
    public let after: Money?
    /// In minor units.
    public let difference: Int64
  }

  /// In the order of time.
  public let changes: [Change]
  /// What they sum to, in minor units; `nil` beyond 64 bits.
  public let difference: Int64?

  /// - Parameters:
  ///   - before: the purchases as they were known when it was closed.
  ///   - after: as they are known now.
  public init(_ before: [RevenueEntry], _ after: [RevenueEntry], in period: Range<Timestamp>) {
    let (old, new) = (Restatement.movements(before, period), Restatement.movements(after, period))
    var changes: [Change] = []
    for event in Set(old.keys).union(new.keys) {
      let (was, becomes) = (old[event], new[event])
      guard let shown = becomes ?? was, was?.movement.value != becomes?.movement.value || was == nil || becomes == nil
      else { continue }
      let (difference, overflow) = (becomes?.movement.value?.minor ?? 0)
        .subtractingReportingOverflow(was?.movement.value?.minor ?? 0)
      changes.append(
        Change(
          lead: shown.lead, event: event, kind: shown.movement.kind, at: shown.movement.at,
          before: was?.movement.value, after: becomes?.movement.value, difference: overflow ? 0 : difference))
    }
    self.changes = changes.sorted {
      ($0.at, $0.lead, $0.event.high, $0.event.low) < ($1.at, $1.lead, $1.event.high, $1.event.low)
    }
    var sum: Int64? = 0
    for change in changes {
      let next = sum?.addingReportingOverflow(change.difference)
      sum = next.flatMap { $0.overflow ? nil : $0.partialValue }
    }
    difference = sum
  }

  private static func movements(
    _ entries: [RevenueEntry], _ period: Range<Timestamp>
  ) -> [EventID: (lead: LeadID, movement: RevenueMovement)] {
    var found: [EventID: (lead: LeadID, movement: RevenueMovement)] = [:]
    for entry in entries {
      for movement in entry.movements where period.contains(movement.at) {
        found[movement.event] = (entry.lead, movement)
      }
    }
    return found
  }
}
