/// The readers for a column that may be NULL. Another type than the asked is an error here too.
extension Row {
  public func optionalInt64(_ column: Int) throws(SQLiteError) -> Int64? {
    try isNull(column) ? nil : try int64(column)
  }

  public func optionalInt(_ column: Int) throws(SQLiteError) -> Int? {
    try isNull(column) ? nil : try int(column)
  }

  public func optionalBool(_ column: Int) throws(SQLiteError) -> Bool? {
    try isNull(column) ? nil : try bool(column)
  }

  public func optionalDouble(_ column: Int) throws(SQLiteError) -> Double? {
    try isNull(column) ? nil : try double(column)
  }

  public func optionalString(_ column: Int) throws(SQLiteError) -> String? {
    try isNull(column) ? nil : try string(column)
  }

  public func optionalBlob(_ column: Int) throws(SQLiteError) -> [UInt8]? {
    try isNull(column) ? nil : try blob(column)
  }
}
