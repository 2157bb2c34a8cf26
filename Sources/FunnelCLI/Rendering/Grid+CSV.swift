extension Grid {
  /// RFC 4180: the keys as header, CRLF at the end of each line, quotes where needed. Values are raw. Null is an empty
  /// field and an empty text is `""`. An amount takes two fields, `<key>_minor` and `<key>_currency`, for one field
  /// could only hold it as text; a list is JSON text. A terminal gets control characters spelt out, a pipe gets the
  /// data as it is.
  func renderCSV(for terminal: Terminal, _ emit: (String) throws -> Void) rethrows {
    func fit(_ line: String) -> String {
      terminal.isTerminal ? TerminalText.escaped(String(line.dropLast())) + "\r\n" : line
    }
    let names = columns.filter { !$0.kind.isPicture }.flatMap { column in
      column.kind == .money ? ["\(column.key)_minor", "\(column.key)_currency"] : [column.key]
    }
    try emit(fit(Grid.csvLine(names.map(Grid.csvField))))
    for row in rows { try emit(fit(csvLine(row))) }
  }

  /// A row alone, for what is written while it is read.
  func csvLine(_ row: [Cell]) -> String { Grid.csvLine(csvFields(row)) }

  private static func csvLine(_ fields: [String]) -> String {
    // A lone null would be an empty line, which readers skip.
    (fields == [""] ? "\"\"" : fields.joined(separator: ",")) + "\r\n"
  }

  private func csvFields(_ row: [Cell]) -> [String] {
    columns.indices.filter { !columns[$0].kind.isPicture }
      .flatMap { Grid.csvFields(cell(row, at: $0), kind: columns[$0].kind) }
  }

  /// As many fields as the column has, whatever the cell.
  private static func csvFields(_ cell: Cell, kind: Column.Kind) -> [String] {
    switch (cell, kind) {
    case (.money(let minor, let currency, _), .money): [String(minor), csvField(currency)]
    case (_, .money): [csvField(cell), ""]
    default: [csvField(cell)]
    }
  }

  private static func csvField(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): text.isEmpty ? "\"\"" : csvField(text)
    case .integer(let value): String(value)
    case .decimal(let value), .fraction(let value), .seconds(let value): value.isFinite ? value.description : ""
    case .timestamp(let milliseconds): TimestampText.iso(milliseconds: milliseconds)
    case .money, .list: csvField(JSONWriter.line(cell.json))
    }
  }

  private static func csvField(_ text: String) -> String {
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    // By code point: a quote that a combining mark follows is one Character with it, and is doubled all the same.
    var quoted: String.UnicodeScalarView = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
