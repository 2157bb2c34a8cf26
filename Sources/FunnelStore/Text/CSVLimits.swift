/// How a CSV file is written and how much of it may be held in memory.
struct CSVLimits: Sendable {
  /// An ASCII byte other than a quote, a carriage return and a line feed.
  let delimiter: UInt8
  /// Whether a carriage return alone ends a line too.
  let endsLinesInCarriageReturn: Bool
  /// The longest record in bytes, without its line end, so that a quote that nobody closes cannot fill the memory.
  let recordLength: Int
  /// How many bytes are asked of the source at once; the buffer grows past it only for a record that does not fit.
  let chunkLength: Int

  /// Lengths are brought into 1 byte ... 512 MiB and 16 bytes ... 512 MiB.
  init(
    delimiter: UInt8 = CSVDialect.comma, endsLinesInCarriageReturn: Bool = false, recordLength: Int = 16 << 20,
    chunkLength: Int = 1 << 20
  ) {
    self.delimiter = delimiter
    self.endsLinesInCarriageReturn = endsLinesInCarriageReturn
    self.recordLength = min(max(recordLength, 1), 512 << 20)
    self.chunkLength = min(max(chunkLength, 16), 512 << 20)
  }
}
