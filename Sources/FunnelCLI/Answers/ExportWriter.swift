import FunnelStore
import SharedFunnel

/// Writes rows as they come, so that an export of any size takes no memory; only a table and Markdown, whose columns are
/// lined up, are kept until the end.
struct ExportWriter {
  private let format: OutputFormat
  private let terminal: Terminal
  private let schema: String
  private let emit: (String) throws -> Void
  private var grid: Grid
  /// Events in CSV are read back, and then it has to be known whether texts were defused: a file in which they were not
  /// has a last, empty column that says so.
  private let isMarked: Bool
  private(set) var count: Int64 = 0

  init(
    subject: ExportSubject, format: OutputFormat, isRaw: Bool, terminal: Terminal,
    emit: @escaping (String) throws -> Void
  ) {
    self.format = format
    self.terminal = terminal
    self.emit = emit
    schema = "export.\(subject.rawValue)"
    isMarked = isRaw && subject == .events
    grid = Grid(columns: subject.columns.enumerated().map(ExportWriter.column), rows: [])
    if isMarked { grid.columns.append(Grid.Column(key: ExportSubject.rawMark, title: ExportSubject.rawMark)) }
    grid.isRaw = isRaw
  }

  /// The first columns are the last to go where a terminal is narrow.
  private static func column(_ index: Int, _ column: ExportColumn) -> Grid.Column {
    let kind: Grid.Column.Kind =
      switch column.kind {
      case .text: .text
      case .integer: .integer
      case .time: .timestamp
      case .amount: .decimal(digits: 2)
      }
    return Grid.Column(key: column.name, title: column.name, kind: kind, priority: 100 - index)
  }

  func begin() throws {
    switch format {
    case .csv: try grid.render(as: .csv, schema: schema, for: terminal, emit)
    case .json: try emit("{\n  \"schema\": \"funnel.\(schema)/1\",\n  \"rows\": [")
    case .ndjson, .markdown, .table: break
    }
  }

  mutating func add(_ values: [ExportValue]) throws {
    let row = values.map(Cell.init)
    switch format {
    case .csv: try grid.renderCSV(row: row, for: terminal, emit)
    case .json: try emit((count == 0 ? "\n    " : ",\n    ") + JSONWriter.line(.object(grid.object(row))))
    case .ndjson: try emit(JSONWriter.line(.object(grid.object(row))) + "\n")
    case .markdown, .table: grid.rows.append(row)
    }
    count += 1
  }

  func end() throws {
    switch format {
    case .csv, .ndjson: break
    case .json: try emit(count == 0 ? "]\n}\n" : "\n  ]\n}\n")
    case .markdown, .table: try grid.render(as: format, schema: schema, for: terminal, emit)
    }
  }
}

extension Cell {
  init(_ value: ExportValue) {
    self =
      switch value {
      case .null: .null
      case .text(let text): .text(text)
      case .integer(let number): .integer(number)
      case .time(let time): .timestamp(time.milliseconds)
      case .amount(let money): .amount(money)
      }
  }
}
