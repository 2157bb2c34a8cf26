import SharedFunnel

/// Exports that a mapping of the program reads.
enum KnownExport {
  /// The mapping whose columns the header has, three of them at least; of several the one that uses most.
  static func name(of file: SampledFile) -> String? {
    let header = Header(file.header, path: file.path)
    var best: (name: String, columns: Int)?
    for mapping in BuiltInMapping.readable {
      for part in mapping.files {
        guard
          let mapper = try? RecordMapper(mapping, part, header: file.header, path: file.path, workspace: Workspace())
        else { continue }
        let columns =
          Set(part.columnMappings.flatMap(\.names)).count(where: header.contains) + mapper.stageColumns.count
        if columns >= 3, columns > best?.columns ?? 0 { best = (mapping.name, columns) }
      }
    }
    return best?.name
  }

  /// That mapping, its patterns of dates replaced by those that the files need.
  static func yaml(_ name: String, _ tables: [SampledTable], _ style: DateStyle) -> String? {
    guard let text = BuiltInMapping.all.first(where: { $0.name == name })?.yaml,
      let mapping = try? Mapping(yaml: text, file: name)
    else { return nil }
    let files = tables.map(\.file.title).joined(separator: ", ")
    var comments = YAMLText.comment(GuessMessages.known(["files": files, "name": name]), indent: 0)
    var formats: [DateFormat] = []
    for table in tables {
      let header = Header(table.file.header, path: table.file.path)
      let guess = FileGuess(table, words: StageWords(), style: style, join: nil)
      let named = Set(mapping.files.flatMap(\.columnMappings).flatMap(\.names).compactMap { try? header.index(of: $0) })
      for column in table.columns where named.contains(column.index) {
        guard let date = column.date, date.order != .plain, !style.isApart(date) else { continue }
        for format in style.formats(of: date) where !formats.contains(format) { formats.append(format) }
        if let doubt = guess.doubt(column) { comments += YAMLText.comment(doubt, indent: 0) }
      }
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if !formats.isEmpty, let place = lines.firstIndex(where: { $0.hasPrefix("dates: ") }) {
      let options = formats.map { "--date-format \"\($0.pattern)\"" }.joined(separator: " ")
      comments += YAMLText.comment(GuessMessages.knownDates(["name": name, "options": options]), indent: 0)
      let usual = mapping.dates.map(\.pattern)
      lines[place] = "dates: \(FileGuess.list(formats.map(\.pattern) + usual))"
    }
    return (comments + lines).joined(separator: "\n") + "\n"
  }
}
