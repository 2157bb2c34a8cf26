import SQLite
import SharedFunnel

extension Store {
  /// The header of ``exportEvents(_:)``.
  public static var eventColumns: [String] { EventColumn.names }

  /// Hands every event to the body in the order of arrival, in words, a value a column. How the file
  /// itself was set up stays with the file.
  public func exportEvents(_ body: ([String?]) throws -> Void) throws {
    try read {
      var keys: [Int64: [String]] = [:]
      try connection.forEach("SELECT seq, key, is_other FROM lead_key ORDER BY seq, is_other, key") { row in
        // Keys that another system has for the lead are marked.
        let mark = try row.int64(2) == 1 ? NativeRow.otherKeyMark : ""
        keys[try row.int64(0), default: []].append(mark + (try row.string(1)))
      }
      let bearers = Set(try connection.query("SELECT DISTINCT seq FROM personal") { try $0.int64(0) })
      try journal.forEachEvent { row in
        guard row.kind != .initialized else { return }
        let values = bearers.contains(row.seq) ? try personal.values(of: row.seq) : [:]
        let columns = try words(of: row, keys: keys[row.seq] ?? [], values)
        try body(EventColumn.allCases.map { columns[$0] })
      }
    }
  }

  private func words(
    of row: EventRow, keys: [String], _ personal: [PersonalField: String]
  ) throws -> [EventColumn: String] {
    let command = try journal.command(row.command)
    var words: [EventColumn: String] = [:]
    words[.eventID] = row.id.text
    words[.commandID] = command.id.text
    words[.recorded] = Timestamp(milliseconds: command.recorded).iso8601
    words[.actor] = command.actor == .login ? nil : try name(of: command.actor, login: command.login)
    words[.login] = command.login
    words[.lead] = row.lead.map { String($0) }
    words[.key] = keys.isEmpty ? nil : keys.joined(separator: "\n")
    words[.kind] = row.kind.key
    words[.occurred] = Timestamp(milliseconds: row.occurred).iso8601
    words[.stage] = row.stage.flatMap(Stage.init(rawValue:))?.key
    words[.member] = row.member.flatMap { workspace.roster[MemberID(rawValue: $0)]?.handle }
    words[.giver] = row.giver.map { DepartmentSet(rawValue: $0).key }
    words[.receiver] = row.receiver.map { DepartmentSet(rawValue: $0).key }
    if let kind = row.kind.wordKind { words[.word] = try term(kind, row.term) }
    words[.source] = try term(.source, row.source)
    words[.campaign] = try term(.campaign, row.campaign)
    words[.segment] = try term(.segment, row.segment)
    if let amount = row.amount, let currency = row.currency.flatMap(Currency.init(code:)) {
      words[.amount] = Money(minor: amount, currency: currency).decimal
      words[.currency] = currency.code
    }
    words[.mergedInto] = row.into.map { String($0) }
    words[.until] = row.until.map { Timestamp(milliseconds: $0).iso8601 }
    words[.target] = row.target?.text
    words[.name] = personal[.name]
    words[.email] = personal[.email]
    words[.phone] = personal[.phone]
    words[.company] = personal[.company]
    words[.note] = personal[.note]
    words[.data] = row.data ?? cleared(row, personal)
    return words
  }

  private func term(_ kind: TermKind, _ id: UInt32?) throws -> String? {
    try id.flatMap { try terms.text(kind, TermID(rawValue: $0)) }
  }

  /// Values that the event emptied, which an empty column cannot say.
  private func cleared(_ row: EventRow, _ personal: [PersonalField: String]) -> String? {
    let columns = [(EventColumn.source, row.source), (.campaign, row.campaign), (.segment, row.segment)]
    let words = columns.filter { $0.1 == 0 }.map(\.0.rawValue)
    let fields = PersonalField.allCases.filter { personal[$0] == "" }.map(\.rawValue)
    let names = (words + fields).map { "\"\($0)\"" }
    return names.isEmpty ? nil : "{\"clear\":[\(names.joined(separator: ","))]}"
  }
}
