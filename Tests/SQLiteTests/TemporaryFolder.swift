import Foundation
import SQLite

/// A folder of one test, gone with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sqlite-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func setPermissions(_ permissions: Int, of name: String? = nil) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: name.map { file($0) } ?? path)
  }

  func permissions(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file(name))[.posixPermissions] as? Int
  }

  /// A new database with a table `item(name, size)`.
  func database(_ name: String = "test.db", settings: Connection.Settings = .standard) throws -> Connection {
    let connection = try Connection(path: file(name), access: .create, settings: settings)
    try connection.execute(
      "CREATE TABLE IF NOT EXISTS item(name TEXT NOT NULL UNIQUE, size INTEGER CHECK (size < 1000)) STRICT")
    return connection
  }
}

extension Connection {
  func names() throws -> [String] {
    try query("SELECT name FROM item ORDER BY name") { row in try row.string(0) }
  }

  func count() throws -> Int {
    try first("SELECT count(*) FROM item") { row in try row.int(0) } ?? -1
  }
}

/// The `SQLiteError` that `body` throws, or nil.
func sqliteError(_ body: () throws -> Void) -> SQLiteError? {
  do {
    try body()
    return nil
  } catch {
    return error as? SQLiteError
  }
}
