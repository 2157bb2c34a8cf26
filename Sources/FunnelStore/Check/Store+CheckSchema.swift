import SQLite
import SharedFunnel

/// The file has the tables, views and triggers that the migrations make. What others have added (an index,
/// a view of an analyst) is theirs, but for triggers: those change what the program writes.
extension Store {
  func schema() throws -> [CheckFinding] {
    let model = try Connection(path: ":memory:", access: .create)
    try Schema(connection: model, path: path).create(now: Timestamp(milliseconds: 0))
    let expected = try SchemaObject.all(model)
    let found = try SchemaObject.all(connection)
    var findings: [CheckFinding] = []
    for object in expected where !found.contains(object) {
      let isThere = found.contains { $0.type == object.type && $0.name == object.name }
      let message = isThere ? StoreMessages.objectDiffers : StoreMessages.objectMissing
      findings.append(CheckFinding("schema", message(["type": object.type, "name": object.name])))
    }
    let known = Set(expected.map(\.name))
    for object in found where object.type == "trigger" && !known.contains(object.name) {
      findings.append(CheckFinding("schema", StoreMessages.foreignTrigger(["name": object.name])))
    }
    return findings
  }
}

/// A table, view, index or trigger, with the SQL that made it.
private struct SchemaObject: Hashable {
  let type: String
  let name: String
  let sql: String

  static func all(_ connection: Connection) throws -> [SchemaObject] {
    try connection.query(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    ) { SchemaObject(type: try $0.string(0), name: try $0.string(1), sql: try $0.string(2)) }
  }
}
