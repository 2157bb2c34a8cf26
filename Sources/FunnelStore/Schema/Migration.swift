/// A numbered step of the schema, its SQL embedded from the folder `migrations`.
struct Migration: Sendable {
  let version: Int
  let name: String
  let sql: String

  /// Every step in order; a test compares it with the folder.
  static let all: [Migration] = [
    Migration(version: 1, name: "0001_journal", PackageResources._001_journal_sql),
    Migration(version: 2, name: "0002_projection", PackageResources._002_projection_sql),
    Migration(version: 3, name: "0003_views", PackageResources._003_views_sql),
  ]

  static var latest: Int { all.count }

  private init(version: Int, name: String, _ bytes: [UInt8]) {
    self.version = version
    self.name = name
    sql = String(decoding: bytes, as: UTF8.self)
  }
}

/// A migration and when it was applied.
public struct MigrationStatus: Sendable, Equatable {
  public let version: Int
  public let name: String
  /// Milliseconds UTC; `nil`: not yet.
  public let applied: Int64?
}
