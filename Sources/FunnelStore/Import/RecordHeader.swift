/// The columns that a record stands under, and how its line separates fields.
///
/// A class, since a million records share it.
final class RecordHeader {
  /// Without spaces around them.
  let names: [String]
  let limits: CSVLimits
  /// Where a file of rejects keeps what it keeps; nil for any other file.
  let rejectColumns: RejectColumns?

  init(_ names: [String], _ limits: CSVLimits) {
    self.names = names
    self.limits = limits
    rejectColumns = RejectColumns(names)
  }

  /// The header that ``text`` was made from.
  convenience init(text: String) throws(CSVError) {
    let bytes = Array(text.utf8)
    let dialect = CSVDialect(of: bytes)
    let limits = CSVLimits(delimiter: dialect.delimiter, chunkLength: bytes.count + 16)
    var reader = CSVReader(source: HeldByteSource(bytes), limits: limits)
    if dialect.isDeclared { _ = try reader.next() }
    self.init(try RecordHeader.names(&reader, limits), limits)
  }

  /// The names of the next record; none if there is no record.
  static func names(_ reader: inout CSVReader, _ limits: CSVLimits) throws(CSVError) -> [String] {
    guard try reader.next() else { return [] }
    var names = (0..<reader.fieldCount).map { reader.string($0).trimmedOfBlanks }
    if names.count == 1, let inner = CSVReader.unwrapping(reader, limits), inner.fieldCount > 1 {
      names = (0..<inner.fieldCount).map { inner.string($0).trimmedOfBlanks }
    }
    return names
  }

  /// The header as a line of its file, from which the delimiter is told too: where the names alone do not show it, a line
  /// `sep=;` stands before them.
  private(set) lazy var text: String = {
    var line: [UInt8] = []
    CSVWriting.append(record: names, to: &line, delimiter: limits.delimiter)
    line.removeLast(2)
    let dialect = CSVDialect(of: line)
    let shows = dialect.delimiter == limits.delimiter && !dialect.isDeclared
    let sign = String(Unicode.Scalar(limits.delimiter))
    return (shows ? "" : "sep=\(sign)\r\n") + String(decoding: line, as: UTF8.self)
  }()
}
