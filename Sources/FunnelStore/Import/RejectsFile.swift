import SharedFunnel

/// The records that an import cannot read, whole, with line number and reason: a CSV file `file, line, reason, record,
/// header`. It appears when the import is done, and not at all if the import fails.
///
/// Every row has the header of its record, so that it can be mended where it stands, sorted, cut out and sent to somebody,
/// and be imported from here.
final class RejectsFile {
  private let file: WholeFile

  init(path: String) throws {
    file = try WholeFile(path: path)
    try file.write(CSVLine.text(RejectColumns.names))
  }

  /// - Parameter reason: what is wrong with the record.
  func add(_ record: KeptRecord, reason: String) throws {
    try file.write(CSVLine.text([record.file, String(record.line), reason, record.text, record.header]))
  }

  /// Called inside the import's transaction, so that a full disk keeps both from happening.
  func prepare() throws { try file.prepare() }

  /// Puts the file in place.
  func finish() throws { try file.finish() }
}
