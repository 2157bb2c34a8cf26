import SQLite
public import SharedFunnel

/// A lead as it is first known.
public struct NewLead: Sendable {
  public var contact: Contact
  public var keys: [String]
  public var stage: Stage
  public var source: String
  public var campaign: String
  public var segment: String
  public var owner: Member?
  public var tags: [String]
  public var value: Valuation?

  public init(
    contact: Contact, keys: [String] = [], stage: Stage = .customerAwareness, source: String = "",
    campaign: String = "", segment: String = "", owner: Member? = nil, tags: [String] = [], value: Valuation? = nil
  ) {
    self.contact = contact
    self.keys = keys
    self.stage = stage
    self.source = source
    self.campaign = campaign
    self.segment = segment
    self.owner = owner
    self.tags = tags
    self.value = value
  }
}

/// Who records something, and when it happened.
public struct Act: Sendable {
  public let actor: Member
  /// `nil`: now.
  public let at: Timestamp?
  public let context: CommandContext
  /// Checks everything and records nothing.
  public let isDryRun: Bool

  public init(actor: Member, at: Timestamp? = nil, context: CommandContext, isDryRun: Bool = false) {
    self.actor = actor
    self.at = at
    self.context = context
    self.isDryRun = isDryRun
  }
}

extension Store {
  /// Creates a lead and returns its number; `nil` if the command was recorded before.
  @discardableResult
  public func add(_ new: NewLead, _ act: Act) throws -> LeadID? {
    try recordUnlessDry(act) { draft in
      let at = try admissible(act.at ?? act.context.now, act.context.now)
      try refusing { () throws(Refusal) in
        try Authority.requireCreator(act.actor, of: new.stage, under: workspace.ownership, at: at)
        if let owner = new.owner { try Authority.requireActive(owner) }
      }
      let lead = try nextLeadID()
      var facts: [LeadFact] = [
        .created(
          Creation(
            stage: new.stage, source: try terms.intern(.source, new.source),
            campaign: try terms.intern(.campaign, new.campaign), segment: try terms.intern(.segment, new.segment),
            owner: new.owner?.id))
      ]
      for tag in new.tags { facts.append(.tagged(try terms.intern(.tag, tag))) }
      if let value = new.value { facts.append(.valued(value)) }
      let events = facts.map { fact in draft.event(fact, lead: lead, occurred: at) }
      _ = try refusing { () throws(Refusal) in
        try Journey.admit(events, to: [], under: workspace.ownership)
      }
      try append(events, to: lead, prev: nil, personal: new.contact.fields, keys: new.keys, draft)
      return lead
    }
  }

  /// Records a person's command on some leads: on all of them or, if one refuses, on none.
  ///
  /// - Parameters:
  ///   - personal: personal data that go with the command's first event of each lead.
  ///   - make: turns words into the command, inside the transaction.
  @discardableResult
  public func perform(
    on leads: [LeadID], _ act: Act, personal: [(PersonalField, String)] = [],
    _ make: (Words) throws -> LeadCommand
  ) throws -> [Journey] {
    try recordUnlessDry(act) { draft in
      let command = try make(Words(store: self))
      return try leads.map { lead in try perform(command, on: lead, act, personal, draft) }
    } ?? leads.map { try journey($0) }
  }

  private func perform(
    _ command: LeadCommand, on lead: LeadID, _ act: Act, _ personal: [(PersonalField, String)], _ draft: Draft
  ) throws -> Journey {
    let history = try events(of: lead)
    let ownership = workspace.ownership
    let named = try admissible(act.at ?? act.context.now, act.context.now)
    let heard = command.history(history, heardAt: named)
    let at = Journey.place(named, after: heard)
    let before = Journey.fold(heard, until: at, under: ownership)
    if before.status == .voided, let created = Journey.fold(history, under: ownership).created {
      throw StoreError.refused(.beforeCreation(lead, created: created))
    }
    try requireLive(before, personal)
    let setting = CommandSetting(
      actor: act.actor, at: at, now: act.context.now, ownership: ownership, roster: workspace.roster,
      terms: workspace.handoffTerms,
      evidence: try command.asksForEvidence ? evidence(of: lead, before) : LeadEvidence())
    let facts = try refusing { () throws(Refusal) in try command.decide(on: before, setting) }
    let overtaken = try refusing { () throws(Refusal) in try Journey.overtaken(by: facts, at: at, in: history) }
    let voids = overtaken.map { draft.event(.voided($0.id), lead: $0.lead, occurred: act.context.now) }
    let events = facts.map { fact in draft.event(fact, lead: lead, occurred: at) }
    let after = try refusing { () throws(Refusal) in
      try Journey.admit(voids + events, to: history, under: ownership)
    }
    for void in voids {
      try append([void], to: void.lead, prev: try self.head(of: void.lead), personal: [], keys: [], draft)
    }
    try append(events, to: lead, prev: try self.head(of: lead), personal: personal, keys: [], draft)
    return after
  }

