import SQLite
import Testing

/// Half a change in the file is the worst that this layer can do.
@Suite struct TransactionTests {
  struct Stop: Error {}

  let folder: TemporaryFolder
  let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try folder.database()
  }

  private func insert(_ name: String) throws {
    try connection.run("INSERT INTO item VALUES (?, 1)", .text(name))
  }

  @Test(arguments: [Connection.TransactionMode.deferred, .immediate])
  func `All or nothing`(mode: Connection.TransactionMode) throws {
    let result = try connection.transaction(mode) {
      #expect(connection.inTransaction)
      try insert("a")
      return 5
    }
    #expect(result == 5)
    #expect(throws: Stop.self) {
      try connection.transaction(mode) {
        try insert("b")
        throw Stop()
      }
    }
    #expect(try connection.names() == ["a"])
    #expect(!connection.inTransaction)
  }

  @Test func `An inner part fails alone`() throws {
    try connection.transaction {
      try insert("outer")
      #expect(throws: Stop.self) {
        try connection.transaction {
          try insert("inner")
          try connection.transaction { try insert("innermost") }
          throw Stop()
        }
      }
      try connection.transaction { try insert("second") }
    }
    #expect(try connection.names() == ["outer", "second"])
  }

  @Test func `An outer failure takes the inner parts with it`() throws {
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.transaction { try insert("inner") }
        throw Stop()
      }
    }
    #expect(try connection.count() == 0)
  }

  @Test func `A commit that is refused leaves nothing open`() throws {
    try connection.execute(
      """
      CREATE TABLE parent(id INTEGER PRIMARY KEY);
      CREATE TABLE child(parent REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED);
      """)
    let error = sqliteError { try connection.transaction { try connection.run("INSERT INTO child VALUES (7)") } }
    #expect(error?.constraint == .foreignKey)
    #expect(!connection.inTransaction)
    try connection.transaction { try insert("next") }
    #expect(try connection.names() == ["next"])
  }

  @Test func `A full disk undoes all of it, also if the body goes on`() throws {
    try connection.execute("CREATE TABLE big(bytes BLOB)")
    let pages = try #require(try connection.first("PRAGMA page_count") { row in try row.int(0) })
    try connection.execute("PRAGMA max_page_count = \(pages + 3)")
    let fill = { try self.connection.run("INSERT INTO big VALUES (zeroblob(100000))") }
    let error = sqliteError {
      try connection.transaction {
        try insert("a")
        try fill()
      }
    }
    #expect(error?.isFull == true)
    #expect(try connection.count() == 0)

    let later = sqliteError {
      try connection.transaction {
        try insert("b")
        #expect(throws: SQLiteError.self) { try connection.transaction { try fill() } }
        try? connection.run("ROLLBACK")
        // Alone, outside of the transaction that it was written for, this must not be kept.
        try insert("c")
      }
    }
    #expect(later?.extendedCode == 516)
    #expect(try connection.count() == 0)
    #expect(!connection.inTransaction)
  }

  @Test func `A statement of a loop is refused too once the transaction is gone`() throws {
    var insert = try connection.prepare("INSERT INTO item VALUES (?, 1)")
    let error = sqliteError {
      try connection.transaction {
        try connection.run("ROLLBACK")
        try insert.run("lost")
      }
    }
    #expect(error?.extendedCode == 516)
    #expect(try connection.count() == 0)
  }

  @Test func `A reader sees one state while a writer goes on`() throws {
    try insert("a")
    let reader = try Connection(path: folder.file("test.db"), access: .readOnly)
    try reader.transaction(.deferred) {
      #expect(try reader.count() == 1)
      try insert("b")
      #expect(try reader.count() == 1)
    }
    #expect(try reader.count() == 2)
    #expect(sqliteError { try reader.run("DELETE FROM item") }?.isReadOnly == true)
  }
}
