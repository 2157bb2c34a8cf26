import SQLite
import SharedFunnel

extension Store {
  /// The names of the columns of exported events.
  public static var eventColumns: [String] { EventColumn.allCases.map(\.rawValue) }

  /// Hands every event to the body in the order of arrival, in words. How the file itself was set up stays with the
  /// file.
  ///
  /// - Parameter filter: SQL that selects leads: the events of others are left out. Those of the workspace stay, for
  ///   without its members and reasons the rest could not be read back.
  func exportEvents(
    _ filter: (sql: String, values: [Value])?, _ body: ([ExportValue]) throws -> Void
  ) throws {
    var beside = EventSideTables(connection)
    let condition = filter.map { "lead IS NULL OR lead IN (\($0.sql))" } ?? "TRUE"
    try journal.forEachEvent(where: condition, filter?.values ?? []) { row in
      guard row.kind != .initialized else { return }
      let (personal, keys) = try beside.values(of: row.seq)
      let words = try words(of: row, keys: keys, personal)
      try body(EventColumn.allCases.map { words[$0] ?? .null })
    }
  }

  private func words(
    of row: EventRow, keys: [String], _ personal: [PersonalField: String]
  ) throws -> [EventColumn: ExportValue] {
    let command = try journal.command(row.command)
    var words: [EventColumn: ExportValue] = [:]
    func set(_ column: EventColumn, _ text: String?) { words[column] = text.map(ExportValue.text) }
    func set(_ column: EventColumn, _ milliseconds: Int64?) {
      words[column] = milliseconds.map { .time(Timestamp(milliseconds: $0)) }
    }
    set(.eventID, row.id.text)
    set(.commandID, command.id.text)
    set(.recorded, command.recorded)
    set(.actor, command.actor == .login ? nil : try name(of: command.actor, login: command.login))
    set(.login, command.login)
    words[.lead] = ExportValue(row.lead.map(Int64.init))
    set(.key, keys.isEmpty ? nil : keys.joined(separator: "\n"))
    set(.kind, row.kind.key)
    set(.occurred, row.occurred)
    set(.stage, row.stage.flatMap(Stage.init(rawValue:))?.key)
    set(.member, row.member.flatMap { workspace.roster[MemberID(rawValue: $0)]?.handle })
    set(.giver, row.giver.map { DepartmentSet(rawValue: $0).key })
    set(.receiver, row.receiver.map { DepartmentSet(rawValue: $0).key })
    if let kind = row.kind.wordKind { set(.word, try term(kind, row.term)) }
    set(.source, try term(.source, row.source))
    set(.campaign, try term(.campaign, row.campaign))
    set(.segment, try term(.segment, row.segment))
    if let amount = row.amount, let currency = row.currency.flatMap(Currency.init(code:)) {
      words[.amount] = .amount(Money(minor: amount, currency: currency))
      set(.currency, currency.code)
    }
    words[row.kind == .merged ? .mergedInto : .referredBy] = ExportValue(row.otherLead.map(Int64.init))
    words[.code] = ExportValue(row.code)
    set(.until, row.until)
    set(.target, row.target?.text)
    for (field, column) in EventColumn.personal { set(column, personal[field]) }
    set(.data, row.data ?? cleared(row, personal))
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
