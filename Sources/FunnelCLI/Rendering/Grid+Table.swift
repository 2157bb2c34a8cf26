import SharedFunnel

extension Grid {
  func renderTable(for terminal: Terminal, _ emit: (String) throws -> Void) rethrows {
    var table = TextTable(
      heading: heading,
      columns: columns.map { column in
        TextTable.Column(
          title: column.title, alignment: column.kind.isNumeric ? .right : .left, fit: column.fit,
          priority: column.priority)
      },
      rows: rows.map { texts($0, glyphs: terminal.glyphs) },
      footer: total.map { totalTexts($0, glyphs: terminal.glyphs) },
      notes: notes
    )
    table.struck = struck
    table.emptySentence = empty()
    try table.render(for: terminal, emit)
  }

  func texts(_ row: [Cell], glyphs: Glyphs) -> [String] {
    columns.indices.map { cell(row, at: $0).text(in: columns[$0].kind, glyphs: glyphs) }
  }

  /// In a total row null means that the column is not summed, and is blank.
  func totalTexts(_ row: [Cell], glyphs: Glyphs) -> [String] {
    columns.indices.map {
      cell(row, at: $0) == .null ? "" : cell(row, at: $0).text(in: columns[$0].kind, glyphs: glyphs)
    }
  }
}
