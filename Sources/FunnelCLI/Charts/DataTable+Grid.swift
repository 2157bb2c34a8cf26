import Charts

extension DataTable {
  /// The flat rows of a report, as people read numbers.
  init(_ grid: Grid) {
    let shown = grid.columns.indices.filter { !grid.columns[$0].kind.isPicture }
    self.init(
      columns: shown.map { grid.columns[$0].title.replacing("_", with: " ") },
      rows: grid.rows.map { row in
        shown.map { index in
          TerminalText.escaped(grid.cell(row, at: index).text(in: grid.columns[index].kind, glyphs: .unicode))
        }
      })
  }
}
