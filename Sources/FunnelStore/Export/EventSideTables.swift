import SQLite

/// The personal data and keys that events brought, read along with the journal: a stretch of events at a time, so that
/// neither a query an event nor all of it in memory is needed.
struct EventSideTables {
  private static let stretch: Int64 = 4096

  private let connection: Connection
  private var read: Range<Int64> = 0..<0
  private var personal: [Int64: [PersonalField: String]] = [:]
  private var keys: [Int64: [String]] = [:]

  init(_ connection: Connection) { self.connection = connection }

  /// - Parameter seq: higher than in the call before.
  mutating func values(of seq: Int64) throws -> (personal: [PersonalField: String], keys: [String]) {
    if !read.contains(seq) { try load(from: seq) }
    return (personal[seq] ?? [:], keys[seq] ?? [])
  }

  private mutating func load(from seq: Int64) throws {
    read = seq..<(seq > .max - EventSideTables.stretch ? .max : seq + EventSideTables.stretch)
    (personal, keys) = ([:], [:])
    let range = [Value.integer(read.lowerBound), .integer(read.upperBound)]
    var found: [(seq: Int64, field: String, value: String)] = []
    try connection.forEach(
      "SELECT seq, field, value FROM personal WHERE seq >= ? AND seq < ?", values: range
    ) { found.append((try $0.int64(0), try $0.string(1), try $0.string(2))) }
    for row in found {
      if let field = PersonalField(rawValue: row.field) { personal[row.seq, default: [:]][field] = row.value }
    }
    keys = try connection.query(
      "SELECT seq, key, is_other FROM lead_key WHERE seq >= ? AND seq < ? ORDER BY seq, is_other, key", values: range
    ) { row in
      // Keys that another system has for the lead are marked.
      (try row.int64(0), (try row.int64(2) == 1 ? NativeRow.otherKeyMark : "") + (try row.string(1)))
    }.reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
  }
}
