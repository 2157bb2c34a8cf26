import SharedFunnel

/// `source=email,segment=smb` as people type it.
///
/// A value that holds a comma stands in quotes, in which a quote is written twice; outside quotes a backslash makes
/// the next character mean itself. An empty value, or `null` without quotes, means that there is none.
struct KeyValueList {
  /// In the order typed, keys in lower case, each once.
  private(set) var pairs: [(key: String, value: String?)] = []

  init() {}

  init(_ text: String) throws(Failure) {
    var rest = text.unicodeScalars[...]
    repeat {
      let key = String(KeyValueList.key(&rest)).trimmed.lowercased()
      guard !key.isEmpty, rest.popFirst() == "=" else { throw .usage(Message.reportBadPairs(["text": text])) }
      try append(key, try KeyValueList.value(&rest, of: text))
    } while rest.popFirst() == ","
  }

  mutating func append(contentsOf other: KeyValueList) throws(Failure) {
    for (key, value) in other.pairs { try append(key, value) }
  }

  private mutating func append(_ key: String, _ value: String?) throws(Failure) {
    guard !pairs.contains(where: { $0.key == key }) else { throw .usage(Message.reportKeyTwice(["key": key])) }
    pairs.append((key, value))
  }

  /// Takes a pair out; `nil` where the key is not there, and a `nil` inside where it has no value.
  mutating func take(_ key: String) -> String?? {
    guard let index = pairs.firstIndex(where: { $0.key == key }) else { return nil }
    return .some(pairs.remove(at: index).value)
  }

  private static func key(_ rest: inout Substring.UnicodeScalarView) -> Substring {
    let key = rest.prefix { $0 != "=" && $0 != "," }
    rest = rest.dropFirst(key.count)
    return Substring(key)
  }

  /// Reads up to the comma or the end, and leaves that in place.
  private static func value(
    _ rest: inout Substring.UnicodeScalarView, of text: String
  ) throws(Failure) -> String? {
    rest = rest.drop { $0 == " " }
    if rest.first == "\"" {
      rest.removeFirst()
      return try quoted(&rest, of: text)
    }
    var value = String.UnicodeScalarView()
    var isLiteral = false
    while let scalar = rest.first, scalar != "," {
      rest.removeFirst()
      guard scalar == "\\", let next = rest.popFirst() else {
        value.append(scalar)
        continue
      }
      isLiteral = true
      value.append(next)
    }
    let word = String(value).trimmed
    return word.isEmpty || (word == "null" && !isLiteral) ? nil : word
  }

  private static func quoted(
    _ rest: inout Substring.UnicodeScalarView, of text: String
  ) throws(Failure) -> String {
    var value = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else {
          rest = rest.drop { $0 == " " }
          guard rest.first == nil || rest.first == "," else { throw .usage(Message.reportBadPairs(["text": text])) }
          return String(value)
        }
        rest.removeFirst()
      }
      value.append(scalar)
    }
    throw .usage(Message.reportUnclosedQuote(["text": text]))
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
