import SQLite
import SharedFunnel

extension Store {
  /// Brings files in, in one transaction: all that can be read, or nothing.
  public func importFiles(
    _ request: ImportRequest, _ context: CommandContext,
    onProgress: (ImportProgress) throws -> Void = { _ in }
  ) throws -> ImportSummary {
    let rejects = try request.isDryRun ? nil : request.rejects.map { try RejectsFile(path: $0) }
    var summary = ImportSummary()
    var hasErased = false
    do {
      try write {
        guard try journal.command(id: context.id) == nil else { throw Unchanged() }
        let hasNews: Bool
        if let mapping = request.mapping {
          (summary, hasNews) = try bringIn(mapping, request, context, rejects, onProgress)
        } else {
          let native = try NativeImport(self, context)
          summary = try native.run(request, rejects, onProgress)
          hasErased = native.hasErased
          hasNews = summary.inserted > 0
        }
        try rejects?.prepare()
        // What changed nothing leaves nothing behind, not even that it ran.
        if request.isDryRun || !hasNews { throw Unchanged() }
      }
    } catch is Unchanged {
      hasErased = false
    } catch let error as InputError {
      throw StoreError.input(error)
    }
    try rejects?.finish()
    if hasErased { try sweepAway() }
    return summary
  }

  private func bringIn(
    _ mapping: Mapping, _ request: ImportRequest, _ context: CommandContext, _ rejects: RejectsFile?,
    _ onProgress: (ImportProgress) throws -> Void
  ) throws -> (summary: ImportSummary, hasNews: Bool) {
    var mapping = mapping
    if !request.dates.isEmpty { mapping.override(dates: request.dates) }
    let importer = try Importer(self, mapping, context)
    for file in try mapping.match(request.files, request.format, workspace) {
      try read(file, importer, rejects, onProgress)
    }
    let hasNews = importer.hasNews(request.observedUntil)
    let leads = max(1, importer.writer.leadsNew)
    try importer.finish(observedUntil: request.observedUntil) { done in
      if done % 1024 == 0 { try onProgress(ImportProgress(count: done, fraction: Double(done) / Double(leads))) }
    }
    return (importer.summary, hasNews)
  }

  private func read(
    _ file: MappedFile, _ importer: Importer, _ rejects: RejectsFile?,
    _ onProgress: (ImportProgress) throws -> Void
  ) throws {
    let input = file.input
    try input.forEachRecord { reader, header in
      if input.recordsRead % 1024 == 0 {
        try onProgress(ImportProgress(count: input.recordsRead, fraction: input.fraction))
      }
      try importer.add(try file.record(reader, header))
    } onReject: { reject, record in
      importer.summary.rejected += 1
      if importer.summary.examples.count < 5 { importer.summary.examples.append(reject) }
      try rejects?.add(record, reason: reject.reason)
    }
    importer.summary.unknownStageColumns += file.unknownStageColumns
    importer.summary.read += input.recordsRead
    importer.summary.unwrapped += input.unwrapped
    importer.summary.files.append(input.format)
  }
}

/// Rolls back an import that should leave no trace.
private struct Unchanged: Error {}

extension Mapping {
  /// Puts other formats of dates in the place of all that the mapping names.
  mutating func override(dates: [DateFormat]) {
    self.dates = dates
    for index in files.indices {
      files[index].key.dates = nil
      for field in files[index].columns.keys { files[index].columns[field]?.dates = nil }
      for stage in files[index].stages.indices { files[index].stages[stage].column.dates = nil }
    }
  }
}
