import SQLite
import SharedFunnel

/// One import by a mapping, inside a transaction.
final class Importer {
  let store: Store
  let mapping: Mapping
  let context: CommandContext
  let feed: TermID
  let command: Int64
  let writer: BulkWriter
  private var leads: [String: LeadID] = [:]
  private let suppression: Suppression
  var newLeads: [LeadID] = []
  var births: [LeadID: Birth] = [:]
  /// What keyed records of this run have stated, by slot.
  private var stated: [EventID: UInt64] = [:]
  /// How often this run has read a line of a log.
  private var timesRead: [EventID: Int] = [:]
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
    suppression = try Suppression(store.connection)
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
    guard Personal.isValid(key: record.leadKey) else {
      throw RecordProblem(reason: ImportMessages.badKey(["key": record.leadKey]))
    }
    let key = Personal.normalized("\(mapping.feed):\(record.leadKey)")
    let known = try find(key)
    guard known != nil || suppression.isEmpty || !suppression.contains(anyOf: record.names(key)) else {
      // Whoever was erased is known, and stays out.
      summary.alreadyKnown += 1
      summary.suppressed += 1
      return
    }
    guard known != nil || record.createsLead else {
      throw RecordProblem(reason: ImportMessages.unknownLead(["key": record.leadKey]))
    }
    var facts = record.facts
    var newMembers: [String: DepartmentSet] = [:]
    for index in facts.indices {
      try resolve(&facts[index].owner, record.newOwner, &newMembers)
      try resolve(&facts[index].receiver, facts[index].newReceiver, &newMembers)
      _ = try referrer(of: facts[index])
    }
    let slots = facts.map { slot($0, of: record) }
    try state(facts, slots, of: record)
    let lead = try known ?? writer.createLead()
    // From here on nothing of the record is refused.
    for (handle, departments) in newMembers.sorted(by: { $0.key < $1.key }) { try addMember(handle, departments) }
    var fates: [Fate] = []
    for (fact, slot) in zip(facts, slots) {
      let isFirst = known == nil && fates.isEmpty
      fates.append(try add(fact, slot, to: lead, key: isFirst ? key : nil, others: isFirst ? record.otherKeys : []))
      latestTold = max(latestTold ?? fact.occurred, fact.occurred)
    }
    if known != nil, try clear(record, of: lead) { fates.append(.corrected) }
    if known == nil {
      try join(lead, record, key)
      leads[key] = lead
      newLeads.append(lead)
    }
    if writer.isNew(lead) { remember(facts, of: lead, record.leadKey) }
    count(fates)
  }

  /// Two records of one run that state the same thing differently cannot both be right, and taking the
  /// last would change with the order of the file.
  private func state(_ facts: [MappedFact], _ slots: [EventID], of record: MappedRecord) throws {
    guard case .key = record.identity else { return }
    let contents = facts.map { $0.content(revision: 0) }
    for (slot, content) in zip(slots, contents) {
      if let said = stated[slot], said != content {
        throw RecordProblem(reason: ImportMessages.saidTwice(["key": record.leadKey]))
      }
    }
    for (slot, content) in zip(slots, contents) { stated[slot] = content }
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

  func find(_ key: String) throws -> LeadID? {
    if let known = leads[key] { return known }
    guard let found = try store.personal.lead(key: key) else { return nil }
    let lead = LeadID(rawValue: found)
    leads[key] = lead
    return lead
  }

  /// - Parameters:
  ///   - name: the handle of an owner or a receiver, emptied where one who is no member is skipped.
  ///   - newMembers: handles of those who are no members yet, to be added once the record is accepted.
  private func resolve(
    _ name: inout String, _ newOwner: NewOwner, _ newMembers: inout [String: DepartmentSet]
  ) throws {
    guard !name.isEmpty, member(name) == nil else { return }
    switch newOwner {
    case .reject: throw RecordProblem(reason: ImportMessages.unknownOwner(["owner": name]))
    case .skip: name = ""
    case .add(let departments):
      let handle = name.lowercased()
      guard Roster.isValid(handle: handle) else { throw RecordProblem(reason: Refusal.badHandle(handle).message) }
      newMembers[handle] = departments
    }
  }

  private func addMember(_ handle: String, _ departments: DepartmentSet) throws {
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
  private func add(_ fact: MappedFact, _ slot: EventID, to lead: LeadID, key: String?, others: [String]) throws -> Fate
  {
    let known = try writer.knownEvents(of: lead)
    let versions = known.filter { $0.id.hasSameSlot(as: slot) }
    guard !versions.isEmpty else {
      try append(fact, id: EventID(slot: slot, content: fact.content(revision: 0)), to: lead, key: key, others: others)
      return .inserted
    }
    let voids = voids(in: known)
    guard let live = versions.first(where: { voids[$0.id] == nil }) else {
      // A person said that this never happened; the file does not know better. What an earlier file took back is
      // said anew.
      guard versions.allSatisfy({ voids[$0.id]?.feed != nil }) else { return .known }
      try append(
        fact, id: EventID(slot: slot, content: fact.content(revision: versions.count)), to: lead, key: nil)
      return .corrected
    }
    let revision = versions.count - 1
    if live.id == EventID(slot: slot, content: fact.content(revision: revision)) { return .known }
    try void(live)
    try append(fact, id: EventID(slot: slot, content: fact.content(revision: revision + 1)), to: lead, key: nil)
    return .corrected
  }

  func append(
    _ fact: MappedFact, id: EventID, to lead: LeadID, key: String?, others: [String] = []
  ) throws {
    let event = LeadEvent(
      id: id, lead: lead, occurred: fact.occurred, recorded: context.now, actor: .feed(feed),
      fact: try leadFact(fact))
    let seq = try writer.append(event, command: command, personal: fact.personal)
    if let price = try store.priced(event) { try writer.append(price, command: command) }
    if let key { try store.personal.addKey(key, lead: lead.rawValue, seq: seq) }
    for other in others where Personal.isValid(key: other) {
      try store.personal.addKey(other, lead: lead.rawValue, seq: seq, isOther: true)
    }
  }

  /// Where the fact comes from. The same line twice in one log is two events: the second one of a run is
  /// compared with the second one of the run before.
  private func slot(_ fact: MappedFact, of record: MappedRecord) -> EventID {
    switch record.identity {
    case .key(let key): return slot(named: fact.slot, identity: key)
    case .content(let content):
      var hash = SipHash()
      hash.add(mapping.feed)
      hash.add(record.leadKey)
      hash.add(fact.slot)
      hash.add(content.high)
      hash.add(content.low)
      let line = hash.finish()
      let ordinal = timesRead[line, default: 0]
      timesRead[line] = ordinal + 1
      hash.add(UInt64(ordinal))
      return hash.finish()
    }
  }

  func slot(named name: String, identity: String) -> EventID {
    var hash = SipHash()
    hash.add(mapping.feed)
    hash.add(identity)
    hash.add(name)
    return hash.finish()
  }

  /// Writes what the leads amount to, and that the import ran.
  func finish(observedUntil: Timestamp?, onProgress: (Int) throws -> Void) throws {
    try bear()
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
    if let observedUntil, let stated = store.workspace.observedUntil[mapping.feed], stated > observedUntil {
      throw StoreError.input(
        InputError(file: mapping.feed, reason: ImportMessages.endLowered(["until": stated.iso8601])))
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
