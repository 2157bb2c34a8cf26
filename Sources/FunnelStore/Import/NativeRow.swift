import Foundation
import SharedFunnel

/// A record of the export, by column.
struct NativeRow {
  private let values: [EventColumn: String]

  /// - Parameter isRaw: the file says that formulas in it were not defused.
  init(_ reader: borrowing CSVReader, _ columns: [EventColumn: Int], isRaw: Bool) {
    var values: [EventColumn: String] = [:]
    for (column, index) in columns {
      let text = reader.string(index)
      values[column] = isRaw || column.kind != .text ? text : FormulaText.restored(text)
    }
    self.values = values
  }

  subscript(column: EventColumn) -> String { values[column] ?? "" }

  func bad(_ column: EventColumn) -> RecordProblem {
    RecordProblem(reason: ImportMessages.badField(["value": self[column], "column": column.rawValue]))
  }

  func id(_ column: EventColumn) throws -> EventID {
    guard let id = EventID(text: self[column]) else { throw bad(column) }
    return id
  }

  func time(_ column: EventColumn) throws -> Timestamp {
    guard let time = Timestamp(iso8601: self[column]) else { throw bad(column) }
    return time
  }

  func departments(_ column: EventColumn) throws -> UInt16? {
    guard !self[column].isEmpty else { return nil }
    guard let set = DepartmentSet(key: self[column]) else { throw bad(column) }
    return set.rawValue
  }

  /// Before a key that another system has for the lead. No system's name begins so.
  static let otherKeyMark = "~ "

  /// The lead's own keys, and those that records of other systems name.
  var keys: [String] { lines.filter { !$0.hasPrefix(NativeRow.otherKeyMark) } }

  var otherKeys: [String] {
    lines.filter { $0.hasPrefix(NativeRow.otherKeyMark) }.map { String($0.dropFirst(NativeRow.otherKeyMark.count)) }
  }

  /// Keys stand on a line each.
  private var lines: [String] {
    self[.key].utf8.split(separator: UInt8(ascii: "\n")).map { String($0) ?? "" }
  }

  /// The columns that the event emptied, which an empty field of the export cannot say.
  func cleared() throws -> Set<String> {
    struct Cleared: Decodable { let clear: [String] }
    guard !self[.data].isEmpty else { return [] }
    guard let data = try? JSONDecoder().decode(Cleared.self, from: Data(self[.data].utf8)) else { throw bad(.data) }
    return Set(data.clear)
  }

  func personal() throws -> [(field: PersonalField, value: String)] {
    let cleared = try cleared()
    return EventColumn.personal.compactMap { field, column in
      self[column].isEmpty && !cleared.contains(column.rawValue) ? nil : (field, self[column])
    }
  }
}
