extension Grid {
  func document(schema: String, members: JSONObject) -> JSONValue {
    var members = members
    members.append("rows", .array(rows.map { .object(object($0)) }))
    if let total { members.append("total", .object(object(total))) }
    return .document(schema, members)
  }

  func object(_ row: [Cell]) -> JSONObject {
    var object = JSONObject()
    for (index, column) in columns.enumerated() where !column.kind.isPicture {
      object.append(column.key, cell(row, at: index).json)
    }
    return object
  }
}
