import SharedFunnel

/// A result as rows and columns, apart from how it is printed. Each `OutputFormat` is a rendering of the same grid.
struct Grid: Sendable {
  struct Column: Sendable {
    enum Kind: Sendable, Equatable {
      case text
      case integer
      /// A number that names something, such as a lead: without separators of thousands.
      case identifier
      case decimal(digits: Int)
      case percent(digits: Int)
      case timestamp
      case duration
      case money
      /// A picture of a fraction for people. Programs get the number from its own column and not this one.
      case bar(width: Int)
    }

    /// snake_case; the name in CSV and JSON, and stable: scripts rely on it.
    let key: String
    let title: String
    let kind: Kind
    /// As in `TextTable.Column`: the lowest goes first where the terminal is narrow. 1 unless given, 0 for a bar.
    let priority: Int
    /// As in `TextTable.Column`: texts are cut unless given, all else is whole.
    let fit: TextTable.Column.Fit

    init(
      key: String, title: String, kind: Kind = .text, priority: Int? = nil, fit: TextTable.Column.Fit? = nil
    ) {
      self.key = key
      self.title = title
      self.kind = kind
      self.priority = priority ?? (kind.isPicture ? 0 : 1)
      self.fit = fit ?? (kind == .text ? .cut : .whole)
    }

    init(
      key: String, title: Message, kind: Kind = .text, priority: Int? = nil, fit: TextTable.Column.Fit? = nil
    ) {
      self.init(key: key, title: title(), kind: kind, priority: priority, fit: fit)
    }
  }

  var columns: [Column]
  /// A row may be short: the rest is null.
  var rows: [[Cell]]
  /// The total row. People see it under a rule, JSON has it as `total`; in CSV and NDJSON it would be counted twice.
  var total: [Cell]?
  /// For people, above and under the table.
  var heading: String?
  var notes: [String] = []
  /// In CSV, texts that a spreadsheet would run as formulas are left as they are.
  var isRaw = false
  /// Rows that do not count, by their place: struck out for people.
  var struck: Set<Int> = []
  /// The sentence in place of a table without rows.
  var empty = Message.tableEmpty

  init(
    columns: [Column], rows: [[Cell]], total: [Cell]? = nil, heading: String? = nil, notes: [String] = [],
    empty: Message = .tableEmpty
  ) {
    self.columns = columns
    self.rows = rows
    self.total = total
    self.heading = heading
    self.notes = notes
    self.empty = empty
  }

  /// Emits the grid in pieces of whole lines.
  /// - Parameters:
  ///   - schema: What the document is, `conversion` for `funnel.conversion/1`; only JSON says it.
  ///   - members: What JSON says between the schema and the rows: period, definition, zone.
  func render(
    as format: OutputFormat, schema: String, members: JSONObject = [:], for terminal: Terminal,
    _ emit: (String) throws -> Void
  ) rethrows {
    switch format {
    case .table: try renderTable(for: terminal, emit)
    case .csv: try renderCSV(for: terminal, emit)
    case .json: try emit(JSONWriter.document(document(schema: schema, members: members)))
    case .ndjson: for row in rows { try emit(JSONWriter.line(.object(object(row))) + "\n") }
    case .markdown: try renderMarkdown(for: terminal, emit)
    }
  }

  func text(as format: OutputFormat, schema: String, members: JSONObject = [:], for terminal: Terminal) -> String {
    var text = ""
    render(as: format, schema: schema, members: members, for: terminal) { text += $0 }
    return text
  }

  /// A row's cell, null where the row is short.
  func cell(_ row: [Cell], at index: Int) -> Cell { index < row.count ? row[index] : .null }
}

extension Grid.Column.Kind {
  var isNumeric: Bool {
    switch self {
    case .integer, .identifier, .decimal, .percent, .duration, .money: true
    case .text, .timestamp, .bar: false
    }
  }

  /// The digits after the point that the kind asks for.
  var digits: Int? {
    switch self {
    case .decimal(let digits), .percent(let digits): digits
    default: nil
    }
  }

  var isPicture: Bool {
    if case .bar = self { true } else { false }
  }
}
