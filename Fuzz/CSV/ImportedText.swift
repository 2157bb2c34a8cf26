@testable import FunnelStore

/// What an import makes of the bytes of a file: unpacked, decoded, its delimiter found, its records read.
struct ImportedText: Equatable {
  private var rows: [Row] = []
  private var encoding: TextEncoding?
  private var dialect: CSVDialect?
  /// Whether the file is refused for its bytes.
  private var isRefused = false

  init(_ bytes: [UInt8], step: Int, _ forced: TextEncoding?) {
    do throws(ByteSourceError) {
      let peeked = try PeekedByteSource(SteppedBytes(bytes: bytes, step: step), ahead: 3)
      let isGzip = GzipByteSource.matches(peeked.head)
      let text = TextByteSource(isGzip ? try GzipByteSource(peeked) : peeked, encoding: forced)
      let decoded = try PeekedByteSource(text, ahead: 4096)
      let dialect = CSVDialect(of: decoded.head)
      let limits = CSVLimits(
        delimiter: dialect.delimiter, endsLinesInCarriageReturn: dialect.endsLinesInCarriageReturn,
        recordLength: 1 << 16, chunkLength: 4096)
      rows = Row.all(decoded, limits)
      self.dialect = dialect
      encoding = text.encoding
      if case .io = rows.last?.error { refuse() }
    } catch {
      precondition(!error.message.isEmpty, "an error that says nothing")
      refuse()
    }
  }

  /// How much of a damaged file was read before the damage showed says nothing: none of it is kept.
  private mutating func refuse() {
    self.rows = []
    self.encoding = nil
    self.dialect = nil
    isRefused = true
  }
}
