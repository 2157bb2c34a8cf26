@testable import FunnelStore

/// What the reader reads does not depend on where its source cuts the bytes, and what our writer makes of it is read
/// back as the same records.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  for limits in [
    CSVLimits(chunkLength: 4096), CSVLimits(delimiter: UInt8(ascii: ";"), recordLength: 64, chunkLength: 16),
  ] {
    let whole = rows(bytes, step: .max, limits)
    precondition(rows(bytes, step: 1, limits) == whole, "a seam after every byte changes what is read")
    precondition(rows(bytes, step: 7, limits) == whole, "a seam after every seventh byte changes what is read")
    let records = whole.filter { $0.error == nil }.map(\.fields)
    var written: [UInt8] = []
    for record in records { CSVWriting.append(record: record, to: &written, delimiter: limits.delimiter) }
    // Quotes that the writer adds may make a record longer than the limit; and a text may begin with a byte order mark.
    guard !written.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
    let again = rows(written, step: .max, CSVLimits(delimiter: limits.delimiter))
    precondition(again.map(\.fields) == records, "what is written is not what is read back")
  }
  return 0
}

private struct Row: Equatable {
  let line: Int
  let fields: [String]
  let raw: [UInt8]
  let error: CSVError?
}

private func rows(_ bytes: [UInt8], step: Int, _ limits: CSVLimits) -> [Row] {
  var reader = CSVReader(source: SteppedBytes(bytes: bytes, step: step), limits: limits)
  var rows: [Row] = []
  while true {
    do throws(CSVError) {
      guard try reader.next() else { return rows }
      let fields = (0..<reader.fieldCount).map { reader.string($0) }
      rows.append(Row(line: reader.line, fields: fields, raw: reader.rawRecord, error: nil))
    } catch {
      precondition(!error.message.isEmpty)
      guard !error.isFinal else { return rows + [Row(line: 0, fields: [], raw: [], error: error)] }
      rows.append(Row(line: reader.line, fields: [], raw: reader.rawRecord, error: error))
    }
  }
}
