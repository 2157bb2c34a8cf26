@testable import FunnelStore

/// What came of a record.
struct Row: Equatable {
  var line = 0
  var fields: [String] = []
  var raw: [UInt8] = []
  var error: CSVError?

  /// All that a reader gives, up to an error after which nothing can be read.
  static func all(_ source: any ByteSource, _ limits: CSVLimits) -> [Row] {
    var reader = CSVReader(source: source, limits: limits)
    var rows: [Row] = []
    while true {
      do throws(CSVError) {
        guard try reader.next() else { return rows }
        let fields = (0..<reader.fieldCount).map { reader.string($0) }
        rows.append(Row(line: reader.line, fields: fields, raw: reader.rawRecord))
      } catch {
        precondition(!error.message.isEmpty, "an error that says nothing")
        if error.isFinal { return rows + [Row(error: error)] }
        rows.append(Row(line: reader.line, raw: reader.rawRecord, error: error))
      }
    }
  }
}
