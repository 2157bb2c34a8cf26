import SQLite
import SharedFunnel

/// The append-only table of events and what belongs to it.
final class Journal {
  private let connection: Connection
  private var commands: [Int64: CommandRow] = [:]
  private static let commandsKept = 1 << 16

  init(_ connection: Connection) { self.connection = connection }

  /// Forgets what was read: after a roll-back the file may no longer hold it.
  func forget() { commands = [:] }

  // MARK: Commands

  func command(id: EventID) throws -> CommandRow? {
    try connection.first("SELECT \(Journal.commandColumns) FROM command WHERE id = ?", .blob(id.bytes)) {
      try Journal.command($0)
    }
  }

  func command(_ number: Int64) throws -> CommandRow {
    if let known = commands[number] { return known }
    let found = try connection.first(
      "SELECT \(Journal.commandColumns) FROM command WHERE number = ?", .integer(number)
    ) { try Journal.command($0) }
    guard let found else { throw StoreError.damaged(StoreMessages.damagedCommand(["command": String(number)])) }
    // A file may have as many commands as events; those of neighbours are all that is asked for again.
    if commands.count >= Journal.commandsKept { commands = [:] }
    commands[number] = found
    return found
  }

  /// Appends a command and returns its number.
  func append(_ command: CommandRow) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO command (number, id, recorded, member, feed, login)
      VALUES ((SELECT coalesce(max(number), 0) + 1 FROM command), ?, ?, ?, ?, ?)
      """,
      .blob(command.id.bytes), .integer(command.recorded), Value(command.member.map(Int64.init)),
      Value(command.feed.map(Int64.init)), .text(command.login))
    return connection.lastInsertRowID
  }

  private static let commandColumns = "number, id, recorded, member, feed, login"

  private static func command(_ row: borrowing Row) throws -> CommandRow {
    guard let id = EventID(bytes: try row.blob(1)) else { throw StoreError.damaged("command.id") }
    return CommandRow(
      number: try row.int64(0), id: id, recorded: try row.int64(2),
      member: try row.optionalInt64(3).map { UInt32(clamping: $0) },
      feed: try row.optionalInt64(4).map { UInt32(clamping: $0) }, login: try row.string(5))
  }

  // MARK: Events

  /// The place of the last event that was recorded by a time; 0 where there is none.
  func lastSeq(recordedBy limit: Timestamp?) throws -> Int64 {
    guard let limit else { return try lastSeq() }
    return try connection.first(
      "SELECT coalesce(max(seq), 0) FROM event JOIN command ON command.number = event.command WHERE recorded <= ?",
      .integer(limit.milliseconds)
    ) { try $0.int64(0) } ?? 0
  }

  func lastSeq() throws -> Int64 {
    try connection.first("SELECT coalesce(max(seq), 0) FROM event") { try $0.int64(0) } ?? 0
  }

  static let insertEvent = """
    INSERT INTO event (seq, id, command, kind, occurred, lead, prev, stage, member, giver, receiver, term, source,
      campaign, segment, amount, currency, until, target, data, other_lead, code)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  func append(_ row: EventRow) throws {
    try connection.run(
      Journal.insertEvent, .integer(row.seq), .blob(row.id.bytes), .integer(row.command),
      .integer(Int64(row.kind.rawValue)), .integer(row.occurred), Value(row.lead.map(Int64.init)), Value(row.prev),
      Value(row.stage.map(Int64.init)), Value(row.member.map(Int64.init)), Value(row.giver.map(Int64.init)),
      Value(row.receiver.map(Int64.init)), Value(row.term.map(Int64.init)), Value(row.source.map(Int64.init)),
      Value(row.campaign.map(Int64.init)), Value(row.segment.map(Int64.init)), Value(row.amount),
      Value(row.currency), Value(row.until), Value(row.target?.bytes), Value(row.data),
      Value(row.otherLead.map(Int64.init)), Value(row.code))
  }

  private static let eventColumns = """
    seq, id, command, kind, occurred, lead, prev, stage, member, giver, receiver, term, source, campaign, segment,
    amount, currency, until, target, data, other_lead, code
    """

