import SharedFunnel

/// A file that was given, with its header read.
final class InputFile {
  /// How much of the text is looked at to find out how it separates fields and lines.
  private static let glance = 1 << 16

  let path: String
  let header: RecordHeader
  private var reader: CSVReader
  private let raw: FileByteSource
  private let text: TextByteSource
  private let isGzip: Bool
  private let size: Int?
  /// Data records read so far, the rejected ones with them. Lines without any text are none.
  private(set) var recordsRead = 0
  /// How many of them stood whole in quotes.
  private(set) var unwrapped = 0
  /// The headers that stand in the rows of a file of rejects, by their text.
  private var keptHeaders: [String: RecordHeader] = [:]
  /// What the present row of a file of rejects keeps.
  private var kept: KeptRecord?

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - format: holds for what the records came from, so a file of rejects is looked at without it.
  /// - Throws: ``InputError``.
  init(path: String, format: ImportFormat = ImportFormat()) throws(InputError) {
    self.path = path
    let isDeclared: Bool
    let limits: CSVLimits
    do throws(ByteSourceError) {
      raw = path == "-" ? FileByteSource.standardInput() : try FileByteSource(path: path)
      let bytes = try PeekedByteSource(raw, ahead: 64)
      isGzip = GzipByteSource.matches(bytes.head)
      let format = RejectColumns.begin(bytes.head) ? ImportFormat() : format
      text = TextByteSource(isGzip ? try GzipByteSource(bytes) : bytes, encoding: format.encoding)
      let decoded = try PeekedByteSource(text, ahead: InputFile.glance)
      let dialect = CSVDialect(of: decoded.head, delimiter: format.delimiter)
      limits = CSVLimits(
        delimiter: dialect.delimiter, endsLinesInCarriageReturn: dialect.endsLinesInCarriageReturn)
      reader = CSVReader(source: decoded, limits: limits)
      size = path == "-" ? nil : fileSize(path)
      isDeclared = dialect.isDeclared
    } catch {
      throw InputError(file: path, reason: error.message)
    }
    do throws(CSVError) {
      if isDeclared { _ = try reader.next() }
      header = RecordHeader(try RecordHeader.names(&reader, limits), limits)
    } catch {
      // What ends the file says in its own sentence where it began.
      throw InputError(file: path, line: error.isFinal ? nil : error.line, reason: InputFile.sentence(error, text))
    }
    if header.names.isEmpty { throw InputError(file: path, reason: ImportMessages.emptyFile()) }
  }

  /// How the file is written, as far as it was read.
  var format: ImportedFile {
    ImportedFile(path: path, encoding: text.encoding, delimiter: header.limits.delimiter, isGzip: isGzip)
  }

  /// How much of the file was read, 0...1; `nil` for a pipe.
  var fraction: Double? { size.map { $0 == 0 ? 1 : Double(raw.bytesRead) / Double($0) } }

  /// The present record, for a file of rejects.
  var present: KeptRecord {
    kept ?? KeptRecord(file: path, line: reader.line, bytes: reader.rawRecord, header: header.text)
  }

  /// Hands every record to the body, with its line and its header. A ``RecordProblem`` that the body throws goes to
  /// `onReject`, as does a record that is no CSV, for which the body is not called; what is wrong with
  /// the whole file is thrown.
  func forEachRecord(
    _ body: (borrowing CSVReader, RecordHeader) throws -> Void,
    onReject: (_ reject: Reject, _ record: KeptRecord) throws -> Void
  ) throws {
    while true {
      kept = nil
      do throws(CSVError) {
        guard try reader.next() else { return }
      } catch {
        let reason = InputFile.sentence(error, text)
        if error.isFinal { throw InputError(file: path, reason: reason) }
        recordsRead += 1
        try onReject(Reject(file: path, line: reader.line, reason: reason), present)
        continue
      }
      if reader.isBlank { continue }
      recordsRead += 1
      do {
        try hand(reader, header, body)
      } catch let problem as RecordProblem {
        try onReject(Reject(file: path, line: reader.line, reason: problem.reason), present)
      }
    }
  }

  /// Hands a record over, out of its quotes if it stands in them as a whole.
  private func hand(
    _ record: borrowing CSVReader, _ header: RecordHeader, _ body: (borrowing CSVReader, RecordHeader) throws -> Void
  ) throws {
    let columns = header.names.count
    if record.fieldCount == 1, columns > 1, let inner = CSVReader.unwrapping(record, header.limits),
      inner.fieldCount == columns
    {
      unwrapped += 1
      return try handWhole(inner, header, body)
    }
    // A delimiter too many at the end brings nothing.
    let hasBlankRest = record.fieldCount > columns && (columns..<record.fieldCount).allSatisfy { record.isBlank($0) }
    guard record.fieldCount == columns || hasBlankRest else {
      throw RecordProblem(
        reason: ImportMessages.ragged(["fields": String(record.fieldCount), "columns": String(columns)]))
    }
    try handWhole(record, header, body)
  }

  /// Hands over a record of as many fields as its header has; out of the row that keeps it, if it was rejected before.
  private func handWhole(
    _ record: borrowing CSVReader, _ header: RecordHeader, _ body: (borrowing CSVReader, RecordHeader) throws -> Void
  ) throws {
    guard let columns = header.rejectColumns else { return try body(record, header) }
    let row = KeptRecord(record, columns)
    kept = row
    let header = try keptHeader(row)
    try hand(try row.reader(header, line: record.line), header, body)
  }

  private func keptHeader(_ row: KeptRecord) throws -> RecordHeader {
    if let known = keptHeaders[row.header] { return known }
    guard let header = try? RecordHeader(text: row.header), !header.names.isEmpty else {
      throw RecordProblem(reason: ImportMessages.keptNoHeader())
    }
    keptHeaders[row.header] = header
    return header
  }

  private static func sentence(_ error: CSVError, _ text: TextByteSource) -> String {
    guard case .invalidUTF8 = error, text.encoding != .utf8 else { return error.message }
    return Message.csvUndecodable(["encoding": text.encoding.name])
  }
}
