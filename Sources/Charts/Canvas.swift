/// A drawing that is being made: a list of elements, as SVG.
struct Canvas {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  private let id: String
  private var elements: [String] = []
  private var hatches: [Ink] = []

  init(id: String) { self.id = id }

  /// A text whose baseline stands at `y`. Where it is cut, its whole is the tooltip.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start, color: String = Shade.text,
    isBold: Bool = false, isOnStripes: Bool = false, room: Double? = nil
  ) {
    guard !text.isEmpty else { return }
    let shown = room.map { TextWidth.elided(text, size: size, isBold: isBold, room: $0) } ?? text
    let title = shown == text ? "" : "<title>\(XMLText.escaped(text))</title>"
    let weight = isBold ? " font-weight=\"bold\"" : ""
    // A white rim keeps stripes away from the letters.
    let rim =
      isOnStripes
      ? " stroke=\"\(Shade.paper)\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"" : ""
    let align = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    elements.append(
      "<text \(at(x, y)) font-size=\"\(XMLText.number(size))\"\(weight)\(align) fill=\"\(color)\"\(rim)>"
        + title + XMLText.escaped(shown) + "</text>")
  }

  /// - Parameters:
  ///   - title: what a pointer that rests on it is told.
  ///   - edge: the colour of its outline; that of the ink unless given. What is filled with solid ink needs none.
  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, ink: Ink, fill: Ink.Fill, title: String? = nil,
    edge: String? = nil
  ) {
    let color =
      switch fill {
      case .solid: ink.solid
      case .tint: ink.tint
      case .hatched: "url(#\(hatch(ink)))"
      }
    // Stripes alone would have no edge, and a tint is too pale on paper to be seen by everybody.
    let outline = edge ?? (fill == .solid ? nil : ink.solid)
    let stroke = outline.map { " stroke=\"\($0)\" stroke-width=\"1\"" } ?? ""
    // A stroke is drawn half outside.
    let inset = outline == nil ? 0 : min(0.5, width / 2, height / 2)
    let shape =
      "<rect \(at(x + inset, y + inset)) width=\"\(XMLText.number(max(0, width - 2 * inset)))\" "
      + "height=\"\(XMLText.number(max(0, height - 2 * inset)))\" fill=\"\(color)\"\(stroke)"
    elements.append(title.map { shape + "><title>\(XMLText.escaped($0))</title></rect>" } ?? shape + "/>")
  }

  mutating func line(
    fromX x: Double, y: Double, toX: Double, toY: Double, color: String = Shade.grid, width: Double = 1,
    isDashed: Bool = false
  ) {
    elements.append(
      "<line x1=\"\(XMLText.number(x))\" y1=\"\(XMLText.number(y))\" x2=\"\(XMLText.number(toX))\" "
        + "y2=\"\(XMLText.number(toY))\" stroke=\"\(color)\" stroke-width=\"\(XMLText.number(width))\""
        + (isDashed ? " stroke-dasharray=\"6 4\"/>" : "/>"))
  }

  private func at(_ x: Double, _ y: Double) -> String { "x=\"\(XMLText.number(x))\" y=\"\(XMLText.number(y))\"" }

  private mutating func hatch(_ ink: Ink) -> String {
    if !hatches.contains(ink) { hatches.append(ink) }
    return "\(id)-hatch-\(ink.name)"
  }

  /// The whole file.
  ///
  /// The picture is one image with a name for a screen reader, and beside it stands the table: inside an element with
  /// the role `img` nothing else would be read, so the role is the picture's and not the root's.
  func svg(_ frame: ChartFrame, width: Double, height: Double) -> String {
    let size = "\(XMLText.number(width)) \(XMLText.number(height))"
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(XMLText.number(width))\" height=\"\(XMLText.number(height))\" "
        + "viewBox=\"0 0 \(size)\" font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\" "
        + "role=\"graphics-document document\" aria-labelledby=\"\(id)-title\">",
      "<title id=\"\(id)-title\">\(XMLText.escaped(frame.title))</title>",
      "<desc id=\"\(id)-desc\">\(XMLText.escaped(([frame.subtitle] + frame.notes).joined(separator: " ")))</desc>",
    ]
    if !hatches.isEmpty { lines += ["<defs>"] + hatches.map(pattern) + ["</defs>"] }
    lines.append(
      "<rect width=\"\(XMLText.number(width))\" height=\"\(XMLText.number(height))\" fill=\"\(Shade.paper)\"/>")
    lines.append("<g role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\">")
    lines += elements
    lines.append("</g>")
    lines += table(frame.table, height: height)
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private func pattern(_ ink: Ink) -> String {
    "<pattern id=\"\(id)-hatch-\(ink.name)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      + "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"\(Shade.paper)\"/>"
      + "<rect width=\"2\" height=\"6\" fill=\"\(ink.solid)\"/></pattern>"
  }

  /// The table is transparent, not hidden: what is hidden is not read either.
  private func table(_ table: DataTable, height: Double) -> [String] {
    guard !table.rows.isEmpty else { return [] }
    let step = height / Double(table.rows.count + 2)
    func row(_ cells: [String], _ role: String, at index: Int) -> [String] {
      let y = XMLText.number(step * Double(index + 1))
      return ["<g role=\"row\">"]
        + cells.enumerated().map { column, cell in
          "<text role=\"\(column == 0 && index > 0 ? "rowheader" : role)\" x=\"8\" y=\"\(y)\">\(XMLText.escaped(cell))</text>"
        } + ["</g>"]
    }
    return [
      "<g role=\"table\" aria-labelledby=\"\(id)-title\" opacity=\"0\" pointer-events=\"none\" font-size=\"1\">"
    ] + row(table.columns, "columnheader", at: 0)
      + table.rows.enumerated().flatMap { row($0.element, "cell", at: $0.offset + 1) } + ["</g>"]
  }
}
