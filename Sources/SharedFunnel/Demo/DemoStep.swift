/// What one command of a member did to one lead.
public struct DemoStep: Sendable {
  /// The command's id; its events follow from it.
  public let command: EventID
  public let lead: LeadID
  public let actor: MemberID
  public let occurred: Timestamp
  /// When the journal learned of it: then, or some hours later.
  public let recorded: Timestamp
  public let facts: [LeadFact]
  /// Who the lead is; with the step that creates it.
  public var person: DemoPerson?
  /// The text of a remark.
  public var note: String?

  /// The events of the step, in order.
  public var events: [LeadEvent] {
    facts.enumerated().map { place, fact in
      var id = command.event(place)
      if case .expired(let offer?) = fact { id = EventID.expiry(of: offer) }
      return LeadEvent(id: id, lead: lead, occurred: occurred, recorded: recorded, actor: .member(actor), fact: fact)
    }
  }
}
