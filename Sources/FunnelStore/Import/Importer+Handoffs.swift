import SharedFunnel

/// Facts of the line between departments, as records tell them.
extension Importer {
  /// `nil` for what is no matter of a handoff.
  func handoffFact(_ fact: MappedFact) throws -> LeadFact? {
    // Of other kinds the word is of another dictionary, and no reason of this workspace.
    func reason() throws -> TermID { try term(.reason, fact.word) }
    switch fact.kind {
    case .offered: return .offered(offer(fact))
    case .accepted:
      let receiver = fact.receiver.isEmpty ? fact.owner : fact.receiver
      return .accepted(nil, to: fact.stage ?? fact.ends(under: ownership).to, by: member(receiver))
    case .acceptedBySilence:
      return .acceptedBySilence(nil, to: fact.stage ?? fact.ends(under: ownership).to, contactDue: nil)
    case .rejected: return .rejected(nil, reason: try reason())
    case .expired: return .expired(nil)
    case .withdrawn: return .withdrawn(nil)
    case .returned:
      return .returned(
        nil, to: fact.stage ?? fact.ends(under: ownership).from, reason: try reason(), disputableUntil: nil)
    case .disputed: return .disputed(nil, cause: try reason())
    case .ruled: return fact.ruling.map { .ruled(nil, $0) }
    case .voted: return fact.ruling.map { .voted(nil, $0) }
    case .crossed: return fact.stage.map { .crossed(nil, to: $0) }
    case .scored: return fact.score.map { .scored($0) }
    case .touched:
      let named = member(fact.owner).flatMap { store.workspace.roster[$0]?.departments } ?? []
      return .touched(try term(.channel, fact.word), by: fact.department.isEmpty ? named : fact.department)
    default: return nil
    }
  }

  private var ownership: Ownership { store.workspace.ownership }

  func member(_ handle: String) -> MemberID? {
    handle.isEmpty ? nil : store.workspace.roster.member(handle: handle)?.id
  }

  /// The lead whose referral brought this one.
  ///
  /// - Throws: ``RecordProblem`` if no lead has the key.
  func referrer(of fact: MappedFact) throws -> LeadID? {
    guard !fact.referrer.isEmpty else { return nil }
    guard let lead = try find(Personal.normalized("\(mapping.feed):\(fact.referrer)")) else {
      throw RecordProblem(reason: ImportMessages.unknownLead(["key": fact.referrer]))
    }
    return lead
  }

  private func offer(_ fact: MappedFact) -> Offer {
    guard fact.referrer.isEmpty else {
      let line = HandoffLine(from: .customerAdvocacy, to: fact.target ?? .customerAwareness)
      return Offer(
        to: line.to, giver: ownership.owners(of: line.from, at: fact.occurred),
        receiver: ownership.owners(of: line.to, at: fact.occurred), member: member(fact.receiver), due: fact.due,
        line: line, referredFrom: line.from)
    }
    let ends = fact.ends(under: ownership)
    return Offer(
      to: ends.to, giver: ownership.owners(of: ends.from, at: fact.occurred),
      receiver: ownership.owners(of: ends.to, at: fact.occurred), member: member(fact.receiver), due: fact.due)
  }
}
