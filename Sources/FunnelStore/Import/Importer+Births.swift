import SharedFunnel

/// How leads begin that no record says were created.
extension Importer {
  /// What a new lead is known from; no fact where a record says that it was created.
  struct Birth {
    let leadKey: String
    var fact: MappedFact?
  }

  /// Keeps what a new lead is born from, should no record say that it was created: the earliest fact.
  func remember(_ facts: [MappedFact], of lead: LeadID, _ leadKey: String) {
    for fact in facts {
      if fact.kind == .created {
        births[lead] = Birth(leadKey: leadKey, fact: nil)
      } else if let birth = births[lead] {
        guard let earliest = birth.fact else { return }
        let isEarlier =
          (fact.occurred, fact.content(revision: 0)) < (earliest.occurred, earliest.content(revision: 0))
        if isEarlier { births[lead]?.fact = fact }
      } else {
        births[lead] = Birth(leadKey: leadKey, fact: fact)
      }
    }
  }

  /// A lead that no record says was created is known from its earliest fact on, whatever the order of
  /// the rows was.
  func bear() throws {
    for lead in newLeads {
      guard let birth = births[lead], var fact = birth.fact else { continue }
      fact.slot = "created"
      fact.kind = .created
      fact.stage = nil
      fact.word = ""
      fact.money = nil
      (fact.from, fact.target, fact.due, fact.ruling, fact.score) = (nil, nil, nil, nil, nil)
      (fact.receiver, fact.referrer, fact.department) = ("", "", [])
      fact.close = nil
      fact.personal = fact.personal.filter { $0.field != .note }
      let slot = slot(named: "created", identity: birth.leadKey)
      try append(fact, id: EventID(slot: slot, content: fact.content(revision: 0)), to: lead, key: nil)
    }
  }
}
