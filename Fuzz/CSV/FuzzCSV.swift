@testable import FunnelStore

/// What the reader reads does not depend on where its source cuts the bytes, what our writer makes of it is read back
/// as the same records, and a defused formula is restored. The same bytes then go through all that an import puts in
/// front of the reader.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  checkReader(bytes, CSVLimits(chunkLength: 4096))
  checkReader(bytes, CSVLimits(endsLinesInCarriageReturn: true, chunkLength: 32))
  checkReader(bytes, CSVLimits(delimiter: UInt8(ascii: ";"), recordLength: 64, chunkLength: 16))
  for encoding in [nil] + TextEncoding.allCases {
    let whole = ImportedText(bytes, step: .max, encoding)
    precondition(ImportedText(bytes, step: 1, encoding) == whole, "a seam after every byte changes what is imported")
  }
  return 0
}

private func checkReader(_ bytes: [UInt8], _ limits: CSVLimits) {
  let whole = Row.all(SteppedBytes(bytes: bytes, step: .max), limits)
  for step in [1, 7] {
    let stepped = Row.all(SteppedBytes(bytes: bytes, step: step), limits)
    precondition(stepped == whole, "a seam after every \(step) bytes changes what is read")
  }
  let records = whole.filter { $0.error == nil }.map(\.fields)
  for field in records.joined() {
    precondition(FormulaText.restored(FormulaText.defused(field)) == field, "a defused text is not restored")
  }
  var written: [UInt8] = []
  for record in records { CSVWriting.append(record: record, to: &written, delimiter: limits.delimiter) }
  // A text at the start of a file may be a byte order mark, which is no text there.
  guard !written.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
  let again = Row.all(SteppedBytes(bytes: written, step: .max), CSVLimits(delimiter: limits.delimiter, chunkLength: 64))
  precondition(again.map(\.fields) == records, "what is written is not what is read back")
}
