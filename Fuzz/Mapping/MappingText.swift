import FunnelStore
import SharedFunnel

/// A mapping with all that it says, in one order, as YAML in JSON's clothes.
struct MappingText {
  let text: String

  init(_ mapping: Mapping) {
    var members = [
      ("name", Self.word(mapping.name)), ("source", Self.word(mapping.feed)),
      ("shape", Self.word(mapping.shape.rawValue)), ("dates", Self.list(mapping.dates.map { Self.word($0.pattern) })),
      ("files", Self.list(mapping.files.map(Self.file))),
    ]
    if let zone = mapping.zone { members.append(("zone", Self.word(zone))) }
    text = Self.object(members)
  }

  private static func file(_ file: FileMapping) -> String {
    var members = [("file", word(file.name)), (file.createsLeads ? "key" : "lead", column(file.key))]
    if let id = file.id { members.append(("id", column(id))) }
    for field in FileMapping.Field.allCases {
      if let mapped = file.columns[field] { members.append((field.rawValue, column(mapped))) }
    }
    if !file.stages.isEmpty {
      members.append(("stages", object(file.stages.map { ($0.stage.key, column($0.column)) })))
    }
    if !file.tags.isEmpty { members.append(("tags", list(file.tags.map(column)))) }
    return object(members)
  }

  private static func column(_ column: ColumnMapping) -> String {
    var members: [(String, String)] = []
    if let name = column.column { members.append(("column", word(name))) }
    if let constant = column.constant { members.append(("constant", word(constant))) }
    let values = column.values.sorted { $0.key < $1.key }
    if !values.isEmpty { members.append(("values", object(values.map { ($0.key, word($0.value)) }))) }
    if column.isOptional { members.append(("optional", "true")) }
    if let dates = column.dates { members.append(("dates", list(dates.map { word($0.pattern) }))) }
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
