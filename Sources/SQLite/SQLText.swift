import Glibc

/// SQL compared by its bytes. `String` takes two spellings of é for equal, which are two different
/// literals to SQLite.
struct SQLText: Hashable {
  private let sql: String

  init(_ sql: String) {
    var sql = sql
    sql.makeContiguousUTF8()
    self.sql = sql
  }

  static func == (left: SQLText, right: SQLText) -> Bool {
    left.withBytes { left in
      right.withBytes { right in
        guard left.count == right.count, let a = left.baseAddress, let b = right.baseAddress else {
          return left.isEmpty && right.isEmpty
        }
        return memcmp(a, b, left.count) == 0
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: $0) }
  }

  private func withBytes<T>(_ body: (UnsafeRawBufferPointer) -> T) -> T {
    var sql = sql
    return sql.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
