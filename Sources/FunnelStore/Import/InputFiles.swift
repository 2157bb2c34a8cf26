import SharedFunnel

extension Mapping {
  /// Matches each file by its header to one of the mapping's. Files that bring leads come first,
  /// whatever order they were given in.
  func match(
    _ paths: [String], _ format: ImportFormat, _ workspace: Workspace
  ) throws -> [(input: InputFile, mapper: RecordMapper)] {
    var matched: [(input: InputFile, mapper: RecordMapper)] = []
    var used: Set<Int> = []
    for path in paths {
      let input = try InputFile(path: path, format: format)
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
