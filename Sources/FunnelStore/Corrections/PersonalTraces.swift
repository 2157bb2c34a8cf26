import SharedFunnel

/// What tells a person apart, to be looked for where people do not belong: in the words of the workspace, and in what is
/// known of others.
struct PersonalTraces {
  /// How far a text tells the person.
  enum Finding {
    /// It holds an e-mail address, a phone number of six digits or more, or a key of theirs.
    case mark
    /// It holds their name, of two words or more.
    case name
    /// It holds something that can mean something else: a name of one word, an id without its system, a part of a word.
    case vague
  }

  private var marks: Set<[UInt8]> = []
  private var names: Set<[UInt8]> = []
  private var vague: Set<[UInt8]> = []

  /// - Parameter values: names, e-mail addresses, phone numbers, and keys, which have no field.
  init(_ values: [(field: PersonalField?, value: String)]) {
    for (field, value) in values {
      let text = PersonalTraces.folded(value)
      switch field {
      case nil: addKey(text)
      case .email where PersonalTraces.isAddress(text): marks.insert(text)
      case .phone where text.count(where: { (0x30...0x39).contains($0) }) >= 6: marks.insert(text)
      case .name where text.contains(UInt8(ascii: " ")): names.insert(text)
      case .name, .email, .phone: if text.count > 3 { vague.insert(text) }
      case .company, .note, .evidence, .override: break
      }
    }
  }

  private mutating func addKey(_ key: [UInt8]) {
    guard let colon = key.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < key.count else {
      if key.count > 3 { vague.insert(key) }
      return
    }
    marks.insert(key)
    let id = Array(key[(colon + 1)...])
    if PersonalTraces.isAddress(id) { marks.insert(id) } else if id.count > 3 { vague.insert(id) }
  }

  func finding(in text: String) -> Finding? {
    let text = PersonalTraces.folded(text)
    if marks.contains(where: { PersonalTraces.holds(text, $0) }) { return .mark }
    if names.contains(where: { PersonalTraces.holds(text, $0) }) { return .name }
    let all = [marks, names, vague]
    return all.contains { $0.contains { PersonalTraces.place(of: $0, in: text, from: 0) != nil } } ? .vague : nil
  }

  /// As addresses are compared: without regard to case.
  private static func folded(_ text: String) -> [UInt8] { Array(Personal.folded(email: text).utf8) }

  private static func isAddress(_ text: [UInt8]) -> Bool {
    guard let sign = text.firstIndex(of: UInt8(ascii: "@")) else { return false }
    return sign > 0 && text.count - sign > 3
  }

  /// Whether a value stands in a text for itself, and not as a part of a longer name, number or address.
  private static func holds(_ text: [UInt8], _ value: [UInt8]) -> Bool {
    var from = 0
    while let place = place(of: value, in: text, from: from) {
      let before = String(decoding: text[..<place].suffix(4), as: UTF8.self).unicodeScalars.last
      var after = String(decoding: text[(place + value.count)...].prefix(8), as: UTF8.self).unicodeScalars[...]
      // A full stop ends a sentence, unless the name of a host goes on behind it.
      if after.first == "." { after.removeFirst() }
      if !goesOn(before, with: "._%+-"), !goesOn(after.first, with: "_-") { return true }
      from = place + 1
    }
    return false
  }

  private static func goesOn(_ scalar: Unicode.Scalar?, with signs: String) -> Bool {
    guard let scalar else { return false }
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil || signs.unicodeScalars.contains(scalar)
  }

  private static func place(of value: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = value.first, text.count - value.count >= start else { return nil }
    for place in start...text.count - value.count
    where text[place] == first && text[place..<place + value.count].elementsEqual(value) {
      return place
    }
    return nil
  }
}
