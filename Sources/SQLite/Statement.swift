import CSQLite

/// One statement, compiled once, for a loop. It is owned by one place and keeps its connection
/// alive. Parameters count from 1, as in `?1`; columns of the row from 0.
public struct Statement: ~Copyable {
  private let connection: Connection
  private let prepared: Prepared
  /// Between a step that gave a row and the reset.
  private var isRunning = false

  init(_ sql: String, on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    prepared = try Prepared(sql, in: connection.database, isLasting: true)
  }

  deinit {
    sqlite3_finalize(prepared.handle)
  }

  public mutating func bind(_ index: Int, _ value: Int64) throws(SQLiteError) {
    try prepared.check(sqlite3_bind_int64(prepared.handle, Int32(clamping: index), value))
  }

  public mutating func bind(_ index: Int, _ value: Int) throws(SQLiteError) {
    try bind(index, Int64(value))
  }

  public mutating func bind(_ index: Int, _ value: Double) throws(SQLiteError) {
    try prepared.bind(Int32(clamping: index), value)
  }

  public mutating func bind(_ index: Int, _ value: String) throws(SQLiteError) {
    try prepared.bind(Int32(clamping: index), value)
  }

  /// Any value; `nil` is NULL.
  public mutating func bind(_ index: Int, _ value: Value) throws(SQLiteError) {
    try prepared.bind(Int32(clamping: index), value)
  }

  /// A copy of the bytes, as BLOB.
  public mutating func bind(_ index: Int, blob: RawSpan) throws(SQLiteError) {
    try prepared.check(
      blob.withUnsafeBytes {
        csqlite_bind_blob(prepared.handle, Int32(clamping: index), $0.baseAddress, UInt64($0.count))
      })
  }

  /// A copy of the bytes, as TEXT; they must be UTF-8.
  public mutating func bind(_ index: Int, text: RawSpan) throws(SQLiteError) {
    let index = Int32(clamping: index)
    try text.withUnsafeBytes { bytes throws(SQLiteError) in
      try prepared.requireUTF8(bytes, for: index)
      try prepared.check(csqlite_bind_text(prepared.handle, index, bytes.baseAddress, UInt64(bytes.count)))
    }
  }

  /// Runs to the end with what is bound; rows are passed over. Whatever happens, the statement is
  /// reset afterwards and its values are gone.
  public mutating func run() throws(SQLiteError) {
    defer { reset() }
    try connection.requireLiveTransaction(prepared)
    try prepared.finish()
  }

  public mutating func run(_ values: Value...) throws(SQLiteError) {
    defer { reset() }
    try connection.requireLiveTransaction(prepared)
    try prepared.bind(values)
    try prepared.finish()
  }

  /// Binds, runs to the end, resets and clears in one call; text and blobs are read from `bytes`
  /// where they lie. One field a parameter.
  public mutating func run(_ fields: Span<Field>, in bytes: RawSpan) throws(SQLiteError) {
    // No pointer to the bytes may be left in the statement when they go.
    defer { reset() }
    try connection.requireLiveTransaction(prepared)
    try prepared.requireParameters(fields.count)
    try fields.withUnsafeBufferPointer { fields throws(SQLiteError) in
      try bytes.withUnsafeBytes { bytes throws(SQLiteError) in
        for index in fields.indices {
          try prepared.bind(Int32(truncatingIfNeeded: index &+ 1), fields[index], in: bytes)
        }
        try prepared.finish()
      }
    }
  }

  /// Whether there is another row. After the last one, and after an error, the statement is reset.
  public mutating func step() throws(SQLiteError) -> Bool {
    do {
      if !isRunning { try connection.requireLiveTransaction(prepared) }
      isRunning = try prepared.step()
    } catch {
      reset()
      throw error
    }
    if !isRunning { reset() }
    return isRunning
  }

  /// The row of the last step; if that gave none, each reader refuses its column as NULL.
  public var row: Row {
    _read {
      let row = Row(statement: prepared)
      yield row
    }
  }

  /// Ready to bind and run again; the values are gone.
  public mutating func reset() {
    prepared.reset()
    isRunning = false
  }
}
