import SharedFunnel

/// From words to the numbers that events carry.
extension Importer {
  private func term(_ kind: TermKind, _ text: String) throws -> TermID {
    if let known = words[kind]?[text] { return known }
    let id = try store.terms.intern(kind, text)
    words[kind, default: [:]][text] = id
    return id
  }

  func leadFact(_ fact: MappedFact) throws -> LeadFact {
    let owner = fact.owner.isEmpty ? nil : store.workspace.roster.member(handle: fact.owner)?.id
    switch fact.kind {
    case .created:
      return .created(
        Creation(
          stage: fact.stage, source: try term(.source, fact.source), campaign: try term(.campaign, fact.campaign),
          segment: try term(.segment, fact.segment), owner: owner))
    case .edited:
      func new(_ kind: TermKind, _ text: String) throws -> TermID? { text.isEmpty ? nil : try term(kind, text) }
      return .edited(
        Description(
          source: try new(.source, fact.source), campaign: try new(.campaign, fact.campaign),
          segment: try new(.segment, fact.segment)))
    case .assigned: return .assigned(owner)
    case .tagged: return .tagged(try term(.tag, fact.word))
    case .untagged: return .untagged(try term(.tag, fact.word))
    case .touched: return .touched(try term(.channel, fact.word))
    case .rejected: return .rejected(nil, reason: try term(.reason, fact.word))
    case .lost: return .lost(reason: try term(.reason, fact.word))
    case .offered: return offered(fact)
    default: return plainFact(fact)
    }
  }

  /// Facts without words.
  private func plainFact(_ fact: MappedFact) -> LeadFact {
    switch fact.kind {
    case .entered: fact.stage.map { .entered($0) } ?? .noted
    case .moved: fact.stage.map { .moved($0) } ?? .noted
    case .accepted: fact.stage.map { .accepted(nil, to: $0, by: nil) } ?? .noted
    case .expired: .expired(nil)
    case .withdrawn: .withdrawn(nil)
    case .reopened: .reopened
    case .purchased: .purchased(fact.money)
    case .refunded: .refunded(purchase: nil, fact.money)
    case .valued: .valued(Valuation(amount: fact.money, close: fact.close))
    default: .noted
    }
  }

  /// A log names the stage in which a lead is offered; it leads over the next line.
  private func offered(_ fact: MappedFact) -> LeadFact {
    let ownership = store.workspace.ownership
    let named = fact.stage ?? .brandPreference
    var from = named
    var to = named
    if let across = ownership.stageAcrossNextLine(from: named, at: fact.occurred) {
      to = across
    } else if let line = ownership.boundaries(at: fact.occurred).last(where: { $0.after <= named }) {
      // No line lies ahead of the stage: it is the one that the offer leads to.
      from = line.before
    }
    return .offered(
      Offer(
        to: to, giver: ownership.owners(of: from, at: fact.occurred),
        receiver: ownership.owners(of: to, at: fact.occurred)))
  }
}
