/// What one command of a member did to one lead.
public struct DemoStep: Sendable {
  /// The command's id; its events follow from it.
  public let command: EventID
  public let lead: LeadID
  /// `nil`: nobody's command, but the program, which writes down what fell due.
  public let actor: MemberID?
  public let occurred: Timestamp
  /// When the journal learned of it: then, or some hours later.
  public let recorded: Timestamp
  public let facts: [LeadFact]
  /// Who the lead is; with the step that creates it.
  public var person: DemoPerson?
  /// The text of a remark, or what was said with an offer, an answer or a dispute.
  public var note: String?
  /// What shows that it is so.
  public var evidence: String?
  /// Why criteria were overridden.
  public var override: String?

  /// The events of the step, in order.
  public var events: [LeadEvent] {
    facts.enumerated().map { place, fact in
      LeadEvent(
        id: DemoStep.settled(by: fact).map { EventID.expiry(of: $0) } ?? command.event(place), lead: lead,
        occurred: occurred, recorded: recorded, actor: actor.map(Actor.member) ?? .login, fact: fact)
    }
  }

  /// The offer of which the fact says that it fell due.
  static func settled(by fact: LeadFact) -> EventID? {
    switch fact {
    case .expired(let offer), .acceptedBySilence(let offer, _, _): offer
    default: nil
    }
  }
}
