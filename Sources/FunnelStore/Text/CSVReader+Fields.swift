/// What a record amounts to as a whole.
extension CSVReader {
  /// Whether a field has nothing but spaces and tabs.
  func isBlank(_ index: Int) -> Bool {
    withField(index) { bytes in
      for position in 0..<bytes.byteCount {
        let byte = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
        guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else { return false }
      }
      return true
    }
  }

  /// Whether no field has anything, as in the lines of delimiters that spreadsheets write behind the last one.
  var isBlank: Bool {
    for index in 0..<fieldCount where !isBlank(index) { return false }
    return true
  }

  /// The record that stands, whole, in the only field of the present one, as a spreadsheet writes it that took the
  /// line for one cell. Nil if that field is no record, or is more than one.
  static func unwrapping(_ reader: borrowing CSVReader, _ limits: CSVLimits) -> CSVReader? {
    let bytes = reader.withField(0) { field in field.withUnsafeBytes { Array($0) } }
    let inner = CSVLimits(
      delimiter: limits.delimiter, endsLinesInCarriageReturn: limits.endsLinesInCarriageReturn,
      recordLength: limits.recordLength, chunkLength: bytes.count + 16)
    var record = CSVReader(source: HeldByteSource(bytes), limits: inner, firstLine: reader.line)
    do throws(CSVError) {
      guard try record.next(), record.rawRecord.count == bytes.count else { return nil }
    } catch {
      return nil
    }
    return record
  }
}
