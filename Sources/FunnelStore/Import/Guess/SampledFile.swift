import SharedFunnel

/// The header of a file and its first records: all that a guess looks at.
public struct SampledFile: Sendable {
  /// Records looked at.
  public static let sampleSize = 1000

  public let path: String
  public let header: [String]
  /// As many fields as the header has, each.
  public let rows: [[String]]

  public init(path: String, header: [String], rows: [[String]]) {
    self.path = path
    self.header = header
    self.rows = rows.map { row in header.indices.map { $0 < row.count ? row[$0] : "" } }
  }

  /// Reads the first records that can be read; those that cannot are the import's to reject.
  ///
  /// - Throws: ``StoreError/input(_:)``.
  public init(path: String, format: ImportFormat) throws {
    do {
      let input = try InputFile(path: path, format: format)
      guard input.header.rejectColumns == nil else {
        throw InputError(file: path, reason: ImportMessages.keptNoSample())
      }
      var rows: [[String]] = []
      do {
        try input.forEachRecord { reader, header in
          rows.append(header.names.indices.map { $0 < reader.fieldCount ? reader.string($0).trimmedOfBlanks : "" })
          if rows.count == SampledFile.sampleSize { throw Enough() }
        } onReject: { _, _ in
          if input.recordsRead > 10 * SampledFile.sampleSize { throw Enough() }
        }
      } catch is Enough {}
      self.init(path: path, header: input.header.names, rows: rows)
    } catch let error as InputError {
      throw StoreError.input(error)
    }
  }

  /// The name of the file without folders and endings.
  var title: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last == "-" ? "import" : String(last.prefix { $0 != "." })
  }

  private struct Enough: Error {}
}
