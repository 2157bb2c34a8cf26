import SharedFunnel

/// A file that was given, with its header read.
final class InputFile {
  /// How much of the text is looked at to find out how it separates fields and lines.
  private static let glance = 1 << 16

  let path: String
  /// The names of the columns, without spaces around them.
  let header: [String]
  private var reader: CSVReader
  private let raw: FileByteSource
  private let text: TextByteSource
  private let limits: CSVLimits
  private let isGzip: Bool
  private let size: Int?
  /// Data records read so far, the rejected ones with them. Lines without any text are none.
  private(set) var recordsRead = 0
  /// How many of them stood whole in quotes.
  private(set) var unwrapped = 0

  /// - Parameter path: `-` is standard input.
  /// - Throws: ``InputError``.
  init(path: String, format: ImportFormat = ImportFormat()) throws(InputError) {
    self.path = path
    let isDeclared: Bool
    do throws(ByteSourceError) {
      raw = path == "-" ? FileByteSource.standardInput() : try FileByteSource(path: path)
      let bytes = try PeekedByteSource(raw, ahead: 3)
      isGzip = GzipByteSource.matches(bytes.head)
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
      header = try InputFile.header(&reader, limits)
    } catch {
      throw InputError(file: path, reason: InputFile.sentence(error, text))
    }
    if header.isEmpty { throw InputError(file: path, reason: ImportMessages.emptyFile()) }
  }

  /// The names of the first record; none if there is no record.
  private static func header(_ reader: inout CSVReader, _ limits: CSVLimits) throws(CSVError) -> [String] {
    guard try reader.next() else { return [] }
    var names = (0..<reader.fieldCount).map { reader.string($0).trimmedOfBlanks }
    if names.count == 1, let inner = CSVReader.unwrapping(reader, limits), inner.fieldCount > 1 {
      names = (0..<inner.fieldCount).map { inner.string($0).trimmedOfBlanks }
    }
    return names
  }

  /// How the file is written, as far as it was read.
  var format: ImportedFile {
    ImportedFile(path: path, encoding: text.encoding, delimiter: limits.delimiter, isGzip: isGzip)
  }

  /// How much of the file was read, 0...1; `nil` for a pipe.
  var fraction: Double? { size.map { $0 == 0 ? 1 : Double(raw.bytesRead) / Double($0) } }

  /// Hands every record to the body, with its line. A ``RecordProblem`` that the body throws goes to
  /// `onReject`, as does a record that is no CSV, for which the body is not called; what is wrong with
  /// the whole file is thrown.
  func forEachRecord(
    _ body: (borrowing CSVReader) throws -> Void, onReject: (_ reject: Reject, _ record: [UInt8]) throws -> Void
  ) throws {
    while true {
      do throws(CSVError) {
        guard try reader.next() else { return }
      } catch {
        let reason = InputFile.sentence(error, text)
        if error.isFinal { throw InputError(file: path, reason: reason) }
        recordsRead += 1
        try onReject(Reject(file: path, line: reader.line, reason: reason), reader.rawRecord)
        continue
      }
      if reader.isBlank { continue }
      recordsRead += 1
      do {
        try hand(body)
      } catch let problem as RecordProblem {
        try onReject(Reject(file: path, line: reader.line, reason: problem.reason), reader.rawRecord)
      }
    }
  }

  /// Hands the present record over, out of its quotes if it stands in them as a whole.
  private func hand(_ body: (borrowing CSVReader) throws -> Void) throws {
    if reader.fieldCount == 1, header.count > 1, let inner = CSVReader.unwrapping(reader, limits),
      inner.fieldCount == header.count
    {
      unwrapped += 1
      try body(inner)
      return
    }
    // A delimiter too many at the end brings nothing.
    let hasBlankRest =
      reader.fieldCount > header.count && (header.count..<reader.fieldCount).allSatisfy { reader.isBlank($0) }
    guard reader.fieldCount == header.count || hasBlankRest else {
      throw RecordProblem(
        reason: ImportMessages.ragged(["fields": String(reader.fieldCount), "columns": String(header.count)]))
    }
    try body(reader)
  }

  private static func sentence(_ error: CSVError, _ text: TextByteSource) -> String {
    guard case .invalidUTF8(let line) = error, text.encoding != .utf8 else { return error.message }
    return Message.csvUndecodable(["line": "\(line)", "encoding": text.encoding.name])
  }
}
