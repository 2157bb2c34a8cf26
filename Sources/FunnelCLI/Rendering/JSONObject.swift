/// The members of a JSON object in the order in which they were given.
struct JSONObject: Sendable, Equatable {
  struct Member: Sendable, Equatable {
    let key: String
    let value: JSONValue
  }

  private(set) var members: [Member] = []

  mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
  }

  mutating func append(contentsOf other: JSONObject) {
    members.append(contentsOf: other.members)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = elements.map { Member(key: $0.0, value: $0.1) }
  }
}
