/// A number of the report on agreements: how many of the offers made under a version …
public enum AgreementNumber: String, Sendable, Hashable, CaseIterable {
  /// … there were: accepted + accepted by silence + rejected + expired + withdrawn + pending.
  case offered
  case accepted
  case acceptedBySilence = "accepted_by_silence"
  case rejected
  case expired
  case withdrawn
  case pending
  /// … silence settled, whatever it meant: expired + accepted by silence.
  case silent

  // What the giver owes.

  /// … failed criteria, and were offered all the same.
  case overridden
  /// … somebody decided on: accepted or rejected, without those that a ruling split.
  case decided
  /// … of those are the receiver's by its own decision or by an overturned rejection.
  case good
  /// … were rejected, and the rejection was overturned: good.
  case overturned
  /// … were rejected, and a ruling split the case: in no quality.
  case split

  // What the receiver owes.

  /// … were answered, or due and not: in time + missed.
  case answers
  /// … were answered by their due time.
  case answeredInTime = "answered_in_time"
  /// … were answered later, or not at all although due. Silence is no answer, and withdrawing takes no miss back.
  case answerMissed = "answer_missed"
  case answerNotDue = "answer_not_due"
  /// … were accepted and contacted, or due for it and not: in time + missed.
  case contacts
  /// … were accepted and contacted by the agreed time.
  case contactedInTime = "contacted_in_time"
  case contactMissed = "contact_missed"
  case contactNotDue = "contact_not_due"
  /// … were returned or lost before a first contact was due, without one.
  case contactLapsed = "contact_lapsed"
  /// … were accepted, and returned or lost before a sale.
  case givenUp = "given_up"
  /// … of those had as many contacts as were agreed.
  case attemptsMade = "attempts_made"
  case attemptsMissed = "attempts_missed"
}

extension AgreementNumber {
  /// Whether an offer counts.
  ///
  /// - Parameters:
  ///   - terms: of the version that the offer was made under; `nil`: none was in force.
  ///   - time: the end of observation.
  func counts(_ offer: HandoffRecord, under terms: AgreementTerms?, asOf time: UInt32) -> Bool {
    guard let outcome = HandoffOutcome(rawValue: offer.outcome(asOf: time)), outcome != .unrecorded else {
      return false
    }
    let isSplit = outcome == .rejected && offer.marks.isSuperset(of: [.rejectionDisputed, .split])
    let isOverturned = outcome == .rejected && offer.marks.isSuperset(of: [.rejectionDisputed, .overturned])
    switch self {
    case .offered: return true
    case .accepted: return outcome == .accepted
    case .acceptedBySilence: return outcome == .acceptedBySilence
    case .rejected: return outcome == .rejected
    case .expired: return outcome == .expired
    case .withdrawn: return outcome == .withdrawn
    case .pending: return outcome == .pending
    case .silent: return outcome == .expired || outcome == .acceptedBySilence
    case .overridden: return offer.marks.contains(.overridden)
    case .decided: return outcome == .accepted || (outcome == .rejected && !isSplit)
    case .good: return outcome == .accepted || isOverturned
    case .overturned: return isOverturned
    case .split: return isSplit
    case .answers:
      return [AgreementNumber.answeredInTime, .answerMissed].contains { $0.counts(offer, under: terms, asOf: time) }
    case .contacts:
      return [AgreementNumber.contactedInTime, .contactMissed].contains { $0.counts(offer, under: terms, asOf: time) }
    case .answeredInTime: return HandoffRate.sla.observation(of: offer, asOf: time)?.outcome == .reached
    case .answerMissed: return HandoffRate.sla.observation(of: offer, asOf: time)?.outcome == .lost
    case .answerNotDue: return HandoffRate.sla.observation(of: offer, asOf: time)?.outcome == .open
    case .contactedInTime, .contactMissed, .contactNotDue, .contactLapsed:
      return outcome.isAcceptance && AgreementNumber.contact(offer, asOf: time) == self
    case .givenUp: return outcome.isAcceptance && AgreementNumber.isGivenUp(offer)
    case .attemptsMade, .attemptsMissed:
      guard let owed = terms?.attempts, outcome.isAcceptance, AgreementNumber.isGivenUp(offer) else { return false }
      return (Int(offer.attempts) >= owed) == (self == .attemptsMade)
    }
  }

  /// How the first contact stands; `nil` where none was agreed.
  private static func contact(_ offer: HandoffRecord, asOf time: UInt32) -> AgreementNumber? {
    guard offer.contactDue != 0 else { return nil }
    if offer.contacted != 0 { return offer.contacted <= offer.contactDue ? .contactedInTime : .contactMissed }
    let ends = [offer.returned, offer.lost].filter { $0 != 0 }
    if let end = ends.min(), end <= offer.contactDue { return .contactLapsed }
    return offer.contactDue < time ? .contactMissed : .contactNotDue
  }

  /// Returned, unless a ruling brought it back, or lost; in either case without a sale.
  private static func isGivenUp(_ offer: HandoffRecord) -> Bool {
    guard offer.purchased == 0 else { return false }
    let isBroughtBack =
      offer.marks.contains(.returnDisputed) && !offer.marks.isDisjoint(with: [.overturned, .split])
    return (offer.returned != 0 && !isBroughtBack) || offer.lost != 0
  }
}
