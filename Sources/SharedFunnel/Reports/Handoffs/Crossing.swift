/// How a promised time was kept.
public enum Promise: Sendable, Equatable {
  case met
  case missed
  case notDue
  /// No time was agreed, or what it was agreed for went away before it fell due.
  case exempt
}

/// What became of a lead that was accepted. Exactly one of these, asked in this order.
public enum Aftermath: Sendable, Equatable {
  case returned
  /// It went on to a stage behind the one it was offered for, whatever came later.
  case advanced
  /// It was lost, and not reopened.
  case disqualified
  case open
}

/// A crossing as it stands at the end of observation, in whole seconds. Every count, time and list of the reports on
/// handoffs asks this, which is why they agree.
struct Crossing {
  let record: HandoffRecord
  let outcome: HandoffOutcome
  private let asOf: UInt32

  /// `nil` for a damaged record, which `check` names.
  init?(_ record: HandoffRecord, asOf: UInt32) {
    guard let outcome = HandoffOutcome(rawValue: record.outcome(asOf: asOf)) else { return nil }
    self.record = record
    self.outcome = outcome
    self.asOf = asOf
  }

  var isOffer: Bool { outcome != .unrecorded }
  /// Someone said yes or no.
  var isAnswered: Bool { outcome == .accepted || outcome == .rejected }
  /// Accepted, rejected or expired: what acceptance is a share of.
  var isDecided: Bool { isAnswered || outcome == .expired }

  /// When the offer was settled; `nil` while it is pending, and of what was no offer.
  var ended: UInt32? {
    switch outcome {
    case .pending, .unrecorded: nil
    case .expired: record.due != 0 ? record.due : record.answered
    // Of what fell due and nobody wrote down, only the due time is there.
    case .acceptedBySilence: record.answered != 0 ? record.answered : record.due
    case .accepted, .rejected, .withdrawn: record.answered
    }
  }

  /// Whether the agreed time to answer was kept; `nil` of what was no offer.
  ///
  /// An offer that was withdrawn after it had fallen due is a miss, so that nobody takes one back. Silence is a miss
  /// whatever it counts for.
  var answer: Promise? {
    guard isOffer else { return nil }
    guard record.due != 0 else { return .exempt }
    switch outcome {
    case .accepted, .rejected: return record.answered <= record.due ? .met : .missed
    case .expired, .acceptedBySilence: return .missed
    case .withdrawn: return record.answered > record.due ? .missed : .exempt
    case .pending, .unrecorded: return .notDue
    }
  }

  /// From when on the receiver has the lead; `nil` for what was not accepted.
  var accepted: UInt32? { outcome.isAcceptance ? ended : nil }

  /// Whether the agreed time to the first contact was kept; `nil` for what was not accepted. A lead that was given
  /// back or lost before the contact was due owes none.
  var contact: Promise? {
    guard outcome.isAcceptance else { return nil }
    guard record.contactDue != 0 else { return .exempt }
    if record.contacted != 0 { return record.contacted <= record.contactDue ? .met : .missed }
    let gone = [record.returned, record.lost].filter { $0 != 0 }.min()
    if let gone, gone <= record.contactDue { return .exempt }
    return record.contactDue < asOf ? .missed : .notDue
  }

  /// `nil` for what was not accepted.
  var aftermath: Aftermath? {
    guard outcome.isAcceptance else { return nil }
    if record.returned != 0 { return .returned }
    if record.advanced != 0 { return .advanced }
    return record.lost != 0 ? .disqualified : .open
  }

  /// Whether nobody had answered or withdrawn it by then, though it had fallen due.
  func isPastDue(at end: UInt32) -> Bool {
    guard answer == .missed, record.due < end else { return false }
    let isSilent = outcome == .expired || outcome == .acceptedBySilence
    return isSilent || record.answered > end
  }
}
