import Foundation
import SQLite
import SharedFunnel

/// What is known of a person, by the event that brought it.
public enum PersonalField: String, Sendable, CaseIterable {
  case name, email, phone, company, note
  /// What shows that an offered lead is ready, or that an answer was wrong.
  case evidence
  /// Why a lead was offered although it failed criteria.
  case override
}

/// The one table beside the journal: personal data, which can be erased.
struct Personal {
  let connection: Connection

  func set(_ field: PersonalField, _ value: String, of seq: Int64) throws {
    try connection.run(
      "INSERT INTO personal (seq, field, value) VALUES (?, ?, ?)", .integer(seq), .text(field.rawValue), .text(value))
  }

  func values(of seq: Int64) throws -> [PersonalField: String] {
    var values: [PersonalField: String] = [:]
    try connection.forEach("SELECT field, value FROM personal WHERE seq = ?", .integer(seq)) { row in
      if let field = PersonalField(rawValue: try row.string(0)) { values[field] = try row.string(1) }
    }
    return values
  }

  // MARK: Keys of other systems

  /// Keys are compared byte by byte, in the composed form of Unicode, so that two spellings of an é are
  /// one key.
  static func normalized(_ key: String) -> String {
    key.utf8.allSatisfy { $0 < 0x80 } ? key : key.precomposedStringWithCanonicalMapping
  }

  /// E-mail addresses are compared without regard to case in any script, to spaces around them, and to how an é is
  /// written. `lead.email_key` holds what is compared, since SQLite's own `lower` knows ASCII only.
  static func folded(email: String) -> String { normalized(email.trimmedOfBlanks.lowercased()) }

  /// A key is not empty, and has no control characters: the export puts each on a line.
  static func isValid(key: String) -> Bool {
    !key.isEmpty && !key.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// The lead that a system calls so.
  func lead(key: String) throws -> UInt32? { try lead(key, isOther: false) }

  /// The lead of which another system's record says that this one calls it so.
  func lead(otherKey key: String) throws -> UInt32? { try lead(key, isOther: true) }

  private func lead(_ key: String, isOther: Bool) throws -> UInt32? {
    try connection.first(
      "SELECT lead FROM lead_key WHERE key = ? AND is_other = ?", .text(Personal.normalized(key)),
      .integer(isOther ? 1 : 0)
    ) { UInt32(clamping: try $0.int64(0)) }
  }

  /// - Parameter isOther: the key is that of another system, of which the first to name it is kept.
  func addKey(_ key: String, lead: UInt32, seq: Int64, isOther: Bool = false) throws {
    try connection.run(
      """
      INSERT INTO lead_key (key, lead, seq, is_other) VALUES (?, ?, ?, ?)
      \(isOther ? "ON CONFLICT (key, is_other) DO NOTHING" : "")
      """, .text(Personal.normalized(key)), .integer(Int64(lead)), .integer(seq), .integer(isOther ? 1 : 0))
  }

  /// Whether an import brought the key.
  func isOfImport(key: String) throws -> Bool {
    try connection.first(
      """
      SELECT command.feed IS NOT NULL
      FROM lead_key
      JOIN event ON event.seq = lead_key.seq
      JOIN command ON command.number = event.command
      WHERE lead_key.key = ?
        AND is_other = 0
      """, .text(Personal.normalized(key))
    ) { try $0.int(0) == 1 } ?? false
  }

  func remove(of seq: Int64) throws {
    try connection.run("DELETE FROM personal WHERE seq = ?", .integer(seq))
  }

  func removeKeys(of lead: UInt32) throws {
    try connection.run("DELETE FROM lead_key WHERE lead = ?", .integer(Int64(lead)))
  }

  func removeKey(_ key: String) throws {
    try connection.run("DELETE FROM lead_key WHERE key = ? AND is_other = 0", .text(Personal.normalized(key)))
  }

  func keys(of lead: UInt32) throws -> [String] {
    try connection.query("SELECT DISTINCT key FROM lead_key WHERE lead = ? ORDER BY key", .integer(Int64(lead))) {
      try $0.string(0)
    }
  }
}
