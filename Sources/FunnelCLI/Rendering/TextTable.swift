import SharedFunnel

/// A table of text for a terminal. It takes texts as they come: whatever could steer the terminal is made harmless
/// here, on every way out.
struct TextTable: Sendable {
  struct Column: Sendable {
    enum Alignment: Sendable {
      case left
      case right
      /// Right if every cell that says something looks like a number.
      case auto
    }

    /// What becomes of a column's texts where the terminal is narrow. No title is ever cut.
    enum Fit: Sendable {
      /// They are shown whole or not at all: a number that is cut is a wrong number.
      case whole
      /// They may be cut with an ellipsis.
      case cut
      /// They go on in the next line: for what must be read to its end, such as a command to type.
      case wrapped
    }

    var title: String
    var alignment: Alignment = .auto
    var fit = Fit.whole
    /// Where cutting is not enough, the column with the lowest priority goes first, among equals the rightmost; the
    /// first column stays.
    var priority = 1
    /// Drawn from the section's bars, as wide as the room that is left.
    var isBar = false
  }

  /// Rows under a heading of their own; the columns line up through all sections.
  struct Section: Sendable {
    var heading: String?
    var rows: [[String]]
    /// What a bar column shows, a share of 0...1 a row.
    var bars: [Double] = []
  }

  var heading: String?
  var columns: [Column]
  var sections: [Section]
  /// The total row, under a rule.
  var footer: [String]?
  /// Rows of the first section that do not count, by their place.
  var struck: Set<Int> = []
  /// Sentences under the table: definitions, denominators, the zone.
  var notes: [String] = []
  /// Stands in place of a table without rows.
  var emptySentence = Message.tableEmpty()

  init(heading: String? = nil, columns: [Column], rows: [[String]], footer: [String]? = nil, notes: [String] = []) {
    self.init(
      heading: heading, columns: columns, sections: [Section(heading: nil, rows: rows)], footer: footer, notes: notes)
  }

  init(
    heading: String? = nil, columns: [Column], sections: [Section], footer: [String]? = nil, notes: [String] = []
  ) {
    self.heading = heading
    self.columns = columns
    self.sections = sections
    self.footer = footer
    self.notes = notes
  }

  /// Emits the table in pieces of whole lines. A row may be short, the rest is blank; its cells beyond the columns are
  /// not shown. No line is wider than the terminal and none ends in a space.
  func render(for terminal: Terminal, _ emit: (String) throws -> Void) rethrows {
    if let heading { try emit(terminal.styled(fitted(heading, to: terminal), .bold) + "\n\n") }
    var closing = notes
    if columns.isEmpty || sections.allSatisfy({ $0.rows.isEmpty }) {
      for line in Paragraph.lines(emptySentence, width: terminal.width) { try emit(line + "\n") }
    } else {
      let layout = TextTableLayout(self, for: terminal)
      try render(with: layout, for: terminal, emit)
      if let hidden = layout.hiddenNote { closing.append(hidden) }
    }
    if !closing.isEmpty { try emit("\n") }
    for note in closing {
      for line in Paragraph.lines(note, width: terminal.width) { try emit(terminal.styled(line, .dim) + "\n") }
    }
  }

  private func render(
    with layout: TextTableLayout, for terminal: Terminal, _ emit: (String) throws -> Void
  ) rethrows {
    let rule = terminal.styled(layout.rule, .dim) + "\n"
    try emit(terminal.styled(layout.titles, .bold) + "\n" + rule)
    for (index, section) in sections.enumerated() {
      if let heading = section.heading {
        if index > 0 { try emit("\n") }
        try emit(terminal.styled(fitted(heading, to: terminal), .bold) + "\n")
      }
      for (place, row) in section.rows.enumerated() {
        for line in layout.lines(row, bar: place < section.bars.count ? section.bars[place] : 0) {
          try emit((index == 0 && struck.contains(place) ? terminal.styled(line, .struck) : line) + "\n")
        }
      }
    }
    guard let footer else { return }
    try emit(rule)
    for line in layout.lines(footer) { try emit(line + "\n") }
  }

  func text(for terminal: Terminal) -> String {
    var text = ""
    render(for: terminal) { text += $0 }
    return text
  }

  private func fitted(_ text: String, to terminal: Terminal) -> String {
    let text = TerminalText.escaped(text)
    guard let width = terminal.width else { return RightToLeft.fenced(text) }
    return RightToLeft.fenced(DisplayWidth.truncated(text, to: width, ellipsis: terminal.glyphs.ellipsis))
  }
}
