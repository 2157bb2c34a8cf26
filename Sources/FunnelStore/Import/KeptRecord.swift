import SharedFunnel

/// A record that could not be read, as a file of rejects keeps it: enough to mend it and bring it in from there.
struct KeptRecord {
  /// Shown where a byte was no letter.
  private static let unreadable: Unicode.Scalar = "\u{FFFD}"

  /// The file that it came from first, and its line there.
  let file: String
  let line: Int
  /// As the file has it.
  let text: String
  /// See ``RecordHeader/text``.
  let header: String

  /// - Parameter bytes: what is no UTF-8 among them, and zero bytes, which no cell of a spreadsheet can have, are shown by
  ///   replacement marks.
  init(file: String, line: Int, bytes: [UInt8], header: String) {
    self.file = file
    self.line = line
    text = String(
      String.UnicodeScalarView(
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0 == "\0" ? KeptRecord.unreadable : $0 }))
    self.header = header
  }

  /// Reads the row of a file of rejects.
  init(_ row: borrowing CSVReader, _ columns: RejectColumns) {
    file = FormulaText.restored(row.string(columns.file))
    line = Int(row.string(columns.line).trimmedOfBlanks) ?? row.line
    text = FormulaText.restored(row.string(columns.record))
    header = FormulaText.restored(row.string(columns.header))
  }

  /// The record itself.
  ///
  /// - Parameter line: where the row stands that keeps it.
  /// - Throws: ``RecordProblem`` where it is no record yet, or none any more.
  func reader(_ header: RecordHeader, line: Int) throws -> CSVReader {
    guard !text.unicodeScalars.contains(KeptRecord.unreadable) else {
      throw RecordProblem(reason: ImportMessages.keptUnreadable())
    }
    let bytes = KeptRecord.withoutLineEnds(text)
    let limits = CSVLimits(
      delimiter: header.limits.delimiter, recordLength: header.limits.recordLength, chunkLength: bytes.count + 16)
    var reader = CSVReader(source: HeldByteSource(bytes), limits: limits, firstLine: line)
    let isThere: Bool
    do throws(CSVError) {
      isThere = try reader.next()
    } catch {
      throw RecordProblem(reason: error.message)
    }
    guard isThere else { throw RecordProblem(reason: ImportMessages.keptEmpty()) }
    guard reader.rawRecord.count == bytes.count else { throw RecordProblem(reason: ImportMessages.keptSeveral()) }
    return reader
  }

  /// A person who edits a cell may leave some at its ends.
  private static func withoutLineEnds(_ text: String) -> [UInt8] {
    func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let bytes = Array(text.utf8.drop(while: isLineEnd))
    return Array(bytes.prefix(bytes.lastIndex { !isLineEnd($0) }.map { $0 + 1 } ?? 0))
  }
}
