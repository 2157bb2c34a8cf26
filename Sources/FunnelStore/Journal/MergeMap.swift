import SharedFunnel

/// Which leads were merged into which, as the events that were seen so far say.
struct MergeMap {
  private var targets: [UInt32: UInt32] = [:]
  private var members: [UInt32: [UInt32]] = [:]
  /// All merges of a lead that were seen, and everything that was voided, in whatever order they come.
  private var facts: [UInt32: [MergeFact]] = [:]
  private var voided: Set<EventID> = []

  var isEmpty: Bool { targets.isEmpty }

  mutating func apply(_ event: LeadEvent) {
    let lead = event.lead.rawValue
    if let merge = MergeFact(event) {
      facts[lead, default: []].append(merge)
    } else if case .voided(let target) = event.fact {
      voided.insert(target)
    } else {
      return
    }
    guard let merges = facts[lead] else { return }
    set(lead, mergedInto: merges.filter { !voided.contains($0.id) }.max()?.target.rawValue)
  }

  /// What is known of a lead beside the events: `nil` where it was not merged.
  mutating func set(_ lead: UInt32, mergedInto target: UInt32?) {
    remove(lead)
    // Only a damaged journal goes round in a circle; the merge that would close it is left out.
    guard let target, carrier(of: target) != lead else { return }
    targets[lead] = target
    members[target, default: []].append(lead)
  }

  private mutating func remove(_ lead: UInt32) {
    guard let known = targets.removeValue(forKey: lead) else { return }
    members[known]?.removeAll { $0 == lead }
  }

  /// The leads that carry the history of others, by number.
  var carriers: [UInt32] {
    members.filter { !$0.value.isEmpty && targets[$0.key] == nil }.keys.sorted()
  }

  /// The lead that carries the history of this one: itself, unless it was merged.
  func carrier(of lead: UInt32) -> UInt32 {
    var carrier = lead
    while let next = targets[carrier] { carrier = next }
    return carrier
  }

  /// All leads whose history counts for this one, beside its own.
  func absorbed(by lead: UInt32) -> [UInt32] {
    // A lead that was merged itself carries nothing.
    guard !targets.isEmpty, targets[lead] == nil else { return [] }
    var found: [UInt32] = []
    var open = members[lead] ?? []
    while let next = open.popLast() {
      found.append(next)
      open += members[next] ?? []
    }
    return found
  }
}
