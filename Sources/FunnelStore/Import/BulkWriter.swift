import SQLite
import SharedFunnel

/// Appends many events, then folds each lead that they touch once.
final class BulkWriter {
  private let store: Store
  private var nextSeq: Int64
  private var events: [LeadEvent] = []
  private var seqs: [Int64] = []
  /// The place of the event of the same lead that arrived before, or -1.
  private var before: [Int] = []
  /// By lead number: the place of the latest arrival, -1 for none yet, -2 for a lead not looked at.
  private var latest = LeadArray(initial: -2)
  private var isNewLead = LeadArray(initial: false)
  /// Leads that were there before, with the flags that their history raised then.
  private var flagsBefore: [UInt32: [EventFlags: Int]] = [:]
  private var touched: [UInt32] = []
  private var isTouched = LeadArray(initial: false)
  private(set) var nextLead: UInt32
  private(set) var leadsNew = 0
  private var hasPersonal = false
  /// Leads that were merged, here and in the file.
  private var merges = MergeMap()
  /// Leads that carried the history of a lead that was touched, at some time.
  private var carriers: Set<UInt32> = []
  private(set) var latestOccurred: Timestamp?

  init(_ store: Store) throws {
    self.store = store
    nextSeq = try store.journal.lastSeq() + 1
    nextLead = try store.nextLeadID().rawValue
    try store.connection.forEach("SELECT number, merged_into FROM lead WHERE merged_into IS NOT NULL") { row in
      merges.set(try row.integer(0), mergedInto: try row.integer(1))
    }
  }

  /// A lead with the next free number.
  func createLead() throws -> LeadID {
    guard nextLead < .max else { throw RecordProblem(reason: ImportMessages.tooManyLeads()) }
    return createLead(nextLead)
  }

  /// A lead with a number of its own.
  @discardableResult
  func createLead(_ number: UInt32) -> LeadID {
    latest[number] = -1
    isNewLead[number] = true
    leadsNew += 1
    nextLead = max(nextLead, number == .max ? .max : number + 1)
    return LeadID(rawValue: number)
  }

  /// Reads what the file has of a lead, once.
  private func load(_ lead: LeadID) throws {
    guard latest[lead.rawValue] == -2 else { return }
    latest[lead.rawValue] = -1
    for row in try store.journal.chain(from: try store.head(of: lead)).reversed() {
      keep(try store.journal.leadEvent(row), row.seq)
    }
    flagsBefore[lead.rawValue] = counts(Journey.history(history(of: lead), under: store.workspace.ownership))
  }

  private func keep(_ event: LeadEvent, _ seq: Int64) {
    let lead = event.lead.rawValue
    before.append(latest[lead])
    latest[lead] = events.count
    events.append(event)
    seqs.append(seq)
  }

  /// What is known of a lead so far, this import's events with it, latest arrival first.
  func history(of lead: LeadID) -> [LeadEvent] {
    var history: [LeadEvent] = []
    var place = latest[lead.rawValue]
    while place >= 0 {
      history.append(events[place])
      place = before[place]
    }
    return history
  }

  /// As ``history(of:)``, read from the file first where need be.
  func knownEvents(of lead: LeadID) throws -> [LeadEvent] {
    try load(lead)
    return history(of: lead)
  }

  /// Appends an event and returns its place in the journal.
  @discardableResult
  func append(
    _ event: LeadEvent, command: Int64, personal: [(field: PersonalField, value: String)] = [], data: String? = nil
  ) throws -> Int64 {
    try load(event.lead)
    let lead = event.lead.rawValue
    var row = EventRow(event)
    row.seq = nextSeq
    row.command = command
    row.data = event.fact.kind == .erased ? data : nil
    row.prev = latest[lead] >= 0 ? seqs[latest[lead]] : nil
    nextSeq += 1
    try store.journal.append(row)
    for (field, value) in personal { try store.personal.set(field, value, of: row.seq) }
    hasPersonal = hasPersonal || !personal.isEmpty
    keep(event, row.seq)
    touch(lead)
    noteMerge(event)
    if !event.fact.isCorrection { latestOccurred = max(latestOccurred ?? event.occurred, event.occurred) }
    return row.seq
  }

