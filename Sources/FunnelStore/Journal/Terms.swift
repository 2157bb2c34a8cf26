import SQLite
import SharedFunnel

/// The dictionaries of the workspace: words by number, numbers by word. A kind is read when it is
/// first asked for.
final class Terms {
  private let connection: Connection
  private var ids: [TermKind: [String: UInt32]] = [:]
  private var texts: [TermKind: [String]] = [:]

  init(_ connection: Connection) { self.connection = connection }

  /// Forgets what was read: after a roll-back the file may no longer hold it.
  func forget() {
    ids = [:]
    texts = [:]
  }

  private func load(_ kind: TermKind) throws {
    guard ids[kind] == nil else { return }
    var known: [String: UInt32] = [:]
    var words = [""]
    try connection.forEach("SELECT id, text FROM term WHERE kind = ? ORDER BY id", .integer(Int64(kind.rawValue))) {
      row in
      let text = try row.string(1)
      known[text] = UInt32(clamping: try row.int64(0))
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

  func text(_ kind: TermKind, _ id: TermID) throws -> String? {
    guard id != .none else { return nil }
    try load(kind)
    let words = texts[kind] ?? []
    return Int(id.rawValue) < words.count ? words[Int(id.rawValue)] : nil
  }

  /// Every word of a kind by its number; place 0 is the empty word.
  func all(_ kind: TermKind) throws -> [String] {
    try load(kind)
    return texts[kind] ?? [""]
  }
}
