import SQLite
import SharedFunnel

/// One import by a mapping, inside a transaction.
final class Importer {
  let store: Store
  private let mapping: Mapping
  private let context: CommandContext
  private let feed: TermID
  private let command: Int64
  let writer: BulkWriter
  private var leads: [String: LeadID] = [:]
  var words: [TermKind: [String: TermID]] = [:]
  private var place = 0
  var summary = ImportSummary()
  /// The latest thing that the files tell of, new or known.
  private var latestTold: Timestamp?

  /// What became of one fact of a record.
  private enum Fate { case inserted, corrected, known }

  init(_ store: Store, _ mapping: Mapping, _ context: CommandContext) throws {
    self.store = store
    self.mapping = mapping
    self.context = context
    feed = try store.terms.intern(.feed, mapping.feed)
    command = try store.journal.append(
      CommandRow(
        number: 0, id: context.id, recorded: context.now.milliseconds, member: nil, feed: feed.rawValue,
        login: context.login))
    writer = try BulkWriter(store)
  }

  /// - Throws: ``RecordProblem`` for a record to reject; nothing of it is then appended.
  func add(_ record: MappedRecord) throws {
    for fact in record.facts {
      guard fact.occurred.isSupported else { throw RecordProblem(reason: ImportMessages.outOfRange()) }
      guard fact.occurred <= context.now else {
        throw RecordProblem(reason: ImportMessages.future(["time": fact.occurred.iso8601]))
      }
    }
    let key = "\(mapping.feed):\(record.leadKey)"
    let known = try find(key)
    guard known != nil || record.createsLead else {
      throw RecordProblem(reason: ImportMessages.unknownLead(["key": record.leadKey]))
    }
    var facts = record.facts
    for index in facts.indices { try resolveOwner(&facts[index], record.newOwner) }
    let lead = try known ?? writer.createLead()
    if known == nil {
      leads[key] = lead
      if !facts.contains(where: { $0.kind == .created }) { facts.insert(birth(facts), at: 0) }
    }
    var fates: [Fate] = []
    for fact in facts {
      fates.append(try add(fact, of: record, to: lead, key: known == nil ? key : nil))
      latestTold = max(latestTold ?? fact.occurred, fact.occurred)
    }
    count(fates)
  }

  private func count(_ fates: [Fate]) {
    if fates.allSatisfy({ $0 == .known }) {
      summary.alreadyKnown += 1
    } else if fates.allSatisfy({ $0 == .inserted }) {
      summary.inserted += 1
    } else {
      summary.corrected += 1
    }
  }

  /// A lead whose first record says something else than that it was created is known from then on.
  private func birth(_ facts: [MappedFact]) -> MappedFact {
    var birth = facts[0]
    birth.slot = "created"
    birth.kind = .created
    birth.stage = nil
    birth.word = ""
    birth.money = nil
    birth.close = nil
    birth.personal = birth.personal.filter { $0.field != .note }
    return birth
  }

  private func find(_ key: String) throws -> LeadID? {
    if let known = leads[key] { return known }
    guard let found = try store.personal.lead(key: key) else { return nil }
    let lead = LeadID(rawValue: found)
    leads[key] = lead
    return lead
  }

  private func resolveOwner(_ fact: inout MappedFact, _ newOwner: NewOwner) throws {
    guard !fact.owner.isEmpty, store.workspace.roster.member(handle: fact.owner) == nil else { return }
    let departments: DepartmentSet
    switch newOwner {
    case .reject: throw RecordProblem(reason: ImportMessages.unknownOwner(["owner": fact.owner]))
    case .skip:
      fact.owner = ""
      return
    case .add(let set): departments = set
    }
    let handle = fact.owner.lowercased()
    guard Roster.isValid(handle: handle) else { throw RecordProblem(reason: Refusal.badHandle(handle).message) }
    let addition = MemberAddition(
      number: store.workspace.roster.nextID, handle: handle, departments: departments, heads: [])
    var row = try EventRow(.memberAdded(addition))
    row.id = nextID()
    row.occurred = context.now.milliseconds
    _ = try writer.append(workspace: row, command: command)
    store.workspace.apply(.memberAdded(addition))
  }

  private func nextID() -> EventID {
    defer { place += 1 }
    return context.id.event(place)
  }

