import SQLite
import SharedFunnel

/// The dictionaries of the workspace: words by number, numbers by word. A kind is read when it is
/// first asked for.
final class Terms {
  private let connection: Connection
  private var ids: [TermKind: [String: UInt32]] = [:]
  private var texts: [TermKind: [String?]] = [:]

  /// No dictionary has a number beyond: tables by number stay within memory.
  private static let largest: UInt32 = 1 << 26

  init(_ connection: Connection) { self.connection = connection }

  /// Forgets what was read: after a roll-back the file may no longer hold it.
  func forget() {
    ids = [:]
    texts = [:]
  }

  private func load(_ kind: TermKind) throws {
    guard ids[kind] == nil else { return }
    var known: [String: UInt32] = [:]
    var words: [String?] = [""]
    try connection.forEach("SELECT id, text FROM term WHERE kind = ? ORDER BY id", .integer(Int64(kind.rawValue))) {
      row in
      let text = try row.string(1)
      let id = try row.integer(0, as: UInt32.self)
      guard id > 0, id <= Terms.largest else {
        throw StoreError.damaged(StoreMessages.noRecord(["what": "term \(id)"]))
      }
      known[text] = id
      // By its number, so that a word that is missing does not shift the ones behind it.
      while words.count < Int(id) { words.append(nil) }
      words.append(text)
    }
    ids[kind] = known
    texts[kind] = words
  }

  /// `nil` for a word that nobody used yet.
  func find(_ kind: TermKind, _ text: String) throws -> TermID? {
    try load(kind)
    return ids[kind]?[text].map(TermID.init(rawValue:))
  }

  /// The number of a word, new or known; the empty word is ``TermID/none``.
  func intern(_ kind: TermKind, _ text: String) throws -> TermID {
    guard !text.isEmpty else { return .none }
    if let known = try find(kind, text) { return known }
    let id = UInt32(texts[kind]?.count ?? 1)
    try connection.run(
      "INSERT INTO term (kind, id, text) VALUES (?, ?, ?)", .integer(Int64(kind.rawValue)), .integer(Int64(id)),
      .text(text))
    ids[kind]?[text] = id
    texts[kind]?.append(text)
    return TermID(rawValue: id)
  }

  /// Writes over a word that tells a person who is erased: the one change of a word that the file allows.
  func erase(_ kind: TermKind, _ id: TermID) throws {
    guard let old = try text(kind, id) else { return }
    var number = UInt64(id.rawValue)
    // Whoever typed such a word keeps it.
    while ids[kind]?["[erased \(number)]"] != nil { number += UInt64(UInt32.max) }
    let new = "[erased \(number)]"
    try connection.run(
      "UPDATE term SET text = ? WHERE kind = ? AND id = ?", .text(new), .integer(Int64(kind.rawValue)),
      .integer(Int64(id.rawValue)))
    ids[kind]?[old] = nil
    ids[kind]?[new] = id.rawValue
    texts[kind]?[Int(id.rawValue)] = new
  }

  func text(_ kind: TermKind, _ id: TermID) throws -> String? {
    guard id != .none else { return nil }
    try load(kind)
    let words = texts[kind] ?? []
    return Int(id.rawValue) < words.count ? words[Int(id.rawValue)] : nil
  }

  /// Every word of a kind by its number; place 0 is the empty word.
  func all(_ kind: TermKind) throws -> [String] {
    try load(kind)
    return (texts[kind] ?? [""]).map { $0 ?? "" }
  }
}
