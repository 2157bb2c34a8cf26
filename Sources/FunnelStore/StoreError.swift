public import SQLite
public import SharedFunnel

/// Why the store did not do what it was asked. Refusals of the domain pass through.
public enum StoreError: Error {
  case refused(Refusal)
  /// The file is not there; 'funnel init' makes one.
  case noFile(path: String)
  case fileExists(path: String)
  /// An SQLite file of another program, or no SQLite file at all.
  case notAFunnelFile(path: String)
  /// Made by a newer version of this program.
  case newerFile(path: String, version: Int, migration: String, known: Int)
  /// Older than this program, and opened for reading only.
  case needsMigration(path: String, version: Int, known: Int)
  case busy(holder: String?, seconds: Double)
  case noSuchLead(String)
  case noSuchEvent(String)
  case noSuchMember(String, hint: String)
  /// No report was saved under that name.
  case noSuchView(String, known: [String])
  case noSuchReason(String, known: [String])
  case noSuchTerm(kind: String, text: String, known: [String])
  case keyTaken(key: String, lead: LeadID)
  /// Something in the file was not written by this program.
  case damaged(String)
  /// A model that compares channels cannot be computed for what was asked.
  case notComparable(AttributionError)
  /// A file that a person named cannot be read or written.
  case input(InputError)
  case sqlite(SQLiteError, path: String)
  case interrupted
}

/// What is wrong with a file that was to be read, and where.
public struct InputError: Error, Sendable, Equatable {
  public let file: String
  public let line: Int?
  public let reason: String

  public init(file: String, line: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}
