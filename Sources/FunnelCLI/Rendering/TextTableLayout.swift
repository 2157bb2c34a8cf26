import SharedFunnel

/// Which columns of a table are shown in a terminal, how wide, and how a row is laid into them.
struct TextTableLayout {
  private struct Column {
    let index: Int
    let title: String
    let isRight: Bool
    let fit: TextTable.Column.Fit
    let priority: Int
    let isBar: Bool
    var width: Int
    /// The widest part of a text that no line break may split.
    let widestPart: Int
    /// The column is not made narrower than this.
    var least: Int {
      if isBar { return TextTableLayout.leastBar }
      let kept =
        switch fit {
        case .whole: width
        case .cut: 8
        case .wrapped: min(widestPart, TextTableLayout.mostPart)
        }
      return min(width, max(kept, DisplayWidth.of(title)))
    }
  }

  private static let gap = "  "
  private static let leastBar = 4
  private static let mostBar = 16
  /// A part that is wider than this is split all the same.
  private static let mostPart = 24
  private var columns: [Column]
  private var hidden: [String] = []
  private let glyphs: Glyphs

  init(_ table: TextTable, for terminal: Terminal) {
    glyphs = terminal.glyphs
    columns = table.columns.enumerated().map { index, column in
      TextTableLayout.measured(column, at: index, of: table, glyphs: terminal.glyphs)
    }
    if let width = terminal.width { fit(into: width) }
  }

  private static func measured(
    _ column: TextTable.Column, at index: Int, of table: TextTable, glyphs: Glyphs
  ) -> Column {
    let title = TerminalText.escaped(column.title)
    var width = max(DisplayWidth.of(title), column.isBar ? mostBar : 0)
    var widestPart = 0
    var looksNumeric = true
    func measure(_ row: [String]) {
      guard index < row.count else { return }
      let text = TerminalText.escaped(row[index])
      width = max(width, DisplayWidth.of(text))
      if column.fit == .wrapped { widestPart = max(widestPart, Paragraph.widestPart(of: text)) }
      looksNumeric = looksNumeric && (row[index] == glyphs.none || isNumberLike(row[index]))
    }
    for section in table.sections { section.rows.forEach(measure) }
    if let footer = table.footer { measure(footer) }
    let isRight =
      switch column.alignment {
      case .left: false
      case .right: true
      case .auto: looksNumeric
      }
    return Column(
      index: index, title: title, isRight: isRight, fit: column.fit, priority: column.priority, isBar: column.isBar,
      width: width, widestPart: widestPart)
  }

  private static func isNumberLike(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-., %".utf8.contains($0) }
  }

  private var total: Int {
    columns.reduce(0) { $0 + $1.width } + TextTableLayout.gap.count * max(columns.count - 1, 0)
  }

  private mutating func fit(into width: Int) {
    func least(_ columns: [Column]) -> Int {
      columns.reduce(0) { $0 + $1.least } + TextTableLayout.gap.count * max(columns.count - 1, 0)
    }
    var dropped: [Column] = []
    while columns.count > 1, least(columns) > width {
      let lowest = columns.dropFirst().map(\.priority).min()
      guard let at = columns.lastIndex(where: { $0.index != columns[0].index && $0.priority == lowest }) else { break }
      dropped.append(columns.remove(at: at))
    }
    // A column without a title is a picture of its neighbour, and no loss to name.
    hidden = dropped.sorted { $0.index < $1.index }.map(\.title).filter { !$0.isEmpty }
    // A bar gives way before a text does: it says the same in less room.
    for index in columns.indices where columns[index].isBar {
      columns[index].width = max(columns[index].least, columns[index].width - max(0, total - width))
    }
    // The widest is cut first: a long name loses what nobody reads before a short one loses anything.
    while total > width {
      let cuttable = columns.indices.filter { columns[$0].width > columns[$0].least }
      guard let widest = cuttable.max(by: { columns[$0].width < columns[$1].width }) else { break }
      let second = cuttable.filter { $0 != widest }.map { columns[$0].width }.max() ?? 0
      let target = max(
        columns[widest].least, min(second, columns[widest].width - 1), columns[widest].width - (total - width))
      columns[widest].width = target
    }
    // One column is left and still too wide: it is cut all the same, for no line may overflow.
    if columns.count == 1 { columns[0].width = min(columns[0].width, width) }
  }

  /// What a reader has to know of columns that did not fit; nil when all are shown.
  var hiddenNote: String? {
    hidden.isEmpty ? nil : Message.tableColumnsHidden(["columns": hidden.joined(separator: ", ")])
  }

  var titles: String { line(columns.map(\.title)) }

  var rule: String {
    columns.map { String(repeating: glyphs.rule, count: $0.width) }.joined(separator: TextTableLayout.gap)
  }

  /// A row, which takes as many lines as its longest wrapped text.
  ///
  /// - Parameter bar: the share that a bar column shows.
  func lines(_ row: [String], bar: Double = 0) -> [String] {
    let cells = columns.map { column -> [String] in
      if column.isBar { return [SparkBar(fraction: bar, width: column.width).text(glyphs)] }
      guard column.index < row.count else { return [] }
      let text = TerminalText.escaped(row[column.index])
      return column.fit == .wrapped ? Paragraph.lines(text, width: column.width) : [text]
    }
    let height = cells.reduce(1) { max($0, $1.count) }
    return (0..<height).map { place in line(cells.map { place < $0.count ? $0[place] : "" }) }
  }

  private func line(_ cells: [String]) -> String {
    var line = ""
    for (position, column) in columns.enumerated() {
      let text = DisplayWidth.truncated(cells[position], to: column.width, ellipsis: glyphs.ellipsis)
      let padding = String(repeating: " ", count: max(0, column.width - DisplayWidth.of(text)))
      if position > 0 { line += TextTableLayout.gap }
      line += column.isRight ? padding + fenced(text) : fenced(text) + padding
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Without a fence a terminal that reorders bidirectional text would carry a right-to-left name and the numbers after
  /// it to each other's places. A left-to-right mark takes no column.
  private func fenced(_ text: String) -> String {
    guard RightToLeft.appears(in: text) else { return text }
    return "\u{200E}" + text + "\u{200E}"
  }
}
