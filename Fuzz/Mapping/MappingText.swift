import FunnelStore
import SharedFunnel

/// A mapping with all that it says, in one order, as YAML in JSON's clothes.
struct MappingText {
  let text: String

  init(_ mapping: Mapping) {
    var members = [
      ("name", Self.word(mapping.name)), ("source", Self.word(mapping.feed)),
      ("shape", Self.word(mapping.shape.rawValue)),
      ("files", Self.list(mapping.files.map(Self.file))),
    ]
    if !mapping.dates.isEmpty { members.append(("dates", Self.dates(mapping.dates))) }
    if let zone = mapping.zone { members.append(("zone", Self.word(zone))) }
    text = Self.object(members)
  }

  private static func file(_ file: FileMapping) -> String {
    var members = [
      ("file", word(file.name)), ("shape", word(file.shape.rawValue)),
      (file.createsLeads ? "key" : "lead", column(file.key)),
    ]
    if let id = file.id { members.append(("id", column(id))) }
    if !file.otherKeys.isEmpty {
      members.append(("other keys", object(file.otherKeys.map { ($0.system, column($0.column)) })))
    }
    for field in FileMapping.Field.allCases {
      if let mapped = file.columns[field] { members.append((field.rawValue, column(mapped))) }
    }
    if !file.stages.isEmpty {
      members.append(("stages", object(file.stages.map { ($0.stage.key, column($0.column)) })))
    }
    if let columns = file.stageColumns { members.append(("stage columns", stageColumns(columns))) }
    if !file.tags.isEmpty { members.append(("tags", list(file.tags.map(column)))) }
    return object(members)
  }

  private static func column(_ column: ColumnMapping) -> String {
    var members = [("column", list(column.sources.map(source)))]
    let values = column.values.sorted { $0.key < $1.key }
    if !values.isEmpty { members.append(("values", object(values.map { ($0.key, word($0.value)) }))) }
    if column.isOptional { members.append(("optional", "true")) }
    if let dates = column.dates { members.append(("dates", Self.dates(dates))) }
    if let zone = column.zone { members.append(("zone", word(zone))) }
    switch column.unknown {
    case .reject: break
    case .skip: members.append(("unknown", word("skip")))
    case .add(let name, let otherwise):
      members.append(("unknown", word("add")))
      members.append(("department", name.map { object([("column", word($0))]) } ?? word(otherwise.key)))
    }
    return object(members)
  }

  private static func source(_ source: ValueSource) -> String {
    var members: [(String, String)]
    switch source.origin {
    case .columns(let names): members = [("join", list(names.map(word)))]
    case .constant(let value): members = [("constant", word(value))]
    }
    if !source.conditions.isEmpty {
      members.append(("when", object(source.conditions.map { ($0.column, list($0.words.map(word))) })))
    }
    return object(members)
  }

  private static func stageColumns(_ columns: StageColumns) -> String {
    let stages = columns.stages.sorted { $0.key < $1.key }.map { name, meaning in
      switch meaning {
      case .stage(let stage): (name, word(stage.key))
      case .purchased: (name, word("purchased"))
      case .lost: (name, word("lost"))
      case .ignored: (name, word("ignored"))
      }
    }
    return object([("header", list(columns.headers.map { word($0.text) })), ("stages", object(stages))])
  }

  private static func dates(_ formats: [DateFormat]) -> String { list(formats.map { word($0.pattern) }) }

  private static func object(_ members: [(String, String)]) -> String {
    // A simple key of YAML ends within 1024 characters; one marked with `?` may be longer.
    "{\(members.map { "? \(word($0.0)) : \($0.1)" }.joined(separator: ",\n"))}"
  }

  private static func list(_ items: [String]) -> String { "[\(items.joined(separator: ",\n"))]" }

  /// A quoted scalar of which everything but letters and digits is escaped.
  private static func word(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        quoted.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
