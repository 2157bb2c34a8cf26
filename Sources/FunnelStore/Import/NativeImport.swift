import SQLite
import SharedFunnel

/// Reads our own export of events back: ids, voids and times of recording included. Events that are
/// known by their id are not repeated.
final class NativeImport {
  let store: Store
  private let context: CommandContext
  let writer: BulkWriter
  var summary = ImportSummary()
  private var columns: [EventColumn: Int] = [:]
  /// The present file says that formulas in it were not defused.
  private var isRaw = false
  private var commands: [EventID: Int64] = [:]
  /// Which lead here a number of the files means.
  private var leads: [UInt32: LeadID] = [:]
  /// The lead of every event that is here. The journal has no index of ids, so they are read once.
  private var leadOf: [EventID: LeadID]
  /// There were no leads: each number is new the first time it is read.
  private let isFresh: Bool
  /// The files are read, and a number that no known event explained is new.
  private var isResolved = false
  /// Numbers whose first event was rejected.
  private var headless: Set<UInt32> = []
  private let suppression: Suppression
  /// Numbers of people who were erased here.
  private var suppressed: Set<UInt32> = []
  /// Leads here of which the personal data were erased.
  private var erased: Set<LeadID>
  /// Whether the files brought an erasure, after which the file has to be written anew.
  private(set) var hasErased = false
  /// Numbers of which a row waits: the later ones wait with it, so that a lead's events keep their order.
  private var waitingLeads: Set<UInt32> = []
  var members: [UInt32: MemberID] = [:]
  var workspaceEvents: Set<EventID>
  var changesOwnership = false
  var changesLedger = false

  init(_ store: Store, _ context: CommandContext) throws {
    self.store = store
    self.context = context
    writer = try BulkWriter(store)
    suppression = try Suppression(store.connection)
    erased = Set(
      try store.connection.query("SELECT number FROM lead WHERE erased IS NOT NULL") {
        LeadID(rawValue: try $0.integer(0))
      })
    var known = Set(try store.journal.workspaceEvents().map(\.id))
    try store.journal.forEachBulkEvent { row in known.insert(row.id) }
    workspaceEvents = known
    leadOf = try store.journal.leadsByEvent()
    isFresh = leadOf.isEmpty
  }

  func run(
    _ request: ImportRequest, _ rejects: RejectsFile?, _ onProgress: (ImportProgress) throws -> Void
  ) throws -> ImportSummary {
    var waiting: [(native: NativeRow, reject: Reject, record: KeptRecord)] = []
    func reject(_ reject: Reject, _ record: KeptRecord) throws {
      summary.rejected += 1
      if summary.examples.count < 5 { summary.examples.append(reject) }
      try rejects?.add(record, reason: reject.reason)
    }
    for path in request.files {
      let input = try InputFile(path: path, format: request.format)
      var bound: RecordHeader?
      if input.header.rejectColumns == nil { try bind(input.header, path, line: 1) }
      try input.forEachRecord { reader, header in
        if input.recordsRead % 1024 == 0 {
          try onProgress(ImportProgress(count: input.recordsRead, fraction: input.fraction))
        }
        if bound !== header {
          try bind(header, path, line: reader.line)
          bound = header
        }
        let native = NativeRow(reader, columns, isRaw: isRaw)
        do {
          try add(native)
        } catch is Deferred {
          waiting.append((native, Reject(file: path, line: reader.line, reason: ""), input.present))
        }
      } onReject: { problem, record in
        try reject(problem, record)
      }
      summary.read += input.recordsRead
      summary.unwrapped += input.unwrapped
      summary.files.append(input.format)
    }
    isResolved = true
    for row in waiting {
      do {
        try add(row.native)
      } catch let problem as RecordProblem {
        try reject(Reject(file: row.reject.file, line: row.reject.line, reason: problem.reason), row.record)
      }
    }
    summary.leadsNew = writer.leadsNew
    let flags = try writer.finish { _ in }
    summary.flags = flags.map { ImportSummary.FlagCount(name: $0.flag.keys.joined(), count: $0.count) }
    // Leads that were here before are judged by the ownership that came in.
    if changesOwnership { try store.rebuildProjection(onProgress: { _ in }) }
    if changesLedger { try store.ledger.rebuild(store.journal) }
    return summary
  }

  private func bind(_ header: RecordHeader, _ path: String, line: Int) throws {
    for column in EventColumn.allCases {
      guard let index = header.names.firstIndex(of: column.rawValue) else {
        throw InputError(
          file: path, line: line, reason: ImportMessages.notNative(["column": column.rawValue]))
      }
      columns[column] = index
    }
    isRaw = header.names.contains(ExportSubject.rawMark)
  }

