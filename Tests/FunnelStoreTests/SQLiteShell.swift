import Foundation

/// The `sqlite3` program, as an analyst uses it.
enum SQLiteShell {
  static let path: String? = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/opt/homebrew/bin/sqlite3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  struct Outcome {
    let status: Int32
    let out: String
    let err: String
  }

  /// What the documents promise to analysts is not proved without it, so that a test fails and is not passed over.
  struct NotThere: Error, CustomStringConvertible {
    let description = "The sqlite3 shell is not on this machine. Install it: apt-get install sqlite3"
  }

  /// Runs SQL on a file whose schema the shell does not trust.
  static func run(_ sql: String, on file: String, arguments: [String] = []) throws -> Outcome {
    guard let path else { throw NotThere() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments + ["-bail", "-cmd", "PRAGMA trusted_schema = OFF", file]
    let (input, out, err) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = out
    process.standardError = err
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(sql.utf8))
    try input.fileHandleForWriting.close()
    // The shell says little on standard error, so that reading one after the other cannot block.
    let text = out.fileHandleForReading.readDataToEndOfFile()
    let complaint = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, out: String(decoding: text, as: UTF8.self),
      err: String(decoding: complaint, as: UTF8.self))
  }

  struct Failed: Error, CustomStringConvertible {
    let sql: String
    let complaint: String
    var description: String { "\(complaint)\n\(sql)" }
  }

  /// The rows of a query, each as its columns.
  static func rows(_ sql: String, on file: String) throws -> [ShellRow] {
    let outcome = try run(sql, on: file, arguments: ["-json"])
    guard outcome.status == 0 else { throw Failed(sql: sql, complaint: outcome.err) }
    guard !outcome.out.isEmpty else { return [] }
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [[String: Any]]
    return (parsed ?? []).map(ShellRow.init)
  }
}

/// A row as the shell prints it in JSON.
struct ShellRow {
  let values: [String: Any]

  init(_ values: [String: Any]) { self.values = values }

  /// `nil` for NULL, and for a column that is not there.
  func text(_ column: String) -> String? { values[column] as? String }
  func int(_ column: String) -> Int? { (values[column] as? NSNumber)?.intValue }
}
