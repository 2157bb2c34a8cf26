/// What counts of a lead's events, in whatever order they arrived: without those that were voided, in
/// order, and under the lead that carries them.
struct LiveHistory {
  /// The lead that carries the history.
  let lead: LeadID
  /// Set where the events are those of a lead that was merged into one whose events are not among them.
  let mergedInto: LeadID?
  let events: [LeadEvent]

  /// - Parameter lead: whose history it is; `nil`: of the one lead among those of the events that was not
  ///   merged.
  init(_ events: [LeadEvent], of given: LeadID? = nil) {
    let voided = LiveHistory.voids(in: events)
    let kept = voided.isEmpty ? events : events.filter { !voided.contains($0.id) }
    self.events = kept.sorted(by: LeadEvent.precedes)
    let first = given ?? events.first?.lead ?? LeadID(rawValue: 0)
    let targets = LiveHistory.targets(in: kept)
    if given == nil, !targets.isEmpty, let carrier = events.first(where: { targets[$0.lead] == nil })?.lead {
      (lead, mergedInto) = (carrier, nil)
    } else {
      (lead, mergedInto) = (first, targets[first])
    }
  }

  static func voids(in events: [LeadEvent]) -> Set<EventID> {
    var voided: Set<EventID> = []
    for event in events { if case .voided(let target) = event.fact { voided.insert(target) } }
    return voided
  }

  /// Which lead each lead was merged into. A lead is merged once; were there two such events, the one
  /// that was recorded last would hold.
  private static func targets(in events: [LeadEvent]) -> [LeadID: LeadID] {
    var found: [LeadID: MergeFact] = [:]
    for event in events {
      guard let merge = MergeFact(event) else { continue }
      if let known = found[event.lead], merge < known { continue }
      found[event.lead] = merge
    }
    return found.mapValues(\.target)
  }
}

/// That a lead is another one. Of several that count, as two copies of a file can make them, the last holds, and
/// this is their order.
public struct MergeFact: Sendable, Comparable {
  public let target: LeadID
  public let id: EventID
  private let recorded: Timestamp

  public init?(_ event: LeadEvent) {
    guard case .merged(let target) = event.fact else { return nil }
    self.target = target
    id = event.id
    recorded = event.recorded
  }

  public static func < (left: MergeFact, right: MergeFact) -> Bool {
    (left.recorded, left.id) < (right.recorded, right.id)
  }
}

extension Journey {
  /// The lead into which the events say that theirs was merged.
  public static func mergeTarget(of events: [LeadEvent]) -> LeadID? {
    guard events.contains(where: { $0.fact.kind == .merged }) else { return nil }
    return LiveHistory(events).mergedInto
  }
}
