import SharedFunnel

/// A report as it is printed: tables and footnotes for people, a document and flat rows for programs. Every number in
/// it was computed before.
struct ReportPage {
  /// `report.funnel` for `funnel.report.funnel/1`.
  let schema: String
  let document: JSONObject
  /// One row a number line, with the definition in every row: a file is read far from the screen.
  let rows: Grid
  let tables: [ReportTable]
  /// Definition, denominator, cohort, zone and end of observation in sentences.
  let notes: [String]
  /// Said on standard error, in whatever form the report is printed.
  var warnings: [String] = []
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
