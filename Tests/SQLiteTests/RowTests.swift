import SQLite
import Testing

/// A reader that quietly converts would turn a fault of the file into a wrong report.
@Suite struct RowTests {
  let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", access: .create)
  }

  private func refusal(_ sql: String, _ read: (borrowing Row) throws -> Void) -> SQLiteError? {
    sqliteError { try connection.forEach(sql, row: read) }
  }

  @Test(arguments: [
    ("1", "INTEGER"), ("1.0", "REAL"), ("'1'", "TEXT"), ("x'31'", "BLOB"), ("NULL", "NULL"),
  ])
  func `Each reader takes its own type and no other`(literal: String, type: String) throws {
    let sql = "SELECT \(literal) AS amount"
    let readers: [(String, (borrowing Row) throws -> Void)] = [
      ("INTEGER", { row in _ = try row.int64(0) }),
      ("INTEGER", { row in _ = try row.int(0) }),
      ("INTEGER", { row in _ = try row.bool(0) }),
      ("REAL", { row in _ = try row.double(0) }),
      ("TEXT", { row in _ = try row.string(0) }),
      ("BLOB", { row in _ = try row.blob(0) }),
    ]
    for (expected, read) in readers {
      let error = refusal(sql, read)
      if expected == type {
        #expect(error == nil)
      } else {
        #expect(error?.isTypeMismatch == true)
        #expect(error?.message == "column amount: expected \(expected), found \(type)")
        #expect(error?.sql == sql)
      }
    }
  }

  @Test func `NULL is nil only where it may be`() throws {
    let row = try connection.first("SELECT NULL, 5, 'x'") { row throws in
      #expect(try row.isNull(0))
      #expect(try row.optionalInt64(0) == nil)
      #expect(try row.optionalString(0) == nil)
      #expect(try row.optionalInt(1) == 5)
      return true
    }
    #expect(row == true)
    #expect(refusal("SELECT 'x'") { row in _ = try row.optionalInt64(0) }?.isTypeMismatch == true)
  }

  @Test func `A number that does not fit is refused, never cut`() throws {
    #expect(refusal("SELECT 256") { row in _ = try row.integer(0, as: UInt8.self) }?.isTypeMismatch == true)
    #expect(refusal("SELECT -1") { row in _ = try row.integer(0, as: UInt32.self) }?.isTypeMismatch == true)
    #expect(refusal("SELECT 2") { row in _ = try row.bool(0) }?.isTypeMismatch == true)
    #expect(try connection.first("SELECT 255") { row in try row.integer(0, as: UInt8.self) } == 255)
    #expect(try connection.first("SELECT -9223372036854775808") { row in try row.int64(0) } == .min)
  }

  @Test(arguments: ["x'ff'", "x'c080'", "x'eda080'", "x'61c3'", "x'f4908080'"])
  func `Text that is not UTF-8 is refused, never repaired`(bytes: String) {
    let error = refusal("SELECT CAST(\(bytes) AS TEXT) AS note") { row in _ = try row.string(0) }
    #expect(error?.isTypeMismatch == true)
    #expect(error?.message.contains("column note") == true)
  }

  @Test(arguments: ["", "a\0b", "\0", "نام", "🦊", "e\u{301}", String(repeating: "ab", count: 5000)])
  func `Text comes back byte for byte`(text: String) throws {
    let back = try connection.first("SELECT ?1, length(CAST(?1 AS BLOB))", .text(text)) { row in
      #expect(try row.int(1) == text.utf8.count)
      return try row.string(0)
    }
    #expect(back.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test func `An empty blob is not NULL`() throws {
    let values = try connection.query("SELECT ?1, ?2", .blob([]), nil) { row in
      try row.withBytes(0) { bytes in #expect(bytes.byteCount == 0) }
      return [try row.value(0), try row.value(1)]
    }
    #expect(values == [[.blob([]), .null]])
  }

  @Test func `Every value comes back as it was`() throws {
    let values: [Value] = [
      nil, 0, .integer(.max), .integer(.min), 1.5, .real(-.infinity), "", "text", .blob([]), .blob([0, 255]),
    ]
    for value in values {
      #expect(try connection.first("SELECT ?", value) { row in try row.value(0) } == value)
    }
  }

  @Test func `NaN is refused, as SQLite would make it NULL`() {
    #expect(sqliteError { try connection.run("SELECT ?", .real(.nan)) }?.isTypeMismatch == true)
  }

  @Test(arguments: [-1, 2, Int.max])
  func `A column that is not there is an error`(column: Int) {
    #expect(refusal("SELECT 1, NULL") { row in _ = try row.int(column) }?.code == 25)
    #expect(refusal("SELECT 1, NULL") { row in _ = try row.optionalInt(column) }?.code == 25)
    #expect(refusal("SELECT 1, NULL") { row in _ = try row.name(column) }?.code == 25)
  }

  @Test func `Names and bytes`() throws {
    try connection.forEach("SELECT 'añ' AS word, x'0102' AS code, 7") { row throws in
      #expect(row.count == 3)
      #expect(try row.name(1) == "code")
      #expect(try row.withBytes(0) { bytes in bytes.withUnsafeBytes { Array($0) } } == Array("añ".utf8))
      #expect(try row.withBytes(1) { bytes in bytes.unsafeLoad(fromByteOffset: 1, as: UInt8.self) } == 2)
      #expect(throws: SQLiteError.self) { try row.withBytes(2) { _ in } }
    }
  }
}
