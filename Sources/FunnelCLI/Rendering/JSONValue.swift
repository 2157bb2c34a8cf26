/// A JSON tree that keeps the order of its keys, so that the same result prints as the same bytes.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  /// Written as the shortest text that reads back as the same value. A value that is not finite is written as null.
  case double(Double)
  /// A number given as text, for values that a Double would round: written as it is if it follows the JSON grammar
  /// of numbers, else as a string, so that the document stays valid.
  case decimal(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// An amount in integer minor units with its ISO 4217 code: `{"minor": 12345, "currency": "EUR"}`.
  static func money(minor: Int64, currency: String) -> JSONValue {
    .object(["minor": .int(minor), "currency": .string(currency)])
  }

  /// A whole document. Its first member names its shape and version: `"schema": "funnel.<what>/1"`.
  static func document(_ what: String, _ members: JSONObject) -> JSONValue {
    var object: JSONObject = ["schema": .string("funnel.\(what)/1")]
    object.append(contentsOf: members)
    return .object(object)
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int64) { self = .int(value) }
  init(floatLiteral value: Double) { self = .double(value) }
  init(stringLiteral value: String) { self = .string(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object.append(key, value) }
    self = .object(object)
  }
}
