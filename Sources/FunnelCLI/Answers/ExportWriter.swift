import ArgumentParser
import SharedFunnel

/// The forms of an export. A table for people is none of them: it could not be read back.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument { case csv, json, ndjson, markdown }

/// Writes rows as they come, so that an export of any size takes no memory; only Markdown, whose columns are lined up,
/// is kept until the end.
struct ExportWriter {
  let format: ExportFormat
  /// `events` for `funnel.events/1`.
  let schema: String
  let emit: (String) throws -> Void
  private var grid = Grid(columns: [], rows: [])
  private(set) var count: Int64 = 0

  init(format: ExportFormat, schema: String, emit: @escaping (String) throws -> Void) {
    self.format = format
    self.schema = schema
    self.emit = emit
  }

  mutating func begin(_ columns: [Grid.Column]) throws {
    grid.columns = columns
    switch format {
    case .csv: try grid.render(as: .csv, schema: schema, for: .plain, emit)
    case .json: try emit("{\n  \"schema\": \"funnel.\(schema)/1\",\n  \"rows\": [")
    case .ndjson, .markdown: break
    }
  }

  mutating func add(_ row: [Cell]) throws {
    switch format {
    case .csv: try emit(grid.csvLine(row))
    case .json: try emit((count == 0 ? "\n    " : ",\n    ") + JSONWriter.line(.object(grid.object(row))))
    case .ndjson: try emit(JSONWriter.line(.object(grid.object(row))) + "\n")
    case .markdown: grid.rows.append(row)
    }
    count += 1
  }

  func end() throws {
    switch format {
    case .csv, .ndjson: break
    case .json: try emit(count == 0 ? "]\n}\n" : "\n  ]\n}\n")
    case .markdown: try grid.render(as: .markdown, schema: schema, for: .plain, emit)
    }
  }
}
