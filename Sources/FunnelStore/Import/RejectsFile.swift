import SharedFunnel

/// The records that an import cannot read, whole, with line number and reason: a CSV file `file, line, reason,
/// record`. It appears when the import is done, and not at all if the import fails.
final class RejectsFile {
  private let file: WholeFile

  init(path: String) throws {
    file = try WholeFile(path: path)
    try file.write(CSVLine.text(["file", "line", "reason", "record"]))
  }

  func add(_ reject: Reject, record: [UInt8]) throws {
    // A record that is no UTF-8 is shown with replacement marks; the line number leads to the original.
    let record = String(decoding: record, as: UTF8.self)
    try file.write(CSVLine.text([reject.file, String(reject.line), reject.reason, record]))
  }

  /// Called inside the import's transaction, so that a full disk keeps both from happening.
  func prepare() throws { try file.prepare() }

  /// Puts the file in place.
  func finish() throws { try file.finish() }
}
