import SharedFunnel

/// A first mapping for files that nobody has described yet: a pure function of their headers and first records.
///
/// What it writes can be read by ``Mapping/init(yaml:file:)``, whatever the files hold.
public struct MappingGuess {
  /// The mapping, with a comment on each doubt.
  public let yaml: String

  public init(_ files: [SampledFile]) {
    let tables = files.map(SampledTable.init)
    let style = DateStyle(tables)
    let known = files.map { KnownExport.name(of: $0) }
    if let name = known.first ?? nil, known.allSatisfy({ $0 == name }), let text = KnownExport.yaml(name, tables, style)
    {
      yaml = MappingGuess.head(files) + text
    } else {
      yaml = MappingGuess.head(files) + MappingGuess.written(tables, style, known)
    }
  }

  private static func head(_ files: [SampledFile]) -> String {
    let rows = files.map(\.rows.count).max() ?? 0
    let names = files.map(\.title).joined(separator: ", ")
    let text =
      rows == 0
      ? GuessMessages.headOfHeaders(["files": names])
      : GuessMessages.head(["rows": String(rows), "files": names])
    return lines(YAMLText.comment(text, indent: 0))
  }

  private static func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private static func written(_ tables: [SampledTable], _ style: DateStyle, _ known: [String?]) -> String {
    let words = StageWords()
    let joins = FileJoin(tables)
    var guesses: [(guess: FileGuess, place: Int)] = []
    var notes: [String] = []
    for (place, table) in tables.enumerated() {
      if let name = known[place] {
        notes.append(GuessMessages.partlyKnown(["file": table.file.title, "name": name]))
      }
      if table.file.header == Store.eventColumns { notes.append(GuessMessages.native(["file": table.file.title])) }
      if let same = tables[..<place].first(where: { $0.file.header == table.file.header }) {
        notes.append(GuessMessages.same(["file": table.file.title, "other": same.file.title]))
        continue
      }
      guesses.append((FileGuess(table, words: words, style: style, join: joins.columns[place]), place))
    }
    var text = lines(notes.flatMap { YAMLText.comment($0, indent: 0) })
    let title = tables.first?.file.title ?? ""
    text += "name: \(YAMLText.quoted(title.isEmpty ? "import" : title))\n"
    text += lines(YAMLText.comment(GuessMessages.source(), indent: 0)) + "source: \(source(title))\n"
    text += "shape: wide\n"
    text += lines(YAMLText.comment(GuessMessages.zone(), indent: 0)) + "# zone: Europe/Berlin\n"
    var patterns: [String] = []
    for pattern in guesses.flatMap(\.guess.formats).map(\.pattern) where !patterns.contains(pattern) {
      patterns.append(pattern)
    }
    if !patterns.isEmpty { text += "dates: [\(patterns.map(YAMLText.quoted).joined(separator: ", "))]\n" }
    text += "files:\n"
    for (guess, place) in guesses { text += item(guess, joins.isApart(place) ? joins.primaryTitle : nil) }
    return text
  }

  /// One file of the list.
  private static func item(_ guess: FileGuess, _ apartFrom: String?) -> String {
    var text = "  - file: \(YAMLText.quoted(guess.table.file.title))\n"
    if guess.isLong { text += "    shape: long\n" }
    if let apartFrom { text += lines(YAMLText.comment(GuessMessages.apart(["other": apartFrom]), indent: 4)) }
    for entry in guess.entries {
      for doubt in entry.doubts {
        if doubt.hasPrefix("\u{1}") {
          text += "    # \(doubt.dropFirst())\n"
        } else {
          text += lines(YAMLText.comment(doubt, indent: 4))
        }
      }
      text += entry.text.split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    return text
  }

  /// A name that a system may have, from the name of a file.
  private static func source(_ title: String) -> String {
    var name = ""
    for scalar in title.lowercased().unicodeScalars {
      let isAllowed = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
      if isAllowed { name.unicodeScalars.append(scalar) } else if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
    }
    while name.hasSuffix("-") { name.removeLast() }
    name = String(name.prefix(64))
    return YAMLText.quoted(name.isEmpty ? "import" : name)
  }
}
