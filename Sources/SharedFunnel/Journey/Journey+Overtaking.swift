/// An answer that was given in time and entered when the due time was over counts: silence has not said what a person
/// says they had said before. Its entry is marked, see ``Handoff/isEnteredLate``.
extension Journey {
  /// What silence is on record to have settled although one of these answers was given: to be voided with the answer's
  /// entry, in one command.
  ///
  /// - Parameter at: when the answers were given.
  /// - Throws: ``Refusal/builtOnSilence(_:_:)`` where the answer takes the lead to another side than silence left it on,
  ///   and its course went on from there. Whatever else no longer fits ``admit(_:to:under:)`` refuses.
  public static func overtaken(
    by answers: [LeadFact], at time: Timestamp, in history: [LeadEvent]
  ) throws(Refusal) -> [LeadEvent] {
    guard answers.contains(where: { $0.answeredOffer != nil }) else { return [] }
    let live = LiveHistory(history).events
    var found: [LeadEvent] = []
    for answer in answers {
      guard let (offer, crosses) = answer.answeredOffer,
        let place = live.firstIndex(where: { $0.fact.silentlySettledOffer == offer }),
        live[place].occurred.seconds >= time.seconds
      else { continue }
      let settlement = live[place]
      found.append(settlement)
      guard crosses != (settlement.fact.kind == .acceptedBySilence) else { continue }
      // Whoever accepted had the lead from then on, and not only from the due time.
      let course = crosses ? live.filter { $0.occurred >= time } : Array(live[(place + 1)...])
      if let next = course.first(where: \.fact.isStepOfCourse) { throw .builtOnSilence(settlement.lead, next) }
    }
    return found
  }
}

extension LeadCommand {
  /// The history as it was for whoever gave an answer at that time: silence, which settles an offer when its due time is
  /// over, had not settled it yet, not even in the second in which it was due. Other commands find all of it.
  public func history(_ history: [LeadEvent], heardAt time: Timestamp) -> [LeadEvent] {
    switch self {
    case .accept, .reject:
      history.filter { $0.fact.silentlySettledOffer == nil || $0.occurred.seconds < time.seconds }
    default: history
    }
  }
}

extension LeadFact {
  /// The offer that a receiver answered, and whether the lead crosses by it.
  fileprivate var answeredOffer: (offer: EventID, crosses: Bool)? {
    switch self {
    case .accepted(let offer?, _, _, _): (offer, true)
    case .rejected(let offer?, _, _): (offer, false)
    default: nil
    }
  }

  fileprivate var silentlySettledOffer: EventID? {
    switch self {
    case .expired(let offer), .acceptedBySilence(let offer, _, _): offer
    default: nil
    }
  }

  /// Whether it starts from the stage or the side on which the lead is.
  fileprivate var isStepOfCourse: Bool {
    switch self {
    case .moved, .entered, .offered, .returned, .crossed, .lost, .reopened, .purchased: true
    default: false
    }
  }
}