  /// A lead that was undone is none, and to an erased one nothing personal is added.
  private func requireLive(_ journey: Journey, _ personal: [(PersonalField, String)]) throws {
    if journey.status == .voided { throw StoreError.refused(.voidedLead(journey.lead)) }
    if journey.erased != nil, !personal.isEmpty { throw StoreError.refused(.erasedLead(journey.lead)) }
  }

  /// Appends events behind the lead's chain and writes what the lead amounts to now.
  func append(
    _ events: [LeadEvent], to lead: LeadID, prev: Int64?, personal fields: [(PersonalField, String)], keys: [String],
    _ draft: Draft
  ) throws {
    var head = prev
    let prices = try events.compactMap { try priced($0) }
    for (index, event) in (events + prices).enumerated() {
      let seq = try draft.append(event, after: head)
      head = seq
      guard index == 0 else { continue }
      for (field, value) in fields { try personal.set(field, value, of: seq) }
      for key in keys {
        guard Personal.isValid(key: key) else { throw StoreError.refused(.badExternalKey(key)) }
        if let other = try personal.lead(key: key).map(LeadID.init(rawValue:)) {
          // What a person undid holds no key; an import still knows its record by it.
          guard try journey(other).status == .voided, try !personal.isOfImport(key: key) else {
            throw StoreError.keyTaken(key: key, lead: other)
          }
          try personal.removeKey(key)
        }
        try personal.addKey(key, lead: lead.rawValue, seq: seq)
      }
    }
    if let head { try refold(lead, from: head, isNew: prev == nil) }
  }

  /// The head of the lead's chain.
  ///
  /// - Throws: ``StoreError/noSuchLead(_:)``.
  func head(of lead: LeadID) throws -> Int64 {
    let found = try connection.first(
      "SELECT last_event FROM lead WHERE number = ?", .integer(Int64(lead.rawValue))
    ) { try $0.int64(0) }
    guard let found else { throw StoreError.noSuchLead(lead.text) }
    return found
  }

  func nextLeadID() throws -> LeadID {
    let last = try connection.first("SELECT coalesce(max(number), 0) FROM lead") { try $0.int64(0) } ?? 0
    guard let next = UInt32(exactly: last + 1) else { throw StoreError.damaged("lead.number") }
    return LeadID(rawValue: next)
  }

  /// A time that a person may name: in the journal's range and not in the future.
  func admissible(_ time: Timestamp, _ now: Timestamp) throws -> Timestamp {
    guard time.isSupported else { throw StoreError.refused(.outOfRange) }
    guard time <= now else { throw StoreError.refused(.inTheFuture) }
    return time
  }

  func refusing<T>(_ body: () throws(Refusal) -> T) throws -> T {
    do { return try body() } catch { throw StoreError.refused(error) }
  }

  /// Records, or does everything but keep it.
  func recordUnlessDry<T>(_ act: Act, _ body: (Draft) throws -> T) throws -> T? {
    guard act.isDryRun else { return try record(act.context, as: .member(act.actor.id), body) }
    var result: T?
    do {
      try record(act.context, as: .member(act.actor.id)) { draft in
        result = try body(draft)
        throw EndOfDryRun()
      }
    } catch is EndOfDryRun {}
    return result
  }
}

/// Rolls the transaction of a dry run back.
struct EndOfDryRun: Error {}

extension Draft {
  /// An event of this command.
  func event(_ fact: LeadFact, lead: LeadID, occurred: Timestamp) -> LeadEvent {
    LeadEvent(id: nextID(), lead: lead, occurred: occurred, recorded: context.now, actor: actor, fact: fact)
  }
}
