import SharedFunnel

extension Grid {
  /// A GitHub table, its columns lined up in the source too, since many read it there. What people typed cannot become
  /// markup.
  func renderMarkdown(for terminal: Terminal, _ emit: (String) throws -> Void) rethrows {
    if let heading { try emit("## " + Grid.markdown(heading) + "\n\n") }
    if rows.isEmpty {
      try emit(Grid.markdown(empty()) + "\n")
    } else {
      try renderMarkdownRows(glyphs: terminal.glyphs, emit)
    }
    for note in notes { try emit("\n" + Grid.markdown(note) + "\n") }
  }

  private func renderMarkdownRows(glyphs: Glyphs, _ emit: (String) throws -> Void) rethrows {
    let titles = columns.map { Grid.markdown($0.title) }
    var lines = rows.indices.map { place in
      let cells = texts(rows[place], glyphs: glyphs).map(Grid.markdown)
      return struck.contains(place) ? cells.map { $0.isEmpty ? $0 : "~~\($0)~~" } : cells
    }
    if let total {
      lines.append(totalTexts(total, glyphs: glyphs).map { $0.isEmpty ? "" : "**" + Grid.markdown($0) + "**" })
    }
    let widths = columns.indices.map { index in
      lines.reduce(max(3, DisplayWidth.of(titles[index]))) { max($0, DisplayWidth.of($1[index])) }
    }
    func line(_ cells: [String]) -> String {
      let padded = columns.indices.map { index in
        let padding = String(repeating: " ", count: widths[index] - DisplayWidth.of(cells[index]))
        return columns[index].kind.isNumeric ? padding + cells[index] : cells[index] + padding
      }
      return "| " + padded.joined(separator: " | ") + " |\n"
    }
    let rules = columns.indices.map { index in
      columns[index].kind.isNumeric
        ? String(repeating: "-", count: widths[index] - 1) + ":" : String(repeating: "-", count: widths[index])
    }
    try emit(line(titles) + line(rules))
    for cells in lines { try emit(line(cells)) }
  }

  /// Backslashes before what would be markup, entities for what would be HTML.
  private static func markdown(_ text: String) -> String {
    // By code point: a pipe that a combining mark follows is one Character with it, and still ends a cell.
    var escaped = String.UnicodeScalarView()
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\\", "|", "`", "*", "_", "~", "[", "]": escaped.append(contentsOf: ["\\", scalar])
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
