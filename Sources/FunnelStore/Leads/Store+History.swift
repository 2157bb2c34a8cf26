import SQLite
public import SharedFunnel

extension Store {
  /// Everything that is recorded of a lead, oldest first, the voided with it.
  public func history(of lead: LeadID) throws -> [HistoryItem] {
    try read {
      let rows = try rows(of: lead)
      let bySeq = Dictionary(zip(rows.map(\.id), rows), uniquingKeysWith: { first, _ in first })
      let flagged = Journey.history(try rows.map(journal.leadEvent), under: workspace.ownership)
      return try flagged.compactMap { item in
        guard let row = bySeq[item.event.id] else { return nil }
        return HistoryItem(
          seq: row.seq, event: item.event, flags: item.flags, isVoided: item.isVoided,
          actor: try name(of: item.event.actor, login: try journal.command(row.command).login),
          details: try details(of: item.event.fact, bySeq), note: try personal.values(of: row.seq)[.note])
      }
    }
  }

  /// The handle of a member, `import:NAME`, or the login.
  func name(of actor: Actor, login: String) throws -> String {
    switch actor {
    case .member(let id): return workspace.roster[id]?.handle ?? "#\(id.rawValue)"
    case .feed(let feed): return "import:" + (try terms.text(.feed, feed) ?? "")
    case .login: return login
    }
  }

  private func details(of fact: LeadFact, _ rows: [EventID: EventRow]) throws -> [(name: String, value: String)] {
    var details: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { details.append((name, value)) }
    }
    func add(_ money: Money?) { add("amount", money.map { "\($0.decimal) \($0.currency.code)" }) }
    func handle(_ member: MemberID?) -> String? { member.flatMap { workspace.roster[$0]?.handle } }
    switch fact {
    case .created(let creation):
      add("stage", creation.stage?.key)
      add("source", try terms.text(.source, creation.source))
      add("campaign", try terms.text(.campaign, creation.campaign))
      add("segment", try terms.text(.segment, creation.segment))
      add("owner", handle(creation.owner))
      add("referred_by", creation.referrer?.text)
    case .entered(let stage), .moved(let stage): add("stage", stage.key)
    case .touched(let channel, let department):
      add("channel", try terms.text(.channel, channel))
      add("by", department.isEmpty ? nil : department.key)
    case .edited(let edit):
      add("source", try edit.source.map { try terms.text(.source, $0) ?? "" })
      add("campaign", try edit.campaign.map { try terms.text(.campaign, $0) ?? "" })
      add("segment", try edit.segment.map { try terms.text(.segment, $0) ?? "" })
    case .assigned(let member): add("owner", handle(member) ?? "nobody")
    case .tagged(let tag), .untagged(let tag): add("tag", try terms.text(.tag, tag))
    case .valued(let valuation):
      add(valuation.amount)
      add("close", valuation.close?.iso8601)
    case .offered(let offer):
      add("stage", offer.to.key)
      add("giver", offer.giver.key)
      add("receiver", offer.receiver.key)
      add("member", handle(offer.member))
      add("due", offer.due?.iso8601)
      add("agreement", offer.agreement == 0 ? nil : "version \(offer.agreement)")
      add("overridden", offer.isOverridden ? "yes" : nil)
      add("referred_from", offer.referredFrom?.key)
    case .accepted(_, let stage, let member, let contactDue):
      add("stage", stage.key)
      add("by", handle(member))
      add("contact_due", contactDue?.iso8601)
    case .acceptedBySilence(_, let stage, let contactDue):
      add("stage", stage.key)
      add("contact_due", contactDue?.iso8601)
    case .rejected(_, let reason, let until):
      add("reason", try terms.text(.reason, reason))
      add("disputable_until", until?.iso8601)
    case .returned(_, let stage, let reason, let until):
      add("stage", stage.key)
      add("reason", try terms.text(.reason, reason))
      add("disputable_until", until?.iso8601)
    case .disputed(_, let cause): add("cause", try terms.text(.reason, cause))
    case .voted(_, let ruling), .ruled(_, let ruling): add("ruling", ruling.key)
    case .crossed(_, let stage): add("stage", stage.key)
    case .scored(let points): add("score", String(points))
    case .lost(let reason): add("reason", try terms.text(.reason, reason))
    case .purchased(let money, let product):
      add(money)
      add("product", try terms.text(.product, product))
    case .refunded(_, let money): add(money)
    case .priced(let pricing):
      add(pricing.amount)
      add("rate", pricing.rate.text)
      add("rate_day", pricing.day.iso)
    case .voided(let event):
      add("number", rows[event].map { String($0.seq) })
      add("event", event.text)
    case .merged(let other): add("into", other.text)
    case .noted, .reopened, .expired, .withdrawn, .erased: break
    }
    return details
  }
}
