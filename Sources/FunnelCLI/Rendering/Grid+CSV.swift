import FunnelStore
import SharedFunnel

extension Grid {
  /// RFC 4180: the keys as header, CRLF at the end of each line, quotes where needed. Values are raw. Null is an empty
  /// field and an empty text is `""`. An amount takes two fields, `<key>_minor` and `<key>_currency`, for one field
  /// could only hold it as text; a list is JSON text. A text that a spreadsheet would run is defused, unless the grid is
  /// raw. A terminal gets control characters spelt out, a pipe gets the data as it is.
  func renderCSV(for terminal: Terminal, _ emit: (String) throws -> Void) rethrows {
    let names = columns.filter { !$0.kind.isPicture }.flatMap { column in
      column.kind == .money ? ["\(column.key)_minor", "\(column.key)_currency"] : [column.key]
    }
    try emit(Grid.csvLine(names.map { CSVLine.field($0, isRaw: isRaw) }, for: terminal))
    for row in rows { try renderCSV(row: row, for: terminal, emit) }
  }

  /// A row alone, for what is written while it is read.
  func renderCSV(row: [Cell], for terminal: Terminal, _ emit: (String) throws -> Void) rethrows {
    let shown = columns.indices.filter { !columns[$0].kind.isPicture }
    let fields = shown.flatMap { csvFields(cell(row, at: $0), kind: columns[$0].kind) }
    try emit(Grid.csvLine(fields, for: terminal))
  }

  private static func csvLine(_ fields: [String], for terminal: Terminal) -> String {
    // A lone null would be an empty line, which readers skip.
    let line = fields == [""] ? "\"\"" : fields.joined(separator: ",")
    return (terminal.isTerminal ? TerminalText.escaped(line) : line) + "\r\n"
  }

  /// As many fields as the column has, whatever the cell.
  private func csvFields(_ cell: Cell, kind: Column.Kind) -> [String] {
    switch (cell, kind) {
    case (.money(let minor, let currency, _), .money): [String(minor), CSVLine.field(currency, isRaw: isRaw)]
    case (_, .money): [csvField(cell), ""]
    default: [csvField(cell)]
    }
  }

  private func csvField(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): text.isEmpty ? "\"\"" : CSVLine.field(text, isRaw: isRaw)
    case .integer(let value): String(value)
    case .amount(let money): money.decimal
    case .decimal(let value), .fraction(let value), .seconds(let value): value.isFinite ? value.description : ""
    case .timestamp(let milliseconds): TimestampText.iso(milliseconds: milliseconds)
    case .money, .list: CSVLine.field(JSONWriter.line(cell.json), isRaw: isRaw)
    }
  }
}
