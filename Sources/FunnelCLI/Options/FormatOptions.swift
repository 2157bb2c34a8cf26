import ArgumentParser
import SharedFunnel

/// In which form the answer is printed.
struct FormatOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.formatHelp))
  var format: OutputFormat = .table

  func print(_ grid: Grid, schema: String, members: JSONObject = [:]) throws {
    var output = StandardOutput()
    try grid.render(as: format, schema: schema, members: members, for: .standardOutput()) { try output.write($0) }
    try output.flush()
  }

  func print(_ answer: Answer) throws {
    var output = StandardOutput()
    switch format {
    case .table:
      let terminal = Terminal.standardOutput()
      for line in answer.lines + answer.notes {
        for part in Paragraph.lines(line, width: terminal.width) { try output.write(part + "\n") }
      }
      for grid in answer.sections {
        try output.write("\n")
        try grid.render(as: .table, schema: answer.schema, for: terminal) { try output.write($0) }
      }
    case .json:
      if let document = answer.document {
        try output.write(JSONWriter.document(.document(answer.schema, document)))
      } else {
        try output.write(
          JSONWriter.document(answer.grid.document(schema: answer.schema, members: answer.members)))
      }
    case .csv, .ndjson, .markdown:
      try answer.grid.render(as: format, schema: answer.schema, for: .standardOutput()) { try output.write($0) }
    }
    try output.flush()
    if format != .table { for note in answer.notes { StandardError.say(note) } }
  }
}
