import CSQLite

extension Prepared {
  func requireParameters(_ count: Int) throws(SQLiteError) {
    let expected = Int(sqlite3_bind_parameter_count(handle))
    if expected != count {
      throw SQLiteError(SQLITE_RANGE, "\(expected) parameters, but \(count) values", sql: sql)
    }
  }

  func bind(_ values: [Value]) throws(SQLiteError) {
    try requireParameters(values.count)
    for index in values.indices {
      try bind(Int32(truncatingIfNeeded: index + 1), values[index])
    }
  }

  func bind(_ index: Int32, _ value: Value) throws(SQLiteError) {
    switch value {
    case .null: try check(sqlite3_bind_null(handle, index))
    case .integer(let value): try check(sqlite3_bind_int64(handle, index, value))
    case .real(let value): try bind(index, value)
    case .text(let value): try bind(index, value)
    case .blob(let value):
      try check(value.withUnsafeBytes { csqlite_bind_blob(handle, index, $0.baseAddress, UInt64($0.count)) })
    }
  }

  func bind(_ index: Int32, _ value: Double) throws(SQLiteError) {
    if value.isNaN {
      throw SQLiteError(SQLITE_MISMATCH, "parameter \(index) is NaN, which SQLite would store as NULL", sql: sql)
    }
    try check(sqlite3_bind_double(handle, index, value))
  }

  func bind(_ index: Int32, _ value: String) throws(SQLiteError) {
    var value = value
    try check(value.withUTF8 { csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count)) })
  }

  /// Binds without a copy: `bytes` must stay until the bindings are cleared.
  func bind(_ index: Int32, _ field: Field, in bytes: UnsafeRawBufferPointer) throws(SQLiteError) {
    switch field {
    case .null: try check(sqlite3_bind_null(handle, index))
    case .integer(let value): try check(sqlite3_bind_int64(handle, index, value))
    case .real(let value): try bind(index, value)
    case .text(let range):
      let text = try slice(range, of: bytes, for: index)
      try requireUTF8(text, for: index)
      try check(csqlite_bind_text_static(handle, index, text.baseAddress, UInt64(text.count)))
    case .blob(let range):
      let blob = try slice(range, of: bytes, for: index)
      try check(csqlite_bind_blob_static(handle, index, blob.baseAddress, UInt64(blob.count)))
    }
  }

  func requireUTF8(_ text: UnsafeRawBufferPointer, for index: Int32) throws(SQLiteError) {
    if !text.isUTF8 {
      throw SQLiteError(SQLITE_MISMATCH, "parameter \(index) is to be text and is not UTF-8", sql: sql)
    }
  }

  func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw error(code) }
  }

  private func slice(
    _ range: Range<Int>, of bytes: UnsafeRawBufferPointer, for index: Int32
  ) throws(SQLiteError) -> UnsafeRawBufferPointer {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else {
      throw SQLiteError(SQLITE_RANGE, "parameter \(index) lies outside of the \(bytes.count) bytes given", sql: sql)
    }
    return UnsafeRawBufferPointer(rebasing: bytes[range])
  }
}
