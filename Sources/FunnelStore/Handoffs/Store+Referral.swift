public import SharedFunnel

extension Store {
  /// Records a customer's referral: a new lead, offered to the owners of stage 1.
  ///
  /// - Parameter said: what goes with the offer: why, evidence, override.
  /// - Returns: the new lead; `nil` if the command was recorded before.
  public func refer(
    by referrer: LeadID, _ new: NewLead, _ request: OfferRequest, said: [(PersonalField, String)], _ act: Act
  ) throws -> LeadID? {
    try recordUnlessDry(act) { draft in
      let at = try admissible(act.at ?? act.context.now, act.context.now)
      let customer = Journey.fold(
        try events(of: try carrier(of: referrer)), until: at, under: workspace.ownership)
      let creation = Creation(
        source: try terms.intern(.source, new.source), campaign: try terms.intern(.campaign, new.campaign),
        segment: try terms.intern(.segment, new.segment))
      var evidence = evidence(contact: new.contact)
      if !new.source.isEmpty { evidence.fields.insert(.source) }
      if !new.campaign.isEmpty { evidence.fields.insert(.campaign) }
      if !new.segment.isEmpty { evidence.fields.insert(.segment) }
      evidence.segment = new.segment.isEmpty ? nil : new.segment
      evidence.tags = Set(new.tags)
      let lead = try nextLeadID()
      let setting = CommandSetting(
        actor: act.actor, at: at, now: act.context.now, ownership: workspace.ownership, roster: workspace.roster,
        terms: workspace.handoffTerms, evidence: evidence)
      let facts = try refusing { () throws(Refusal) in
        try Referral.decide(by: customer, creation, request, as: lead, setting)
      }
      let events = (facts + (try new.tags.map { .tagged(try terms.intern(.tag, $0)) })).map { fact in
        draft.event(fact, lead: lead, occurred: at)
      }
      _ = try refusing { () throws(Refusal) in try Journey.admit(events, to: [], under: workspace.ownership) }
      try append([events[0]], to: lead, prev: nil, personal: new.contact.fields, keys: new.keys, draft)
      for event in events.dropFirst() {
        let personal = event.fact.kind == .offered ? said : []
        try append([event], to: lead, prev: try head(of: lead), personal: personal, keys: [], draft)
      }
      return lead
    }
  }
}
