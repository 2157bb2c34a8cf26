import SharedFunnel

/// A table of a report for people: texts that are ready, in sections that share their columns.
struct ReportTable {
  struct Column {
    let title: String
    /// Numbers stand right.
    var isRight = true
    /// As in ``TextTable/Column``: the lowest goes first where the terminal is narrow.
    var priority = 1
    var fit = TextTable.Column.Fit.whole
    /// As in ``TextTable/Column``; without a title, and so in no document.
    var isBar = false
  }

  var heading: String?
  var columns: [Column]
  var sections: [TextTable.Section]
  var footer: [String]?
  var empty: Message = .tableEmpty

  init(
    heading: String? = nil, columns: [Column], rows: [[String]], bars: [Double] = [], footer: [String]? = nil,
    empty: Message = .tableEmpty
  ) {
    self.heading = heading
    self.columns = columns
    sections = [TextTable.Section(heading: nil, rows: rows, bars: bars)]
    self.footer = footer
    self.empty = empty
  }

  func textTable(notes: [String]) -> TextTable {
    var table = TextTable(
      heading: heading,
      columns: columns.map {
        TextTable.Column(
          title: $0.title, alignment: $0.isRight ? .right : .left, fit: $0.fit, priority: $0.priority,
          isBar: $0.isBar)
      }, sections: sections, footer: footer, notes: notes)
    table.emptySentence = empty()
    return table
  }

  /// The same for a document, without pictures. A heading between rows becomes a row.
  func grid(notes: [String]) -> Grid {
    let shown = columns.indices.filter { !columns[$0].title.isEmpty }
    func cells(_ row: [String]) -> [Cell] { shown.map { .text($0 < row.count ? row[$0] : "") } }
    return Grid(
      columns: shown.map {
        Grid.Column(key: columns[$0].title, title: columns[$0].title, kind: columns[$0].isRight ? .integer : .text)
      },
      rows: sections.flatMap { section in (section.heading.map { [[.text($0)]] } ?? []) + section.rows.map(cells) },
      total: footer.map(cells), heading: heading, notes: notes, empty: empty)
  }
}
