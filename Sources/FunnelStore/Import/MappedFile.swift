import SharedFunnel

/// A file that was given and how its records are read: all of them in one way, but those of a file of rejects each in the
/// way of the file that it came from.
final class MappedFile {
  let input: InputFile
  private let mapping: Mapping
  private let workspace: Workspace
  private var mappers: [ObjectIdentifier: RecordMapper] = [:]

  init(_ input: InputFile, _ mapping: Mapping, _ workspace: Workspace) {
    self.input = input
    self.mapping = mapping
    self.workspace = workspace
  }

  private var mapper: RecordMapper? { mappers[ObjectIdentifier(input.header)] }

  /// Nil for a file of rejects.
  var createsLeads: Bool? { mapper?.file.createsLeads }

  /// Date columns of stages that the mapping does not know.
  var unknownStageColumns: [String] { mappers.values.flatMap(\.unknownStageColumns) }

  /// Which file of the mapping it is; nil for a file of rejects, which can have records of all of them.
  func matchHeader() throws -> Int? {
    guard input.header.rejectColumns == nil else { return nil }
    let (index, mapper) = try match(input.header.names, line: 1)
    mappers[ObjectIdentifier(input.header)] = mapper
    return index
  }

  func record(_ reader: borrowing CSVReader, _ header: RecordHeader) throws -> MappedRecord {
    let key = ObjectIdentifier(header)
    if mappers[key] == nil {
      var mapper = try match(header.names, line: reader.line).mapper
      // The file that they came from had settled it: what is left has no say in how others are read.
      mapper.acceptOrderOfDates()
      mappers[key] = mapper
    }
    guard let record = try mappers[key]?.record(reader, path: input.path) else {
      throw RecordProblem(reason: ImportMessages.keptNoHeader())
    }
    return record
  }

  /// The file of the mapping whose columns the header has; of several the one that uses most of them.
  private func match(_ names: [String], line: Int) throws -> (index: Int, mapper: RecordMapper) {
    var best: (index: Int, mapper: RecordMapper, columns: Int)?
    var problem: InputError?
    let header = Header(names, path: input.path)
    for (index, file) in mapping.files.enumerated() {
      do {
        let mapper = try RecordMapper(mapping, file, header: names, path: input.path, workspace: workspace)
        let columns = file.columnMappings.flatMap(\.names).count(where: header.contains) + mapper.stageColumns.count
        if columns > best?.columns ?? -1 { best = (index, mapper, columns) }
      } catch let error as InputError {
        problem = problem ?? error
      }
    }
    guard let best else {
      throw InputError(
        file: input.path, line: line,
        reason: ImportMessages.noMatch(["mapping": mapping.name, "problem": problem?.reason ?? ""]))
    }
    return (best.index, best.mapper)
  }
}