  private func add(_ native: NativeRow) throws {
    let number = UInt32(native[.lead])
    do {
      if let number, !isResolved, waitingLeads.contains(number) { throw Deferred() }
      try addEvent(native, number)
    } catch let deferred as Deferred {
      if let number { waitingLeads.insert(number) }
      throw deferred
    } catch let problem as RecordProblem {
      // What follows of a lead whose first event did not come in would be a lead without a beginning.
      if let number, leads[number] == nil { headless.insert(number) }
      throw problem
    }
  }

  private func addEvent(_ native: NativeRow, _ number: UInt32?) throws {
    let id = try native.id(.eventID)
    guard let kind = EventKind(key: native[.kind]), kind != .initialized else { throw native.bad(.kind) }
    let occurred = try native.time(.occurred)
    guard occurred.isSupported else { throw RecordProblem(reason: ImportMessages.outOfRange()) }
    guard kind.isOfLead else {
      try addWorkspaceEvent(native, id, kind, occurred)
      return
    }
    guard let number, number > 0 else { throw native.bad(.lead) }
    try addLeadEvent(native, id, kind, occurred, number)
  }

  private func addLeadEvent(
    _ native: NativeRow, _ id: EventID, _ kind: EventKind, _ occurred: Timestamp, _ number: UInt32
  ) throws {
    // Reading the fact checks that the row has what its kind needs. Its words are not looked up yet: a row that is refused
    // leaves none behind.
    do { _ = try row(native, kind, isAccepted: false).fact() } catch is StoreError { throw native.bad(.kind) }
    let personal = kind == .erased ? [] : try native.personal()
    if let owner = leadOf[id] {
      // Any event that is known tells which lead of ours the number means.
      guard leads[number] ?? owner == owner else {
        throw RecordProblem(
          reason: ImportMessages.knownElsewhere(["event": id.text, "lead": owner.text]))
      }
      leads[number] = owner
      summary.alreadyKnown += 1
      return
    }
    guard leads[number] != nil || !headless.contains(number) else {
      throw RecordProblem(reason: ImportMessages.firstRejected(["lead": String(number)]))
    }
    guard leads[number] != nil || isFresh || isResolved else { throw Deferred() }
    if suppressed.contains(number) || isSuppressed(native, personal, number) {
      suppressed.insert(number)
      summary.alreadyKnown += 1
      summary.suppressed += 1
      return
    }
    let isErased = leads[number].map(erased.contains) ?? false
    // What happened to an erased person counts; who it was stays forgotten.
    let keys = isErased ? [] : native.keys
    for key in keys {
      guard Personal.isValid(key: key) else { throw native.bad(.key) }
      if let other = try store.personal.lead(key: key), other != leads[number]?.rawValue {
        throw RecordProblem(reason: ImportMessages.keyTaken(["key": key, "lead": String(other)]))
      }
    }
    let command = try command(native)
    let recorded = try native.time(.recorded)
    let actor = try store.journal.command(command).actor
    let lead = try leads[number] ?? create(number)
    var row = try row(native, kind, isAccepted: true)
    row.id = id
    row.occurred = occurred.milliseconds
    row.lead = lead.rawValue
    let seq = try writer.append(
      LeadEvent(id: id, lead: lead, occurred: occurred, recorded: recorded, actor: actor, fact: try row.fact()),
      command: command, personal: isErased ? [] : personal, data: row.data)
    if kind == .erased {
      try Suppression.keep(row.data, lead: lead.rawValue, store.connection)
      try store.forget(lead, seqs: writer.seqs(of: lead))
      erased.insert(lead)
      hasErased = true
    }
    leadOf[id] = lead
    for key in keys where try store.personal.lead(key: key) == nil {
      try store.personal.addKey(key, lead: lead.rawValue, seq: seq)
    }
    for key in isErased ? [] : native.otherKeys where Personal.isValid(key: key) {
      try store.personal.addKey(key, lead: lead.rawValue, seq: seq, isOther: true)
    }
    summary.inserted += 1
  }

  /// A person who was erased here does not come back from an older export as a new lead.
  private func isSuppressed(
    _ native: NativeRow, _ personal: [(field: PersonalField, value: String)], _ number: UInt32
  ) -> Bool {
    guard leads[number] == nil, !suppression.isEmpty else { return false }
    let email = personal.first { $0.field == .email }?.value
    return suppression.contains(anyOf: native.keys + native.otherKeys + [email].compactMap(\.self))
  }

  // MARK: Leads

  /// A row whose lead is not known yet, but may be by the end of the files.
  private struct Deferred: Error {}

  /// The lead here of an event that the files brought, or that was here; `nil`: there is none.
  func lead(of event: EventID) throws -> LeadID? {
    if let lead = leadOf[event] { return lead }
    if !isResolved { throw Deferred() }
    return nil
  }

