import SharedFunnel

extension Mapping {
  /// Matches each file by its header to one of the mapping's. Files that bring leads come first,
  /// whatever order they were given in, then rejects, of which some may, then those that only add.
  func match(_ paths: [String], _ format: ImportFormat, _ workspace: Workspace) throws -> [MappedFile] {
    var matched: [MappedFile] = []
    var used: Set<Int> = []
    for path in paths {
      let file = MappedFile(try InputFile(path: path, format: format), self, workspace)
      if let index = try file.matchHeader(), !used.insert(index).inserted {
        throw InputError(file: path, reason: ImportMessages.usedTwice(["file": files[index].name]))
      }
      matched.append(file)
    }
    return matched.filter { $0.createsLeads == true } + matched.filter { $0.createsLeads == nil }
      + matched.filter { $0.createsLeads == false }
  }
}
