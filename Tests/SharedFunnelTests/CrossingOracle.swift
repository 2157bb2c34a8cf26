@testable import SharedFunnel

/// A crossing as the sentences of docs/metrics.md put it, from the journey and not from its record.
struct CrossingOracle {
  let handoff: Handoff
  let journey: Journey
  let slot: UInt32
  /// The last offer of its lead.
  let isLast: Bool
  let asOf: Int64

  static func seconds(_ time: Timestamp?) -> Int64? { time.map { max(1, $0.seconds) } }

  static func crossings(of journey: Journey, slot: UInt32, asOf: Int64) -> [CrossingOracle] {
    let last = journey.handoffs.lastIndex { $0.outcome != .unrecorded }
    return journey.handoffs.enumerated().map { index, handoff in
      CrossingOracle(handoff: handoff, journey: journey, slot: slot, isLast: index == last, asOf: asOf)
    }
  }

  var offered: Int64 { Self.seconds(handoff.offered) ?? 0 }
  var due: Int64? { Self.seconds(handoff.due) }
  var answered: Int64? { Self.seconds(handoff.answered) }

  var outcome: HandoffOutcome {
    guard handoff.outcome == .pending, let due, due < asOf else { return handoff.outcome }
    let isGone = Self.seconds(handoff.lost).map { $0 <= due } ?? false
    return handoff.silence == .accepted && !isGone ? .acceptedBySilence : .expired
  }

  var isTaken: Bool { outcome == .accepted || outcome == .acceptedBySilence }
  /// When the receiver took it.
  var taken: Int64 { answered ?? due ?? 0 }
  var ruling: Ruling? { handoff.dispute?.ruling }

  var missed: Bool {
    guard let due, outcome != .unrecorded, outcome != .pending else { return false }
    return outcome == .expired || outcome == .acceptedBySilence || (answered ?? 0) > due
  }

  /// The keys of the numbers that it counts in, but for those of due times, which have a period of their own.
  var keys: Set<String> {
    guard outcome != .unrecorded else { return ["unrecorded"] }
    var keys: Set<String> = ["offered", outcome.key]
    let isAnswer = outcome == .accepted || outcome == .rejected
    if isAnswer { keys.insert("answered") }
    if isAnswer || outcome == .expired {
      keys.insert("decided")
      if !(outcome == .rejected && ruling == .split) { keys.insert("decided_final") }
    }
    if outcome == .accepted || (outcome == .rejected && ruling == .overturned) { keys.insert("accepted_final") }
    if handoff.isOverridden { keys.insert("overridden") }
    if handoff.dispute != nil {
      keys.insert("rulings.disputed")
      keys.insert("rulings.\(ruling?.key ?? "open")")
    }
    if isLast, journey.isLost, journey.lostInHandoff { keys.insert("drop_off") }
    keys.insert("sla.\(sla)")
    if handoff.isEnteredLate { keys.insert("sla.entered_late") }
    if outcome == .rejected, Int64(journey.firstEntry[Stage.purchase.index]) > answered ?? 0 {
      keys.insert("audit.rejected_then_bought")
    }
    return isTaken ? keys.union(aftermath) : keys
  }

  /// The ends behind the estimates: of the offer, and of the time after an acceptance, as far as a window reaches.
  func ends(within window: Int64) -> Set<String> {
    guard outcome != .unrecorded else { return [] }
    var keys: Set<String> = []
    let end = outcome == .pending ? nil : outcome == .expired ? due ?? answered : answered ?? due
    keys.formUnion(CrossingOracle.end("offers", end.map { ($0 - offered, outcome.key) }, asOf - offered, window))
    guard isTaken else { return keys }
    let ends = [("purchase", handoff.purchased), ("returned", handoff.returned), ("lost", handoff.lost)]
    var first: (Int64, String)?
    for (name, time) in ends {
      guard let time = Self.seconds(time), time - taken < first?.0 ?? .max else { continue }
      first = (time - taken, name)
    }
    return keys.union(CrossingOracle.end("acceptances", first, asOf - taken, window))
  }

  private static func end(
    _ place: String, _ end: (seconds: Int64, name: String)?, _ observed: Int64, _ window: Int64
  ) -> Set<String> {
    let isNegative = min(end?.seconds ?? observed, window) < 0
    let name = end.map { $0.seconds <= window ? $0.name : "open" } ?? "open"
    return isNegative
      ? ["estimates.\(place).\(name)", "estimates.\(place).negative"] : ["estimates.\(place).\(name)"]
  }

  private var sla: String {
    guard due != nil else { return "exempt" }
    if outcome == .pending { return "not_due" }
    if missed { return "missed" }
    return outcome == .withdrawn ? "exempt" : "met"
  }

  private var aftermath: Set<String> {
    var keys: Set<String> = ["taken"]
    if handoff.contacted != nil { keys.insert("contact.made") }
    keys.insert("contact.sla.\(contact)")
    if handoff.returned != nil {
      keys.insert("returned")
      return keys
    }
    if handoff.advanced != nil {
      keys.insert("after_acceptance.advanced")
    } else {
      keys.insert(handoff.lost == nil ? "after_acceptance.open" : "after_acceptance.disqualified")
    }
    let fortnight = taken + 14 * 86_400
    if let lost = Self.seconds(handoff.lost), lost <= fortnight {
      keys.insert("audit.lost_early")
    } else if fortnight > asOf {
      keys.insert("audit.too_young")
    }
    return keys
  }

  private var contact: String {
    guard let due = Self.seconds(handoff.contactDue) else { return "exempt" }
    if let made = Self.seconds(handoff.contacted) { return made <= due ? "met" : "missed" }
    let ends = [handoff.returned, handoff.lost].compactMap(Self.seconds)
    if ends.contains(where: { $0 <= due }) { return "exempt" }
    return due < asOf ? "missed" : "not_due"
  }
}
