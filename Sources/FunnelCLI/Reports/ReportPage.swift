import SharedFunnel

/// A report as it is printed: tables and footnotes for people, a document and flat rows for programs. Every number in
/// it was computed before.
struct ReportPage {
  /// `report.funnel` for `funnel.report.funnel/1`.
  let schema: String
  /// Made when it is asked for: of tens of thousands of groups it is large, and a page is printed in one form.
  private let makeDocument: () -> JSONObject
  private let makeRows: () -> Grid
  let tables: [ReportTable]
  /// Definition, denominator, cohort, zone and end of observation in sentences.
  let notes: [String]
  /// Said on standard error, in whatever form the report is printed.
  let warnings: [String]

  init(
    schema: String, document: @autoclosure @escaping () -> JSONObject, rows: @autoclosure @escaping () -> Grid,
    tables: [ReportTable], notes: [String], warnings: [String] = []
  ) {
    self.schema = schema
    makeDocument = document
    makeRows = rows
    self.tables = tables
    self.notes = notes
    self.warnings = warnings
  }

  var document: JSONObject { makeDocument() }

  /// One row a number line, with the definition in every row: a file is read far from the screen.
  var rows: Grid { makeRows() }
}

extension FormatOptions {
  func print(_ page: ReportPage) throws {
    let terminal = Terminal.standardOutput()
    var output = StandardOutput()
    switch format {
    case .table:
      for (index, table) in page.tables.enumerated() {
        if index > 0 { try output.write("\n") }
        let notes = index == page.tables.count - 1 ? page.notes : []
        try table.textTable(notes: notes).render(for: terminal) { try output.write($0) }
      }
    case .markdown:
      for (index, table) in page.tables.enumerated() {
        if index > 0 { try output.write("\n") }
        let notes = index == page.tables.count - 1 ? page.notes + page.warnings : []
        try table.grid(notes: notes).render(as: .markdown, schema: page.schema, for: terminal) { try output.write($0) }
      }
    case .json:
      try output.write(JSONWriter.document(.document(page.schema, page.document)))
    case .csv, .ndjson:
      try page.rows.render(as: format, schema: page.schema, for: terminal) { try output.write($0) }
    }
    try output.flush()
    for warning in page.warnings { StandardError.say(Message.reportWarning(["sentence": warning])) }
  }
}
