import Foundation
import Testing

@testable import SQLite

/// A log that only grows would make every command slower than the one before.
struct LogTrimTests {
  @Test func aLogThatHasGrownIsEmptiedAndNothingOfItIsLost() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.db").path
    try Connection(path: path, access: .create).execute("CREATE TABLE t (x TEXT)")
    func logBytes() throws -> Int {
      try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
    }
    let text = String(repeating: "x", count: 100_000)
    for round in 0..<120 {
      // One commit a connection, as commands are.
      let connection = try Connection(path: path, access: .readWrite)
      try connection.transaction { try connection.run("INSERT INTO t VALUES (?)", .text(text)) }
      connection.trimLog()
      #expect(try logBytes() < 6 << 20, "round \(round)")
    }
    let reader = try Connection(path: path, access: .readOnly)
    #expect(try reader.first("SELECT count(*) FROM t") { try $0.int(0) } == 120)
    // A reader that still needs the log keeps it, and nobody waits.
    try reader.transaction(.deferred) {
      _ = try reader.first("SELECT count(*) FROM t") { try $0.int(0) }
      let writer = try Connection(path: path, access: .readWrite)
      for _ in 0..<60 { try writer.transaction { try writer.run("INSERT INTO t VALUES (?)", .text(text)) } }
      writer.trimLog()
      #expect(try reader.first("SELECT count(*) FROM t") { try $0.int(0) } == 120)
    }
    #expect(try reader.first("SELECT count(*) FROM t") { try $0.int(0) } == 180)
  }
}
