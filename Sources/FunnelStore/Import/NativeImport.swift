import SQLite
import SharedFunnel

/// Reads our own export of events back: ids, voids and times of recording included. Events that are
/// known by their id are not repeated.
final class NativeImport {
  private let store: Store
  private let context: CommandContext
  private let writer: BulkWriter
  private var summary = ImportSummary()
  private var columns: [EventColumn: Int] = [:]
  private var commands: [EventID: Int64] = [:]
  private var leads: [UInt32: LeadID] = [:]
  private var members: [UInt32: MemberID] = [:]
  private var workspaceEvents: Set<EventID>
  private var changesOwnership = false

  init(_ store: Store, _ context: CommandContext) throws {
    self.store = store
    self.context = context
    writer = try BulkWriter(store)
    workspaceEvents = Set(try store.journal.workspaceEvents().map(\.id))
  }

  func run(
    _ request: ImportRequest, _ rejects: RejectsFile?, _ onProgress: (ImportProgress) throws -> Void
  ) throws -> ImportSummary {
    for path in request.files {
      let input = try InputFile(path: path)
      try bind(input)
      try input.forEachRecord { reader in
        if input.recordsRead % 1024 == 0 {
          try onProgress(ImportProgress(count: input.recordsRead, fraction: input.fraction))
        }
        try add(NativeRow(reader, columns))
      } onReject: { reject, record in
        summary.rejected += 1
        if summary.examples.count < 5 { summary.examples.append(reject) }
        try rejects?.add(reject, record: record)
      }
      summary.read += input.recordsRead
    }
    summary.leadsNew = writer.leadsNew
    let flags = try writer.finish { _ in }
    summary.flags = flags.map { ImportSummary.FlagCount(name: $0.flag.keys.joined(), count: $0.count) }
    // Leads that were here before are judged by the ownership that came in.
    if changesOwnership { try store.rebuildProjection(onProgress: { _ in }) }
    return summary
  }

  private func bind(_ input: InputFile) throws {
    for column in EventColumn.allCases {
      guard let index = input.header.firstIndex(of: column.rawValue) else {
        throw InputError(
          file: input.path, line: 1, reason: ImportMessages.notNative(["column": column.rawValue]))
      }
      columns[column] = index
    }
  }

  private func add(_ native: NativeRow) throws {
    let id = try native.id(.eventID)
    guard let kind = EventKind(key: native[.kind]), kind != .initialized else { throw native.bad(.kind) }
    let occurred = try native.time(.occurred)
    guard occurred.isSupported else { throw RecordProblem(reason: ImportMessages.outOfRange()) }
    guard kind.isOfLead else {
      try addWorkspaceEvent(native, id, kind, occurred)
      return
    }
    guard let number = UInt32(native[.lead]), number > 0 else { throw native.bad(.lead) }
    var row = try row(native, kind)
    row.id = id
    row.occurred = occurred.milliseconds
    // Reading the fact checks that the row has what its kind needs.
    do { _ = try row.fact() } catch is StoreError { throw native.bad(.kind) }
    let known = try lead(number, having: id)
    let events = try known.map { try writer.knownEvents(of: $0) } ?? []
    guard !events.contains(where: { $0.id == id }) else {
      summary.alreadyKnown += 1
      return
    }
    let keys = native[.key].isEmpty ? [] : native[.key].split(separator: "\n").map(String.init)
    for key in keys where try store.personal.lead(key: key) != known?.rawValue {
      if let other = try store.personal.lead(key: key) {
        throw RecordProblem(reason: ImportMessages.keyTaken(["key": key, "lead": String(other)]))
      }
    }
    let command = try command(native)
    let lead = try known ?? create(number)
    row.lead = lead.rawValue
    let actor = try store.journal.command(command).actor
    let seq = try writer.append(
      LeadEvent(
        id: id, lead: lead, occurred: occurred, recorded: try native.time(.recorded), actor: actor,
        fact: try row.fact()), command: command, personal: native.personal)
    for key in keys where try store.personal.lead(key: key) == nil {
      try store.personal.addKey(key, lead: lead.rawValue, seq: seq)
    }
    if known == nil, lead.rawValue != number {
      try store.personal.addKey(NativeImport.key(of: id), lead: lead.rawValue, seq: seq)
    }
    summary.inserted += 1
  }

  // MARK: Leads

