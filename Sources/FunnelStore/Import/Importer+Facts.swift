import SharedFunnel

/// From words to the numbers that events carry.
extension Importer {
  func term(_ kind: TermKind, _ text: String) throws -> TermID {
    if let known = words[kind]?[text] { return known }
    let id = try store.terms.intern(kind, text)
    words[kind, default: [:]][text] = id
    return id
  }

  func leadFact(_ fact: MappedFact) throws -> LeadFact {
    if let handoff = try handoffFact(fact) { return handoff }
    let owner = member(fact.owner)
    switch fact.kind {
    case .created:
      return .created(
        Creation(
          stage: fact.stage, source: try term(.source, fact.source), campaign: try term(.campaign, fact.campaign),
          segment: try term(.segment, fact.segment), owner: owner,
          referrer: try referrer(of: fact)))
    case .edited:
      func new(_ kind: TermKind, _ text: String) throws -> TermID? { text.isEmpty ? nil : try term(kind, text) }
      return .edited(
        Description(
          source: try new(.source, fact.source), campaign: try new(.campaign, fact.campaign),
          segment: try new(.segment, fact.segment)))
    case .assigned: return .assigned(owner)
    case .tagged: return .tagged(try term(.tag, fact.word))
    case .untagged: return .untagged(try term(.tag, fact.word))
    case .lost: return .lost(reason: try term(.reason, fact.word))
    case .purchased: return .purchased(fact.money, product: try term(.product, fact.word))
    default: return plainFact(fact)
    }
  }

  /// Facts without words.
  private func plainFact(_ fact: MappedFact) -> LeadFact {
    switch fact.kind {
    case .entered: fact.stage.map { .entered($0) } ?? .noted
    case .moved: fact.stage.map { .moved($0) } ?? .noted
    case .reopened: .reopened
    case .refunded: .refunded(purchase: nil, fact.money)
    case .valued: .valued(Valuation(amount: fact.money, close: fact.close))
    default: .noted
    }
  }
}
