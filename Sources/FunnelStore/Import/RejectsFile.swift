/// The records that an import cannot read, whole, with line number and reason: a CSV file `file, line,
/// reason, record`. It appears when the import is done, and not at all if the import fails.
final class RejectsFile {
  private let file: OutputFile

  init(path: String) throws {
    file = try OutputFile(path: path, failure: ImportMessages.rejects)
    try file.append(record: ["file", "line", "reason", "record"])
  }

  func add(_ reject: Reject, record: [UInt8]) throws {
    // A record that is no UTF-8 is shown with replacement marks; the line number leads to the original.
    try file.append(record: [reject.file, String(reject.line), reject.reason, String(decoding: record, as: UTF8.self)])
  }

  func finish() throws { try file.finish() }
}
