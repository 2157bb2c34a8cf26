import Foundation
import SQLite
import SharedFunnel

/// Keys and e-mail addresses of people who were erased, as hashes under a key: an import can tell them, and
/// nobody reads them out of the file.
///
/// Whoever has the file can still try out a guess, as with every list of this kind.
struct Suppression {
  private let known: [(key: EventID, hashes: [EventID: UInt32])]

  var isEmpty: Bool { known.isEmpty }

  init(_ connection: Connection) throws {
    var found: [EventID: [EventID: UInt32]] = [:]
    try connection.forEach("SELECT key, hash, lead FROM suppression") { row in
      guard let key = EventID(bytes: try row.blob(0)), let hash = EventID(bytes: try row.blob(1)) else {
        throw StoreError.damaged("suppression.hash")
      }
      found[key, default: [:]][hash] = try row.integer(2)
    }
    known = found.map { (key: $0.key, hashes: $0.value) }
  }

  /// Whether one of the names is that of a person who was erased.
  func contains(anyOf names: [String]) -> Bool {
    known.contains { key, hashes in names.contains { hashes[Suppression.hash($0, key)] != nil } }
  }

  /// E-mail addresses are compared without regard to case, keys as they are.
  static func hash(_ name: String, _ key: EventID) -> EventID {
    var hash = SipHash(key0: key.high, key1: key.low)
    hash.add(name.contains("@") ? Personal.folded(email: name) : Personal.normalized(name.trimmedOfBlanks))
    return hash.finish()
  }

  /// What the event of an erasure carries, so that a replay knows it and an export takes it along.
  struct Record: Codable {
    /// UUID form.
    var key: String
    var suppressed: [String]
  }

  static func json(_ names: [String], _ key: EventID) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let hashes = Set(names.map { hash($0, key) }).sorted().map(\.text)
    return String(decoding: try encoder.encode(Record(key: key.text, suppressed: hashes)), as: UTF8.self)
  }

  /// Whether it is what ``json(_:_:)`` writes.
  static func isValid(_ data: String) -> Bool {
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(data.utf8)) else { return false }
    return EventID(text: record.key) != nil && record.suppressed.allSatisfy { EventID(text: $0) != nil }
  }

  /// Puts what the event of an erasure carries into the table.
  static func keep(_ data: String?, lead: UInt32, _ connection: Connection) throws {
    guard let data, let record = try? JSONDecoder().decode(Record.self, from: Data(data.utf8)),
      let key = EventID(text: record.key)
    else { throw StoreError.damaged("event.data") }
    for text in record.suppressed {
      guard let hash = EventID(text: text) else { throw StoreError.damaged("event.data") }
      try connection.run(
        "INSERT INTO suppression (key, hash, lead) VALUES (?, ?, ?) ON CONFLICT (key, hash) DO NOTHING",
        .blob(key.bytes), .blob(hash.bytes), .integer(Int64(lead)))
    }
  }
}
