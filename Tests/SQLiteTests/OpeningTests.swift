import Foundation
import Glibc
import SQLite
import Testing

/// A wrong path must be refused with its reason, and must leave no trace beside it.
@Suite struct OpeningTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [Connection.Access.readOnly, .readWrite])
  func `A file that is not there is not made`(access: Connection.Access) throws {
    let error = sqliteError { _ = try Connection(path: folder.file("absent.db"), access: access) }
    #expect(error?.isCantOpen == true)
    #expect(error?.message.contains("No such file") == true)
    #expect(try folder.names == [])
  }

  @Test(arguments: [Connection.Access.readOnly, .readWrite, .create])
  func `A folder is named as one`(access: Connection.Access) throws {
    let error = sqliteError { _ = try Connection(path: folder.path, access: access) }
    #expect(error?.extendedCode == 526)
    #expect(try folder.names == [])
  }

  @Test(arguments: [Connection.Access.readOnly, .readWrite, .create], [1, 1000])
  func `A file of another kind is refused and left alone`(access: Connection.Access, lines: Int) throws {
    let text = String(repeating: "Anna,lead\n", count: lines)
    try folder.write(text, to: "leads.csv")
    let error = sqliteError { _ = try Connection(path: folder.file("leads.csv"), access: access) }
    #expect(error?.isNotADatabase == true)
    #expect(try folder.names == ["leads.csv"])
    #expect(try String(contentsOfFile: folder.file("leads.csv"), encoding: .utf8) == text)
  }

  @Test func `A pipe does not hang the program`() throws {
    #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(sqliteError { _ = try Connection(path: folder.file("pipe"), access: .readOnly) }?.isCantOpen == true)
  }

  @Test(arguments: ["", "a\0b"])
  func `A path that SQLite would read as another is refused`(path: String) {
    #expect(sqliteError { _ = try Connection(path: path, access: .create) }?.isCantOpen == true)
  }

  @Test func `A name that looks like a URI is a name`() throws {
    let name = "file:x?mode=memory"
    let connection = try Connection(path: folder.file(name), access: .create)
    try connection.execute("CREATE TABLE t(a)")
    #expect(try folder.names.contains(name))
  }

  @Test func `The settings hold on the connection`() throws {
    var settings = Connection.Settings()
    settings.synchronous = .normal
    settings.secureDelete = true
    settings.cacheKiB = 1234
    let connection = try folder.database(settings: settings)
    let pragmas: [(String, Value)] = [
      ("journal_mode", "wal"), ("synchronous", 1), ("secure_delete", 1), ("cache_size", -1234), ("foreign_keys", 1),
      ("trusted_schema", 0), ("temp_store", 2), ("busy_timeout", 5000),
    ]
    for (name, expected) in pragmas {
      #expect(try connection.first("PRAGMA \(name)") { row in try row.value(0) } == expected, "\(name)")
    }
    // Defensive: not even a program that wants to can write the schema table.
    #expect(throws: SQLiteError.self) {
      try connection.execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'")
    }
    // A word in double quotes is a name.
    #expect(throws: SQLiteError.self) { try connection.run("SELECT \"no such name\"") }
  }

  @Test func `A close keeps the log and does not write the file`() throws {
    do {
      let connection = try folder.database()
      try connection.run("INSERT INTO item VALUES ('a', 1)")
    }
    #expect(try folder.names == ["test.db", "test.db-shm", "test.db-wal", "test.db-writer"])
    let again = try Connection(path: folder.file("test.db"), access: .readOnly)
    #expect(try again.names() == ["a"])
  }

  @Test func `A file of another tool keeps its journal mode until told`() throws {
    do {
      let connection = try folder.database()
      try connection.run("PRAGMA journal_mode = DELETE")
    }
    let mode = { (connection: Connection) in
      try connection.first("PRAGMA journal_mode") { row in try row.string(0) }
    }
    let connection = try Connection(path: folder.file("test.db"), access: .create)
    #expect(try mode(connection) == "delete")
    #expect(sqliteError { try connection.transaction { try connection.startLog() } }?.code == 21)
    try connection.startLog()
    #expect(try mode(connection) == "wal")
  }

  @Test func `Emptying the log leaves nothing in it`() throws {
    let connection = try folder.database()
    try connection.run("INSERT INTO item VALUES ('a', 1)")
    let size = { try FileManager.default.attributesOfItem(atPath: folder.file("test.db-wal"))[.size] as? Int }
    #expect(try size() != 0)
    try connection.emptyLog()
    #expect(try size() == 0)
    #expect(try connection.names() == ["a"])
  }

  @Test func `Many connections may make the same file at once`() throws {
    // The contest is in an instant of each file's life, so one file would rarely show it.
    let errors = Collected()
    for number in 0..<20 {
      inThreads(8) { _ in
        do { _ = try folder.database("\(number).db") } catch { errors.add("\(error)") }
      }
    }
    #expect(errors.all == [])
  }
}
