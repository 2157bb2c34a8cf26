import SharedFunnel

/// A column of a mapping in a file: where it is, how it is read.
///
/// A class, for a million records ask for it and should not copy it.
final class BoundColumn {
  /// One place that the value can come from, in this file.
  struct Source {
    /// None: the constant.
    let indices: [Int]
    let constant: String
    let conditions: [(index: Int, words: Set<String>)]
  }

  let mapping: ColumnMapping
  let sources: [Source]
  let dates: [DateFormat]
  let zone: ReportingZone

  init(mapping: ColumnMapping, sources: [Source], dates: [DateFormat], zone: ReportingZone) {
    self.mapping = mapping
    self.sources = sources
    self.dates = dates
    self.zone = zone
  }

  /// Whether the file says anything of it, be it that there is nothing.
  var isInFile: Bool { !sources.isEmpty }

  /// The value as the file has it, and the column where it stands; empty if no source is filled.
  func raw(_ reader: borrowing CSVReader) -> (text: String, index: Int?) {
    for source in sources {
      if !source.conditions.isEmpty {
        var holds = false
        for condition in source.conditions
        where condition.words.contains(reader.string(condition.index).trimmedOfBlanks) {
          holds = true
        }
        guard holds else { continue }
      }
      guard let first = source.indices.first else { return (source.constant, nil) }
      var text = reader.string(first).trimmedOfBlanks
      for index in source.indices.dropFirst() {
        let more = reader.string(index).trimmedOfBlanks
        if !text.isEmpty, !more.isEmpty { text += " " }
        text += more
      }
      if !text.isEmpty { return (text, first) }
    }
    return ("", nil)
  }

  func text(_ reader: borrowing CSVReader) -> String {
    let raw = raw(reader).text
    guard !mapping.values.isEmpty else { return raw }
    return mapping.values[raw] ?? raw
  }
}

/// Finds the columns of a mapping in the header of a file, and keeps those that are missing.
struct ColumnBinder {
  let mapping: Mapping
  let header: Header
  let zone: String
  private(set) var missing: [String] = []

  init(_ mapping: Mapping, _ header: Header, zone: String) {
    self.mapping = mapping
    self.header = header
    self.zone = zone
  }

  mutating func bind(_ column: ColumnMapping) throws -> BoundColumn {
    let sources = try column.sources.compactMap(source)
    if sources.isEmpty, !column.isOptional { missing.append(column.title) }
    return BoundColumn(
      mapping: column, sources: sources,
      dates: try column.dates ?? (mapping.dates.isEmpty ? ColumnBinder.usualDates() : mapping.dates),
      zone: try ReportingZone(identifier: column.zone ?? mapping.zone ?? zone))
  }

  /// One that must be there by its name.
  mutating func index(of name: String) throws -> Int? {
    let index = try header.index(of: name)
    if index == nil { missing.append(name) }
    return index
  }

  private func source(_ source: ValueSource) throws -> BoundColumn.Source? {
    var conditions: [(index: Int, words: Set<String>)] = []
    for condition in source.conditions {
      if let index = try header.index(of: condition.column) { conditions.append((index, Set(condition.words))) }
    }
    // Where no condition can be looked at, none holds.
    if conditions.isEmpty, !source.conditions.isEmpty { return nil }
    switch source.origin {
    case .constant(let value): return BoundColumn.Source(indices: [], constant: value, conditions: conditions)
    case .columns(let names):
      let indices = try names.compactMap(header.index)
      return indices.isEmpty ? nil : BoundColumn.Source(indices: indices, constant: "", conditions: conditions)
    }
  }

  /// Dates as ISO 8601 writes them.
  private static func usualDates() throws -> [DateFormat] {
    try ["iso8601", "YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD"].map { try DateFormat(pattern: $0) }
  }
}
