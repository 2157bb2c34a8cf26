import Foundation
import Glibc
import SQLite
import Testing

/// What the system forbids is told as such. Run by root, who may do everything, the bodies act with
/// another user's rights to files.
@Suite struct PermissionTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let connection = try folder.database()
    try connection.run("INSERT INTO item VALUES ('a', 1)")
    try connection.run("PRAGMA journal_mode = DELETE")
    for name in try folder.names where name != "test.db" { unlink(folder.file(name)) }
  }

  @Test func `A file that cannot be read`() throws {
    try folder.setPermissions(0o000, of: "test.db")
    let error = try asNobody { sqliteError { _ = try Connection(path: folder.file("test.db"), access: .readOnly) } }
    #expect(error?.isCantOpen == true)
    #expect(error?.message.contains("Permission denied") == true)
  }

  @Test func `A file that cannot be written is refused to a writer and open to a reader`() throws {
    try folder.setPermissions(0o444, of: "test.db")
    try asNobody {
      let error = sqliteError { _ = try Connection(path: folder.file("test.db"), access: .readWrite) }
      #expect(error?.isReadOnly == true)
      let names = try Connection(path: folder.file("test.db"), access: .readOnly).names()
      #expect(names == ["a"])
    }
    #expect(try folder.names == ["test.db"])
  }

  @Test func `A folder that cannot be written`() throws {
    try folder.setPermissions(0o555)
    try asNobody {
      let made = sqliteError { _ = try Connection(path: folder.file("new.db"), access: .create) }
      #expect(made?.extendedCode == 1544)
    }
    try folder.setPermissions(0o666, of: "test.db")
    try asNobody {
      // The file can be written, but nothing can be made beside it: neither a turn nor a journal.
      let connection = try Connection(path: folder.file("test.db"), access: .readWrite)
      let error = sqliteError { try connection.transaction {} }
      #expect(error?.extendedCode == 1544)
      #expect(error?.message.contains("test.db-writer") == true)
    }
    #expect(try folder.names == ["test.db"])
  }

  @Test func `A log in a folder that cannot be written is read if its files are there`() throws {
    do {
      let connection = try Connection(path: folder.file("test.db"), access: .readWrite)
      try connection.startLog()
      try connection.run("INSERT INTO item VALUES ('in the log', 1)")
    }
    for name in try folder.names { try folder.setPermissions(0o444, of: name) }
    try folder.setPermissions(0o555)
    try asNobody {
      let reader = try Connection(path: folder.file("test.db"), access: .readOnly)
      let names = try reader.names()
      #expect(names == ["a", "in the log"])
    }
    try folder.setPermissions(0o755)
    unlink(folder.file("test.db-shm"))
    unlink(folder.file("test.db-wal"))
    try folder.setPermissions(0o555)
    let error = try asNobody { sqliteError { _ = try Connection(path: folder.file("test.db"), access: .readOnly) } }
    #expect(error?.extendedCode == 1544)
  }

  @Test func `The side file of the writers has the permissions of the database`() throws {
    try folder.setPermissions(0o660, of: "test.db")
    let mask = umask(0o077)
    defer { umask(mask) }
    try Connection(path: folder.file("test.db"), access: .readWrite).transaction {}
    #expect(try folder.permissions(of: "test.db-writer") == 0o660)
  }

  /// Runs `body` on this thread with the rights of a user without any. `setfsuid` is the one call
  /// that changes a thread and not the process.
  private func asNobody<T>(_ body: () throws -> T) throws -> T {
    guard geteuid() == 0 else { return try body() }
    let symbol = try #require(dlsym(dlopen(nil, RTLD_NOW), "setfsuid"))
    let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> Int32).self)
    _ = setfsuid(65534)
    defer { _ = setfsuid(0) }
    return try body()
  }
}
