import SharedFunnel

/// A file that was given, with its header read.
final class InputFile {
  let path: String
  let header: [String]
  private var reader: CSVReader
  private let size: Int?
  /// Data records read so far, the rejected ones with them.
  private(set) var recordsRead = 0

  /// - Parameter path: `-` is standard input.
  /// - Throws: ``InputError``.
  init(path: String) throws(InputError) {
    self.path = path
    if path == "-" {
      reader = CSVReader(source: FileByteSource.standardInput())
      size = nil
    } else {
      do throws(ByteSourceError) {
        reader = CSVReader(source: try FileByteSource(path: path))
      } catch {
        throw InputError(file: path, reason: error.message)
      }
      size = fileSize(path)
    }
    let hasHeader: Bool
    do throws(CSVError) {
      hasHeader = try reader.next()
    } catch {
      throw InputError(file: path, reason: error.message)
    }
    guard hasHeader else { throw InputError(file: path, reason: ImportMessages.emptyFile()) }
    var names: [String] = []
    for index in 0..<reader.fieldCount { names.append(reader.string(index)) }
    header = names
  }

  /// How much of the file was read, 0...1; `nil` for a pipe.
  var fraction: Double? { size.map { $0 == 0 ? 1 : Double(reader.bytesRead) / Double($0) } }

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
        if error.isFinal { throw InputError(file: path, reason: error.message) }
        recordsRead += 1
        try onReject(Reject(file: path, line: reader.line, reason: error.message), reader.rawRecord)
        continue
      }
      recordsRead += 1
      do {
        guard reader.fieldCount == header.count else {
          throw RecordProblem(
            reason: ImportMessages.ragged(["fields": String(reader.fieldCount), "columns": String(header.count)]))
        }
        try body(reader)
      } catch let problem as RecordProblem {
        try onReject(Reject(file: path, line: reader.line, reason: problem.reason), reader.rawRecord)
      }
    }
  }
}

extension Mapping {
  /// Matches each file by its header to one of the mapping's. Files that bring leads come first,
  /// whatever order they were given in.
  func match(_ paths: [String], _ workspace: Workspace) throws -> [(input: InputFile, mapper: RecordMapper)] {
    var matched: [(input: InputFile, mapper: RecordMapper)] = []
    var used: Set<Int> = []
    for path in paths {
      let input = try InputFile(path: path)
      let (index, mapper) = try match(input, workspace)
      guard used.insert(index).inserted else {
        throw InputError(file: path, reason: ImportMessages.usedTwice(["file": files[index].name]))
      }
      matched.append((input, mapper))
    }
    return matched.filter(\.mapper.file.createsLeads) + matched.filter { !$0.mapper.file.createsLeads }
  }

  /// The file of the mapping whose columns the header has; of several the one that uses most of them.
  private func match(_ input: InputFile, _ workspace: Workspace) throws -> (Int, RecordMapper) {
    var best: (index: Int, mapper: RecordMapper, columns: Int)?
    var problem: InputError?
    for (index, file) in files.enumerated() {
      do {
        let mapper = try RecordMapper(self, file, header: input.header, path: input.path, workspace: workspace)
        let header = Header(input.header, path: input.path)
        let columns = file.columnMappings.flatMap(\.names).count(where: header.contains) + mapper.stageColumns.count
        if columns > best?.columns ?? -1 { best = (index, mapper, columns) }
      } catch let error as InputError {
        problem = problem ?? error
      }
    }
    guard let best else {
      throw InputError(
        file: input.path, line: 1,
        reason: ImportMessages.noMatch(["mapping": name, "problem": problem?.reason ?? ""]))
    }
    return (best.index, best.mapper)
  }
}
