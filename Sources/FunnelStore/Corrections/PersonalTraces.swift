import SharedFunnel

/// What tells a person apart, to be looked for where people do not belong: in the words of the workspace, and in what is
/// known of others.
struct PersonalTraces {
  /// E-mail addresses, keys, and phone numbers of six digits or more, in lower case: the person's wherever they stand.
  private(set) var marks: Set<String> = []
  /// Names of two words or more, in lower case: the person's where they stand as whole words.
  private(set) var names: Set<String> = []
  /// Names of one word, and ids without their system, which can mean something else.
  private(set) var vague: Set<String> = []

  /// - Parameter values: names, e-mail addresses, phone numbers and keys.
  init(_ values: [(field: PersonalField?, value: String)]) {
    for (field, value) in values {
      let text = Personal.folded(email: value)
      switch field {
      case nil:
        marks.insert(text)
        let id = String(text.drop { $0 != ":" }.dropFirst())
        if id.contains("@") { marks.insert(id) } else if id.count > 3 { vague.insert(id) }
      case .email where text.contains("@"): marks.insert(text)
      case .phone where text.count(where: \.isWholeNumber) >= 6: marks.insert(text)
      case .name where text.contains(" "): names.insert(text)
      case .name, .email, .phone: if text.count > 3 { vague.insert(text) }
      case .company, .note: break
      }
    }
  }

  /// Whether a text tells the person.
  func areIn(_ text: String) -> Bool {
    let text = Personal.folded(email: text)
    return marks.contains { text.contains($0) } || names.contains { PersonalTraces.contains(text, word: $0) }
  }

  /// Whether a text may tell the person.
  func mayBeIn(_ text: String) -> Bool {
    let text = Personal.folded(email: text)
    return vague.contains { text.contains($0) }
  }

  private static func contains(_ text: String, word: String) -> Bool {
    text.ranges(of: word).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      return ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
    }
  }
}
