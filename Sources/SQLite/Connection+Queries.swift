extension Connection {
  /// All rows as values. A value a parameter.
  ///
  /// - Throws: an `SQLiteError`, or what `row` throws. The statement is reset in any case.
  @inlinable
  public func query<T>(_ sql: String, _ values: Value..., row: (borrowing Row) throws -> T) throws -> [T] {
    try query(sql, values: values, row: row)
  }

  @inlinable
  public func query<T>(_ sql: String, values: [Value], row: (borrowing Row) throws -> T) throws -> [T] {
    var result: [T] = []
    try whileRows(sql, values) {
      result.append(try row($0))
      return true
    }
    return result
  }

  /// The first row as a value, or nil if there is none. Further rows are not computed.
  @inlinable
  public func first<T>(_ sql: String, _ values: Value..., row: (borrowing Row) throws -> T) throws -> T? {
    try first(sql, values: values, row: row)
  }

  @inlinable
  public func first<T>(_ sql: String, values: [Value], row: (borrowing Row) throws -> T) throws -> T? {
    var result: T?
    try whileRows(sql, values) {
      result = try row($0)
      return false
    }
    return result
  }

  /// Lends each row in turn. Other statements may run meanwhile, also the same SQL.
  @inlinable
  public func forEach(_ sql: String, _ values: Value..., row: (borrowing Row) throws -> Void) throws {
    try forEach(sql, values: values, row: row)
  }

  @inlinable
  public func forEach(_ sql: String, values: [Value], row: (borrowing Row) throws -> Void) throws {
    try whileRows(sql, values) {
      try row($0)
      return true
    }
  }

  /// Lends each row in turn until `body` says false.
  @usableFromInline
  func whileRows(_ sql: String, _ values: [Value], _ body: (borrowing Row) throws -> Bool) throws {
    let statement = try cache.take(sql, in: database)
    defer { statement.giveBack() }
    let prepared = statement.prepared
    try requireLiveTransaction(prepared)
    try prepared.bind(values)
    let row = Row(statement: prepared)
    while try prepared.step() {
      guard try body(row) else { return }
    }
  }
}