  /// Appends a fact, unless it is known; what it said before, if that differs, is voided.
  private func add(_ fact: MappedFact, of record: MappedRecord, to lead: LeadID, key: String?) throws -> Fate {
    let known = try writer.knownEvents(of: lead)
    let slot = slot(fact, of: record, known)
    let versions = known.filter { $0.id.hasSameSlot(as: slot) }
    guard !versions.isEmpty else {
      try append(fact, id: EventID(slot: slot, content: fact.content(revision: 0)), to: lead, key: key)
      return .inserted
    }
    let voided = Set(known.compactMap { if case .voided(let target) = $0.fact { target } else { nil } })
    guard let live = versions.first(where: { !voided.contains($0.id) }) else {
      // A person said that this never happened; the file does not know better.
      return .known
    }
    let revision = versions.count - 1
    if live.id == EventID(slot: slot, content: fact.content(revision: revision)) { return .known }
    var hash = SipHash()
    hash.add("voided")
    hash.add(live.id.high)
    hash.add(live.id.low)
    try writer.append(
      LeadEvent(
        id: hash.finish(), lead: lead, occurred: context.now, recorded: context.now, actor: .feed(feed),
        fact: .voided(live.id)), command: command)
    try append(fact, id: EventID(slot: slot, content: fact.content(revision: revision + 1)), to: lead, key: nil)
    return .corrected
  }

  private func append(_ fact: MappedFact, id: EventID, to lead: LeadID, key: String?) throws {
    let event = LeadEvent(
      id: id, lead: lead, occurred: fact.occurred, recorded: context.now, actor: .feed(feed),
      fact: try leadFact(fact))
    let seq = try writer.append(event, command: command, personal: fact.personal)
    if let key, fact.slot == "created" || fact.kind == .created {
      try store.personal.addKey(key, lead: lead.rawValue, seq: seq)
    }
  }

  /// Where the fact comes from. A record without a key is known by what it says; the same line twice
  /// in one file is two events.
  private func slot(_ fact: MappedFact, of record: MappedRecord, _ known: [LeadEvent]) -> EventID {
    func hash(_ ordinal: Int) -> EventID {
      var hash = SipHash()
      hash.add(mapping.feed)
      hash.add(record.recordKey ?? record.leadKey)
      hash.add(fact.slot)
      if record.recordKey == nil, fact.slot != "created" {
        hash.add(fact.content(revision: 0))
        hash.add(UInt64(ordinal))
      }
      return hash.finish()
    }
    var ordinal = 0
    var slot = hash(0)
    guard record.recordKey == nil else { return slot }
    // Only this run's events are skipped: those of an earlier run are what the line is compared with.
    while known.contains(where: { $0.id.hasSameSlot(as: slot) && seen.contains($0.id) }) {
      ordinal += 1
      slot = hash(ordinal)
    }
    seen.insert(EventID(slot: slot, content: fact.content(revision: 0)))
    return slot
  }

  /// Events of records without a key that this run has read, new and known.
  private var seen: Set<EventID> = []

  /// Writes what the leads amount to, and that the import ran.
  func finish(observedUntil: Timestamp?, onProgress: (Int) throws -> Void) throws {
    summary.leadsNew = writer.leadsNew
    summary.flags = try writer.finish(onProgress: onProgress).map {
      ImportSummary.FlagCount(name: $0.flag.keys.joined(), count: $0.count)
    }
    if let observedUntil, let latest = latestTold, latest > observedUntil {
      throw StoreError.input(
        InputError(
          file: mapping.feed,
          reason: ImportMessages.observedTooEarly(["time": latest.iso8601, "until": observedUntil.iso8601])))
    }
    guard let until = observedUntil ?? writer.latestOccurred else { return }
    let record = ImportRecord(
      feed: mapping.feed, observedUntil: until, read: summary.read, inserted: summary.inserted,
      corrected: summary.corrected, alreadyKnown: summary.alreadyKnown, rejected: summary.rejected)
    var row = try EventRow(.imported(record))
    row.id = nextID()
    row.occurred = context.now.milliseconds
    _ = try writer.append(workspace: row, command: command)
    store.workspace.apply(.imported(record))
  }

  /// Whether anything was recorded that is worth a command in the journal.
  func hasNews(_ observedUntil: Timestamp?) -> Bool {
    if summary.inserted + summary.corrected > 0 { return true }
    guard let observedUntil else { return false }
    return store.workspace.observedUntil[mapping.feed].map { $0 < observedUntil } ?? true
  }
}
