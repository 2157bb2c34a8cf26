import SharedFunnel

/// What a command says: sentences for people, the same as rows and as a document for programs.
struct Answer {
  /// What the document is: `lead` for `funnel.lead/1`.
  var schema: String
  /// For people, a line each.
  var lines: [String]
  /// The rows, for CSV, NDJSON and Markdown; and for JSON where there is no document.
  var grid: Grid
  /// What JSON says, in place of the rows.
  var document: JSONObject?
  /// What JSON says before the rows.
  var members: JSONObject
  /// Tables for people, under the sentences.
  var sections: [Grid]
  /// Said on standard error where programs read standard output.
  var notes: [String]

  init(
    schema: String, lines: [String], grid: Grid, document: JSONObject? = nil, members: JSONObject = [:],
    sections: [Grid] = [], notes: [String] = []
  ) {
    self.schema = schema
    self.lines = lines
    self.grid = grid
    self.document = document
    self.members = members
    self.sections = sections
    self.notes = notes
  }
}
