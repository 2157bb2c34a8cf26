import SQLite
import Synchronization
import Testing

@Suite struct CommandTests {
  let folder: TemporaryFolder
  let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try folder.database()
  }

  @Test func `A script runs all its statements and names the one that fails`() throws {
    try connection.execute("CREATE TABLE a(x); -- a comment; with a semicolon\nCREATE TABLE b(y); -- the end")
    let error = sqliteError { try connection.execute("INSERT INTO a VALUES (1); INSERT INTO nowhere VALUES (2);") }
    #expect(error?.code == 1)
    #expect(error?.sql?.contains("nowhere") == true)
    #expect(error?.sql?.contains("INTO a") == false)
  }

  @Test(arguments: ["", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; nonsense", "SELECT 1\0; DROP TABLE item"])
  func `A command is exactly one statement`(sql: String) {
    #expect(sqliteError { try connection.run(sql) }?.code == 21)
  }

  @Test func `A comment may follow a command`() throws {
    try connection.run("INSERT INTO item VALUES ('a', 1); -- done")
    #expect(connection.changes == 1)
    #expect(connection.lastInsertRowID == 1)
  }

  @Test func `Values and parameters must be as many`() {
    #expect(sqliteError { try connection.run("INSERT INTO item VALUES (?, ?)", "a") }?.code == 25)
    #expect(sqliteError { try connection.run("INSERT INTO item VALUES (?, ?)", "a", 1, 2) }?.code == 25)
    #expect(sqliteError { try connection.execute("INSERT INTO item VALUES (?, 1)") }?.code == 25)
  }

  @Test func `No value is left for the next run`() throws {
    var insert = try connection.prepare("INSERT INTO item VALUES (?1, ?2)")
    try insert.bind(1, "a")
    try insert.bind(2, 5)
    try insert.run()
    try insert.bind(1, "b")
    try insert.run()
    #expect(try connection.query("SELECT size FROM item ORDER BY name") { row in try row.value(0) } == [5, nil])
  }

  @Test func `The same SQL may run within itself`() throws {
    for name in ["a", "b", "c"] { try connection.run("INSERT INTO item VALUES (?, 0)", .text(name)) }
    var pairs: [String] = []
    let sql = "SELECT name FROM item ORDER BY name"
    try connection.forEach(sql) { outer in
      let left = try outer.string(0)
      try connection.forEach(sql) { inner in pairs.append(left + (try inner.string(0))) }
    }
    #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
  }

  @Test func `An error in a row leaves the command ready, and the file free`() throws {
    struct Stop: Error {}
    for name in ["a", "b"] { try connection.run("INSERT INTO item VALUES (?, 0)", .text(name)) }
    #expect(throws: Stop.self) {
      try connection.forEach("SELECT name FROM item ORDER BY name") { _ in throw Stop() }
    }
    #expect(try connection.names() == ["a", "b"])
    // A statement still at a row would hold its state of the file, and the log could not be emptied.
    try connection.emptyLog()
  }

  @Test func `SQL that differs in the spelling of a letter is not the same SQL`() throws {
    let first = try connection.first("SELECT length('\u{e9}')") { row in try row.int(0) }
    let second = try connection.first("SELECT length('e\u{301}')") { row in try row.int(0) }
    #expect(first == 1)
    #expect(second == 2)
  }

  @Test func `More SQL than the cache holds still runs`() throws {
    try connection.forEach("SELECT 'outer'") { row in
      for number in 0..<600 {
        let answer = try connection.first("SELECT \(number)") { row in try row.int(0) }
        #expect(answer == number)
      }
      let outer = try row.string(0)
      #expect(outer == "outer")
    }
  }

  @Test func `A step loop sees each row once and starts again`() throws {
    for name in ["a", "b"] { try connection.run("INSERT INTO item VALUES (?, 0)", .text(name)) }
    var select = try connection.prepare("SELECT name FROM item WHERE name >= ? ORDER BY name")
    for _ in 0..<2 {
      try select.bind(1, "a")
      var seen: [String] = []
      while try select.step() { seen.append(try select.row.string(0)) }
      #expect(seen == ["a", "b"])
    }
    // Without a row there is nothing to read, and nothing to crash on.
    #expect(sqliteError { _ = try select.row.string(0) }?.isTypeMismatch == true)
  }

  @Test func `A statement outlives the name of its connection`() throws {
    var statement = try Connection(path: ":memory:", access: .create).prepare("SELECT 42")
    #expect(try statement.step())
    #expect(try statement.row.int(0) == 42)
  }

  @Test func `Fields are read where they lie`() throws {
    var insert = try connection.prepare("INSERT INTO item VALUES (?, ?)")
    let line = Array("anna,bruñja,\u{1F98A}".utf8)
    try insert.run([Field.text(0..<4), .integer(1)].span, in: line.span.bytes)
    try insert.run([Field.text(5..<12), .null].span, in: line.span.bytes)
    try insert.run([Field.text(0..<0), .null].span, in: line.span.bytes)
    #expect(try connection.names() == ["", "anna", "bruñja"])
    for fields: [Field] in [
      [.text(13..<15), .null], [.text(0..<400), .null], [.text(-1..<2), .null], [.text(0..<1)],
      [.text(0..<3), .real(.nan)],
    ] {
      #expect(sqliteError { try insert.run(fields.span, in: line.span.bytes) } != nil, "\(fields)")
    }
    #expect(try connection.count() == 3)
  }

  @Test func `Bytes bound to a statement`() throws {
    var select = try connection.prepare("SELECT ?1, ?2, ?3")
    let bytes: [UInt8] = Array("añ".utf8)
    try select.bind(1, text: bytes.span.bytes)
    try select.bind(2, blob: bytes.span.bytes)
    try select.bind(3, Value([UInt8]()))
    #expect(try select.step())
    #expect(try select.row.string(0) == "añ")
    #expect(try select.row.blob(1) == bytes)
    #expect(try select.row.blob(2) == [])
    let half = Array(bytes.prefix(2))
    #expect(sqliteError { try select.bind(1, text: half.span.bytes) }?.isTypeMismatch == true)
  }

  @Test func `No error tells a bound value`() throws {
    let secret = "geheim"
    try connection.execute("CREATE VIRTUAL TABLE note USING fts5(body)")
    try connection.run("INSERT INTO item VALUES (?, 1)", .text(secret))
    let failures: [(String, [Value])] = [
      ("INSERT INTO item VALUES (?, 1)", [.text(secret)]),
      ("INSERT INTO item VALUES (?, ?)", ["other", .text(secret)]),
      ("INSERT INTO item VALUES (?, ?)", [.text(secret + "2"), 1000]),
      ("INSERT INTO item VALUES (?, 1)", [.blob(Array(secret.utf8))]),
      ("SELECT * FROM note WHERE note MATCH ?", [.text("\"\(secret)")]),
      ("SELECT * FROM note WHERE note MATCH ?", [.text("\(secret):x")]),
      ("SELECT * FROM note WHERE note MATCH ?", [.text("\(secret) AND AND")]),
      ("SELECT json_extract('{}', ?)", [.text(secret)]),
      ("SELECT json(?)", [.text(secret)]),
      ("ATTACH ? AS x", [.text("/\(secret)/\(secret)")]),
    ]
    for (sql, values) in failures {
      let error = try #require(sqliteError { try connection.forEach(sql, values: values) { _ in } }, "\(sql)")
      #expect(!"\(error)".contains(secret), "\(error)")
      #expect(error.sql == sql)
    }
  }

  @Test func `A broken constraint is named`() throws {
    try connection.execute(
      """
      CREATE TABLE parent(id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE child(parent INTEGER REFERENCES parent(id)) STRICT;
      CREATE TRIGGER fixed BEFORE DELETE ON item BEGIN SELECT RAISE(ABORT, 'items stay'); END;
      INSERT INTO item VALUES ('a', 1);
      """)
    let cases: [(String, SQLiteError.Constraint)] = [
      ("INSERT INTO item VALUES ('a', 1)", .unique), ("INSERT INTO item VALUES ('b', 1000)", .check),
      ("INSERT INTO item VALUES (NULL, 1)", .notNull), ("INSERT INTO item VALUES ('c', 'x')", .dataType),
      ("INSERT INTO child VALUES (7)", .foreignKey), ("DELETE FROM item", .trigger),
    ]
    for (sql, constraint) in cases {
      #expect(sqliteError { try connection.run(sql) }?.constraint == constraint, "\(sql)")
    }
    #expect(sqliteError { try connection.run("DELETE FROM item") }?.message == "items stay")
  }

  @Test func `A long statement obeys the wish to stop`() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    let asked = Counter()
    connection.onProgress = { asked.next() > 3 }
    let error = sqliteError {
      try connection.transaction {
        try connection.run("INSERT INTO item VALUES ('half', 1)")
        try connection.run(endless)
      }
    }
    #expect(error?.isInterrupted == true)
    connection.onProgress = nil
    #expect(try connection.count() == 0)
    #expect(!connection.inTransaction)
  }
}

/// Counts calls, from any thread.
final class Counter: Sendable {
  private let value = Atomic(0)

  func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
