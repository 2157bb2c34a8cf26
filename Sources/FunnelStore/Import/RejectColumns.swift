/// The columns of a file of rejects, and where they stand in a header. A person may have moved them and added others.
struct RejectColumns {
  static let names = ["file", "line", "reason", "record", "header"]

  let file: Int
  let line: Int
  let record: Int
  let header: Int

  /// Nil for the header of any other file.
  init?(_ header: [String]) {
    let places = RejectColumns.names.compactMap(header.firstIndex)
    guard places.count == RejectColumns.names.count else { return nil }
    (file, line, record, self.header) = (places[0], places[1], places[3], places[4])
  }

  /// Whether a file begins with the header of a file of rejects, whatever now separates it: a spreadsheet may have saved it.
  static func begin(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self).filter { $0 != "\"" && $0 != "\u{FEFF}" }
    return [",", ";", "\t"].contains { text.hasPrefix(names.joined(separator: $0)) }
  }
}