  private static func event(_ row: borrowing Row) throws -> EventRow {
    let seq = try row.int64(0)
    guard let id = EventID(bytes: try row.blob(1)), let kind = UInt8(exactly: try row.int64(3)).flatMap(EventKind.init)
    else {
      throw StoreError.damaged(StoreMessages.damagedEvent(["seq": String(seq), "kind": "?", "column": "kind"]))
    }
    func small<T: FixedWidthInteger>(_ index: Int, _ row: borrowing Row) throws -> T? {
      guard let value = try row.optionalInt64(index) else { return nil }
      guard let fitting = T(exactly: value) else {
        throw StoreError.damaged(
          StoreMessages.damagedEvent(["seq": String(seq), "kind": kind.key, "column": try row.name(index)]))
      }
      return fitting
    }
    var event = EventRow()
    event.seq = seq
    event.id = id
    event.command = try row.int64(2)
    event.kind = kind
    event.occurred = try row.int64(4)
    event.lead = try small(5, row)
    event.prev = try row.optionalInt64(6)
    event.stage = try small(7, row)
    event.member = try small(8, row)
    event.giver = try small(9, row)
    event.receiver = try small(10, row)
    event.term = try small(11, row)
    event.source = try small(12, row)
    event.campaign = try small(13, row)
    event.segment = try small(14, row)
    event.amount = try row.optionalInt64(15)
    event.currency = try row.optionalString(16)
    event.until = try row.optionalInt64(17)
    event.target = try row.optionalBlob(18).flatMap(EventID.init(bytes:))
    event.data = try row.optionalString(19)
    event.otherLead = try small(20, row)
    event.code = try row.optionalInt64(21)
    return event
  }

  /// The lead of every event of a lead, by the event's id.
  func leadsByEvent() throws -> [EventID: LeadID] {
    var leads: [EventID: LeadID] = [:]
    try connection.forEach("SELECT id, lead FROM event WHERE lead IS NOT NULL") { row in
      guard let id = EventID(bytes: try row.blob(0)) else { throw StoreError.damaged("event.id") }
      leads[id] = LeadID(rawValue: try row.integer(1))
    }
    return leads
  }

  /// Every event in the order of arrival.
  /// - Parameter condition: SQL on the columns of the table `event`.
  func forEachEvent(
    where condition: String = "TRUE", _ values: [Value] = [], _ body: (EventRow) throws -> Void
  ) throws {
    try connection.forEach(
      "SELECT \(Journal.eventColumns) FROM event WHERE \(condition) ORDER BY seq", values: values
    ) { row in try body(try Journal.event(row)) }
  }

  /// Events of the workspace of which there may be many, such as rates of exchange, in the order of arrival.
  ///
  /// - Parameter kinds: those that are wanted; `nil`: all.
  func forEachBulkEvent(_ kinds: Set<EventKind>? = nil, _ body: (EventRow) throws -> Void) throws {
    let numbers = kinds.map { $0.map { String($0.rawValue) }.sorted().joined(separator: ", ") }
    let condition = numbers.map { "AND kind IN (\($0))" } ?? ""
    try connection.forEach(
      "SELECT \(Journal.eventColumns) FROM event WHERE lead IS NULL AND kind >= 200 \(condition) ORDER BY seq"
    ) { row in try body(try Journal.event(row)) }
  }

  /// The events of the workspace, of which there are few; a partial index finds them.
  func workspaceEvents(recordedBy limit: Timestamp? = nil) throws -> [EventRow] {
    let rows = try connection.query(
      "SELECT \(Journal.eventColumns) FROM event WHERE lead IS NULL AND kind < 200 ORDER BY seq"
    ) { try Journal.event($0) }
    guard let limit else { return rows }
    // The zone is the file's own and never changes: an event older than the file, as an import or a demo brings them,
    // is cut into days by it too.
    return try rows.filter { try $0.kind == .initialized || command($0.command).recorded <= limit.milliseconds }
  }

  /// The event of that number.
  func event(seq: Int64) throws -> EventRow? {
    try connection.first("SELECT \(Journal.eventColumns) FROM event WHERE seq = ?", .integer(seq)) {
      try Journal.event($0)
    }
  }

  /// The event of that id. Ids have no index, so all events are looked through.
  func event(id: EventID) throws -> EventRow? {
    try connection.first("SELECT \(Journal.eventColumns) FROM event WHERE id = ?", .blob(id.bytes)) {
      try Journal.event($0)
    }
  }

  /// The history of a lead along its chain, latest arrival first.
  func chain(from last: Int64) throws -> [EventRow] {
    var events: [EventRow] = []
    var next: Int64? = last
    while let seq = next {
      let found = try event(seq: seq)
      // A chain leads back only, so that a damaged one cannot turn in circles.
      guard let event = found, event.prev ?? 0 < seq else {
        throw StoreError.damaged(StoreMessages.brokenChain(["seq": String(seq)]))
      }
      events.append(event)
      next = event.prev
    }
    return events
  }

  func leadEvent(_ row: EventRow) throws -> LeadEvent {
    guard let lead = row.lead else {
      throw StoreError.damaged(
        StoreMessages.damagedEvent(["seq": String(row.seq), "kind": row.kind.key, "column": "lead"]))
    }
    let command = try command(row.command)
    return LeadEvent(
      id: row.id, lead: LeadID(rawValue: lead), occurred: Timestamp(milliseconds: row.occurred),
      recorded: Timestamp(milliseconds: command.recorded), actor: command.actor, fact: try row.fact())
  }
}
