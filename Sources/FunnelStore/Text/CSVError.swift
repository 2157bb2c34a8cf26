/// Why a record, or the rest of a file, is not CSV as RFC 4180 has it.
///
/// Lines and columns count from 1; a column counts characters (Unicode scalars), as an editor shows them.
enum CSVError: Error, Equatable {
  /// A quoted field that no quote closes before the file ends. The line is that of its opening quote.
  case unterminatedQuote(line: Int)
  /// Something other than a delimiter or a line end after a closing quote.
  case junkAfterQuote(line: Int, column: Int)
  /// A quote inside a field that does not begin with one.
  case bareQuote(line: Int, column: Int)
  /// A carriage return, outside quotes, that no line feed follows.
  case bareCarriageReturn(line: Int, column: Int)
  /// The line is the first one of the record.
  case invalidUTF8(line: Int)
  case nulByte(line: Int)
  /// Longer than the limit in bytes. The line is that of a quote that is still open, else the first one of the record.
  case recordTooLong(line: Int, limit: Int)
  /// The file is no text: it has a zero byte in its first line.
  case binary
  case io(ByteSourceError)

  /// Whether nothing can be read after it. Otherwise it concerns one record, and the next one can be read.
  var isFinal: Bool {
    switch self {
    case .junkAfterQuote, .bareQuote, .bareCarriageReturn, .invalidUTF8, .nulByte: false
    case .unterminatedQuote, .recordTooLong, .binary, .io: true
    }
  }
}