  /// A new lead, under its old number where that is free.
  private func create(_ number: UInt32) throws -> LeadID {
    let isTaken =
      try number > LeadID.largest || store.leads([LeadID(rawValue: number)]).first != nil
      || !writer.history(of: LeadID(rawValue: number)).isEmpty
    let lead = isTaken ? try writer.createLead() : writer.createLead(number)
    leads[number] = lead
    return lead
  }

  // MARK: Commands and members

  func command(_ native: NativeRow) throws -> Int64 {
    let id = try native.id(.commandID)
    if let known = commands[id] { return known }
    if let row = try store.journal.command(id: id) {
      commands[id] = row.number
      return row.number
    }
    var row = CommandRow(
      number: 0, id: id, recorded: try native.time(.recorded).milliseconds, member: nil, feed: nil,
      login: native[.login])
    let actor = native[.actor]
    if actor.hasPrefix("import:") {
      row.feed = try store.terms.intern(.feed, String(actor.dropFirst("import:".count))).rawValue
    } else if !actor.isEmpty {
      row.member = try member(actor, native, .actor).rawValue
    }
    let number = try store.journal.append(row)
    commands[id] = number
    return number
  }

  private func member(_ handle: String, _ native: NativeRow, _ column: EventColumn) throws -> MemberID {
    guard let member = store.workspace.roster.member(handle: handle) else { throw native.bad(column) }
    return member.id
  }

  // MARK: Rows

  /// - Parameter isAccepted: whether words that are new here are kept; else any number stands for them.
  private func row(_ native: NativeRow, _ kind: EventKind, isAccepted: Bool) throws -> EventRow {
    func term(_ kind: TermKind, _ text: String) throws -> UInt32? {
      text.isEmpty ? nil : isAccepted ? try store.terms.intern(kind, text).rawValue : 1
    }
    var row = EventRow()
    row.kind = kind
    if !native[.stage].isEmpty {
      guard let stage = Stage(text: native[.stage]) else { throw native.bad(.stage) }
      row.stage = stage.rawValue
    }
    if !native[.member].isEmpty { row.member = try member(native[.member], native, .member).rawValue }
    row.giver = try native.departments(.giver)
    row.receiver = try native.departments(.receiver)
    if let wordKind = kind.wordKind { row.term = try term(wordKind, native[.word]) }
    row.source = try term(.source, native[.source])
    row.campaign = try term(.campaign, native[.campaign])
    row.segment = try term(.segment, native[.segment])
    if kind == .edited {
      let cleared = try native.cleared()
      if cleared.contains(EventColumn.source.rawValue) { row.source = 0 }
      if cleared.contains(EventColumn.campaign.rawValue) { row.campaign = 0 }
      if cleared.contains(EventColumn.segment.rawValue) { row.segment = 0 }
    }
    if !native[.amount].isEmpty {
      guard let currency = Currency(code: native[.currency]) else { throw native.bad(.currency) }
      guard let money = Money(decimal: native[.amount], currency: currency) else { throw native.bad(.amount) }
      row.amount = money.minor
      row.currency = currency.code
    }
    if !native[.until].isEmpty { row.until = try native.time(.until).milliseconds }
    if !native[.target].isEmpty { row.target = try native.id(.target) }
    if !native[.code].isEmpty {
      guard let code = Int64(native[.code]) else { throw native.bad(.code) }
      row.code = code
    }
    if kind == .merged { row.otherLead = try target(native) }
    if kind == .created, !native[.referredBy].isEmpty { row.otherLead = try referrer(native) }
    if kind == .erased {
      guard Suppression.isValid(native[.data]) else { throw native.bad(.data) }
      row.data = native[.data]
    }
    return row
  }

  /// The lead here that the row's one was merged into.
  private func target(_ native: NativeRow) throws -> UInt32 {
    guard let number = UInt32(native[.mergedInto]), let own = UInt32(native[.lead]) else {
      throw native.bad(.mergedInto)
    }
    guard let target = leads[number] else {
      guard isResolved else { throw Deferred() }
      throw RecordProblem(
        reason: ImportMessages.mergedIntoUnknown(["lead": String(own), "other": String(number)]))
    }
    if let lead = leads[own], writer.carrier(of: target) == lead {
      guard target != lead else { throw native.bad(.mergedInto) }
      throw RecordProblem(reason: ImportMessages.mergedOtherWay(["lead": lead.text, "other": target.text]))
    }
    return target.rawValue
  }

  /// The lead here whose referral brought the row's one. A link to a lead that the files leave out goes with it.
  private func referrer(_ native: NativeRow) throws -> UInt32? {
    guard let number = UInt32(native[.referredBy]) else { throw native.bad(.referredBy) }
    guard let known = leads[number] else {
      if isResolved { return nil }
      throw Deferred()
    }
    return known.rawValue
  }
}
