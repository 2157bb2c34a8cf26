import SharedFunnel

/// Which leads were merged into which, as the events that were seen so far say.
struct MergeMap {
  private var targets: [UInt32: (target: UInt32, event: EventID?)] = [:]
  private var members: [UInt32: [UInt32]] = [:]

  var isEmpty: Bool { targets.isEmpty }

  /// Takes an event in the order of arrival.
  mutating func apply(_ event: LeadEvent) {
    switch event.fact {
    case .merged(let into): set(event.lead.rawValue, into.rawValue, event.id)
    case .voided(let target):
      if !targets.isEmpty, targets[event.lead.rawValue]?.event == target { remove(event.lead.rawValue) }
    default: break
    }
  }

  /// What is known of a lead beside the events: `nil` where it was not merged.
  mutating func set(_ lead: UInt32, mergedInto target: UInt32?) {
    if let target { set(lead, target, nil) } else { remove(lead) }
  }

  private mutating func set(_ lead: UInt32, _ target: UInt32, _ event: EventID?) {
    remove(lead)
    // Only a damaged journal goes round in a circle; the merge that would close it is left out.
    guard carrier(of: target) != lead else { return }
    targets[lead] = (target, event)
    members[target, default: []].append(lead)
  }

  private mutating func remove(_ lead: UInt32) {
    guard let known = targets.removeValue(forKey: lead) else { return }
    members[known.target]?.removeAll { $0 == lead }
  }

  /// The leads that carry the history of others, by number.
  var carriers: [UInt32] {
    members.filter { !$0.value.isEmpty && targets[$0.key] == nil }.keys.sorted()
  }

  /// The lead that carries the history of this one: itself, unless it was merged.
  func carrier(of lead: UInt32) -> UInt32 {
    var carrier = lead
    while let next = targets[carrier]?.target { carrier = next }
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
