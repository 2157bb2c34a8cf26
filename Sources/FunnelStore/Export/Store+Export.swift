import SQLite
import SharedFunnel

extension Store {
  /// Hands each row to the body, a value a column of ``ExportSubject/columns``. Rows are read as they are handed over, so
  /// that an export of any length takes no memory.
  ///
  /// - Throws: ``StoreError/noSuchTerm(kind:text:known:)`` for a condition that names a word no lead has, and what the
  ///   body throws.
  public func export(_ request: ExportRequest, _ body: ([ExportValue]) throws -> Void) throws {
    try read {
      let filter = request.isFiltered ? try leadSelection(request) : nil
      switch request.subject {
      case .events: try exportEvents(filter, body)
      case .leads: try exportView("v_lead", order: "lead", request, filter, body)
      case .visits: try exportView("v_visit", order: "lead, ordinal", request, filter, body)
      case .handoffs: try exportView("v_handoff", order: "lead, ordinal", request, filter, body)
      case .purchases: try exportView("v_purchase", order: "lead, ordinal", request, filter, body)
      case .ledger: try exportView("v_ledger", order: "seq, place", request, filter, body)
      }
    }
  }

  /// SQL that selects the numbers of the leads that fulfil every condition.
  private func leadSelection(_ request: ExportRequest) throws -> (sql: String, values: [Value]) {
    var conditions: [String] = []
    var values: [Value] = []
    func require(_ column: String, _ value: Value) {
      conditions.append("\(column) IS ?")
      values.append(value)
    }
    let filter = try filter(request.conditions, workspace)
    for (column, number) in [
      ("source", filter.source), ("campaign", filter.campaign), ("segment", filter.segment), ("owner", filter.owner),
    ] {
      guard let number else { continue }
      require(column, number == 0 ? .null : .integer(Int64(number)))
    }
    if let department = filter.department {
      let members = workspace.roster.members.filter { UInt32($0.departments.rawValue) == department }
      let numbers = members.map { String($0.id.rawValue) }.joined(separator: ", ")
      conditions.append("(owner IN (\(numbers))" + (department == 0 ? " OR owner IS NULL)" : ")"))
    }
    if let stage = request.stage { require("stage", Value(stage)) }
    if let status = request.status { require("status", .text(status.rawValue)) }
    return ("SELECT number FROM lead WHERE " + conditions.joined(separator: " AND "), values)
  }

  /// Rows of a documented view: what an analyst sees with SQL and what the export says are one definition.
  private func exportView(
    _ view: String, order: String, _ request: ExportRequest, _ filter: (sql: String, values: [Value])?,
    _ body: ([ExportValue]) throws -> Void
  ) throws {
    let columns = request.subject.columns
    let names = columns.map { column in
      switch column.kind {
      case .amount: "\(column.name)_minor"
      default: "\"\(column.name)\""
      }
    }
    let settlement = ExportedOutcome(columns, asOf: request.now)
    let condition = filter.map { "WHERE lead IN (\($0.sql))" } ?? ""
    let currencies = columns.map { column in
      if case .amount(let currency) = column.kind { columns.firstIndex { $0.name == currency } } else { Int?.none }
    }
    try connection.forEach(
      "SELECT \(names.joined(separator: ", ")) FROM \(view) \(condition) ORDER BY \(order)",
      values: filter?.values ?? []
    ) { row in
      var values: [ExportValue] = []
      values.reserveCapacity(columns.count)
      for (index, column) in columns.enumerated() {
        values.append(try Store.value(row, index, column.kind, currency: currencies[index]))
      }
      settlement?.settle(&values)
      try body(values)
    }
  }

  private static func value(
    _ row: borrowing Row, _ index: Int, _ kind: ExportColumn.Kind, currency: Int?
  ) throws -> ExportValue {
    switch kind {
    case .text: ExportValue(try row.optionalString(index))
    case .integer: ExportValue(try row.optionalInt64(index))
    case .time: try row.optionalString(index).flatMap(Timestamp.init(iso8601:)).map(ExportValue.time) ?? .null
    case .amount:
      if let minor = try row.optionalInt64(index),
        let code = try currency.flatMap({ try row.optionalString($0) }), let currency = Currency(code: code)
      {
        .amount(Money(minor: minor, currency: currency))
      } else {
        .null
      }
    }
  }
}