  private func touch(_ lead: UInt32) {
    guard !isTouched[lead] else { return }
    isTouched[lead] = true
    touched.append(lead)
  }

  /// Both the lead that carried a history before and the one that does now are written anew.
  private func noteMerge(_ event: LeadEvent) {
    guard event.fact.kind == .merged || !merges.isEmpty else { return }
    let lead = event.lead.rawValue
    carriers.insert(merges.carrier(of: lead))
    guard event.fact.kind == .merged || event.fact.kind == .voided else { return }
    merges.set(lead, mergedInto: Journey.mergeTarget(of: history(of: event.lead))?.rawValue)
    carriers.insert(merges.carrier(of: lead))
  }

  /// The lead that carries the history of this one.
  func carrier(of lead: LeadID) -> LeadID { LeadID(rawValue: merges.carrier(of: lead.rawValue)) }

  /// Whether the lead came with this import.
  func isNew(_ lead: LeadID) -> Bool { isNewLead[lead.rawValue] }

  /// Appends an event of the workspace as it is.
  func append(workspace row: EventRow, command: Int64) throws -> Int64 {
    var row = row
    row.seq = nextSeq
    row.command = command
    nextSeq += 1
    try store.journal.append(row)
    return row.seq
  }

  /// Folds and writes every lead that was touched.
  ///
  /// - Returns: how often each flag was raised that was not raised before.
  func finish(onProgress: (Int) throws -> Void) throws -> [(flag: EventFlags, count: Int)] {
    for carrier in carriers {
      try load(LeadID(rawValue: carrier))
      touch(carrier)
      for member in merges.absorbed(by: carrier) { try load(LeadID(rawValue: member)) }
    }
    var raised: [EventFlags: Int] = [:]
    for (done, number) in touched.sorted().enumerated() {
      let lead = LeadID(rawValue: number)
      var history = history(of: lead)
      var seqs = seqs(of: lead)
      let head = seqs.first ?? 0
      for member in merges.absorbed(by: number) {
        history += self.history(of: LeadID(rawValue: member))
        seqs += self.seqs(of: LeadID(rawValue: member))
      }
      let isNew = isNewLead[number]
      var found: [EventFlags: Int] = [:]
      var known = flagsBefore[number] ?? [:]
      for member in merges.absorbed(by: number) {
        known.merge(flagsBefore[member] ?? [:], uniquingKeysWith: +)
      }
      let journey = Journey.fold(history, of: lead, under: store.workspace.ownership) { add($0, to: &found) }
      let contact = isNew && !hasPersonal ? Contact() : try store.contact(of: history, seqs: seqs, lead)
      try store.projection.write(journey, contact: contact, lastEvent: head, isNew: isNew)
      for (flag, count) in found { raised[flag, default: 0] += max(0, count - (known[flag] ?? 0)) }
      try onProgress(done + 1)
    }
    return EventFlags.names.compactMap { flag, _ in
      raised[flag].flatMap { $0 > 0 ? (flag, $0) : nil }
    }
  }

  /// The places of its events in the journal, latest arrival first.
  func seqs(of lead: LeadID) -> [Int64] {
    var found: [Int64] = []
    var place = latest[lead.rawValue]
    while place >= 0 {
      found.append(seqs[place])
      place = before[place]
    }
    return found
  }

  private func counts(_ history: [FlaggedEvent]) -> [EventFlags: Int] {
    history.reduce(into: [:]) { counts, item in add(item.flags, to: &counts) }
  }

  private func add(_ flags: EventFlags, to counts: inout [EventFlags: Int]) {
    guard !flags.isEmpty else { return }
    for (flag, _) in EventFlags.names where flags.contains(flag) { counts[flag, default: 0] += 1 }
  }
}