  /// The lead of this file that a number in the export means: the one of the same number if it has the
  /// event, or one that an earlier import of the same export made. `nil`: a lead that is new here.
  private func lead(_ number: UInt32, having event: EventID) throws -> LeadID? {
    if let known = leads[number] { return known }
    var found: LeadID?
    if try store.leads([LeadID(rawValue: number)]).first != nil {
      let same = LeadID(rawValue: number)
      if try writer.knownEvents(of: same).contains(where: { $0.id == event }) { found = same }
    }
    if found == nil {
      found = try store.personal.lead(key: NativeImport.key(of: event)).map(LeadID.init(rawValue:))
    }
    if let found { leads[number] = found }
    return found
  }

  /// A new lead, under its old number where that is free.
  private func create(_ number: UInt32) throws -> LeadID {
    let isTaken =
      try store.leads([LeadID(rawValue: number)]).first != nil || !writer.history(of: LeadID(rawValue: number)).isEmpty
    let lead = isTaken ? try writer.createLead() : writer.createLead(number)
    leads[number] = lead
    return lead
  }

  /// Names a lead that came in under another number, by its first event.
  private static func key(of event: EventID) -> String { "funnel:\(event.text)" }

  // MARK: Commands and members

  private func command(_ native: NativeRow) throws -> Int64 {
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

  private func row(_ native: NativeRow, _ kind: EventKind) throws -> EventRow {
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
      // See `cleared` in the export.
      if native[.data].contains("\"source\"") { row.source = 0 }
      if native[.data].contains("\"campaign\"") { row.campaign = 0 }
      if native[.data].contains("\"segment\"") { row.segment = 0 }
    }
    if !native[.amount].isEmpty {
      guard let currency = Currency(code: native[.currency]) else { throw native.bad(.currency) }
      guard let money = Money(decimal: native[.amount], currency: currency) else { throw native.bad(.amount) }
      row.amount = money.minor
      row.currency = currency.code
    }
    if !native[.until].isEmpty { row.until = try native.time(.until).milliseconds }
    if !native[.target].isEmpty { row.target = try native.id(.target) }
    return row
  }

  private func term(_ kind: TermKind, _ text: String) throws -> UInt32? {
    text.isEmpty ? nil : try store.terms.intern(kind, text).rawValue
  }

  // MARK: Events of the workspace

  private func addWorkspaceEvent(
    _ native: NativeRow, _ id: EventID, _ kind: EventKind, _ occurred: Timestamp
  ) throws {
    var row = EventRow()
    row.kind = kind
    row.data = native[.data]
    let fact: WorkspaceFact
    do { fact = try row.workspaceFact() } catch is StoreError { throw native.bad(.data) }
    guard !workspaceEvents.contains(id) else {
      if case .memberAdded(let addition) = fact { remember(addition) }
      summary.alreadyKnown += 1
      return
    }
    if case .memberAdded(let addition) = fact, store.workspace.roster.member(handle: addition.handle) != nil {
      // The same person works here already; what the export says of them falls to that member.
      remember(addition)
      summary.alreadyKnown += 1
      return
    }
    let local = localized(fact)
    if local != fact { row = try EventRow(local) }
    row.id = id
    row.occurred = occurred.milliseconds
    let seq = try writer.append(workspace: row, command: try command(native))
    if !native[.name].isEmpty { try store.personal.set(.name, native[.name], of: seq) }
    store.workspace.apply(local)
    workspaceEvents.insert(id)
    if case .stageAssigned = local { changesOwnership = true }
    summary.inserted += 1
  }

  private func remember(_ addition: MemberAddition) {
    guard let member = store.workspace.roster.member(handle: addition.handle) else { return }
    members[addition.number.rawValue] = member.id
  }

  /// The fact with the numbers that its members have here.
  private func localized(_ fact: WorkspaceFact) -> WorkspaceFact {
    func local(_ number: MemberID) -> MemberID { members[number.rawValue] ?? number }
    switch fact {
    case .memberAdded(var addition):
      let number = addition.number
      // A number far off would make tables by member number as large.
      let isFree = store.workspace.roster[number] == nil && number.rawValue <= MemberID.largest
      if !isFree { addition.number = store.workspace.roster.nextID }
      members[number.rawValue] = addition.number
      return .memberAdded(addition)
    case .memberDeactivated(var reference):
      reference.number = local(reference.number)
      return .memberDeactivated(reference)
    case .stageAssigned(var owners):
      owners.responsible = owners.responsible.map(local)
      return .stageAssigned(owners)
    case .initialized, .reasonAdded, .imported: return fact
    }
  }
}
