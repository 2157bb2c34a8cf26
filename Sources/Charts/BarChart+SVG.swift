extension BarChart {
  private static let size = 13.0
  private static let gap = 20.0
  private static let bar = 22.0
  private static let pitch = 46.0
  /// What a line between two rows takes.
  private static let lineHeight = 22.0
  private static let labelMost = 240.0

  /// The chart as a file. At least 960 pixels wide, and as wide as its texts need.
  public var svg: String {
    let label = min(
      BarChart.labelMost,
      rows.reduce(0) {
        max($0, TextWidth.of($1.title, size: BarChart.size), TextWidth.of($1.subtitle, size: 11))
      })
    let widths = columns.indices.map { index in
      rows.reduce(TextWidth.of(columns[index], size: 12, isBold: true)) {
        max($0, index < $1.cells.count ? TextWidth.of($1.cells[index], size: BarChart.size) : 0)
      }
    }
    let texts = widths.reduce(0) { $0 + $1 + BarChart.gap }
    let fixed = 2 * Canvas.margin + label + BarChart.gap + texts
    let width = max(960, fixed + 260)
    let plot = Plot(x: Canvas.margin + label + BarChart.gap, width: width - fixed, top: scale.top)

    var canvas = Canvas(id: frame.id)
    var y = canvas.head(frame, legend: legend, width: width)
    if rows.isEmpty {
      y += 24
      canvas.text(empty, x: Canvas.margin, y: y, size: BarChart.size, room: width - 2 * Canvas.margin)
    } else {
      y = draw(on: &canvas, plot, label: label, widths: widths, from: y, width: width)
    }
    let height = canvas.foot(frame, from: y, width: width)
    return canvas.svg(frame, width: width, height: height)
  }

  private struct Plot {
    let x: Double
    let width: Double
    let top: Double
    func place(_ value: Double) -> Double { x + width * value / top }
  }

  private var scale: Scale {
    // Summed as Double: counts without bound do not overflow.
    Scale(upTo: rows.reduce(0) { max($0, $1.segments.reduce(0) { $0 + Double($1.count) }) })
  }

  private func draw(
    on canvas: inout Canvas, _ plot: Plot, label: Double, widths: [Double], from start: Double, width: Double
  ) -> Double {
    var ends: [Double] = []
    var end = plot.x + plot.width
    for width in widths {
      end += BarChart.gap + width
      ends.append(end)
    }
    let head = start + 14
    for (title, end) in zip(columns, ends) {
      canvas.text(title, x: end, y: head, size: 12, anchor: .end, color: Shade.quiet, isBold: true)
    }
    let top = head + 10
    let lines = rows.dropLast().count { $0.lineBelow != nil }
    let bottom = top + Double(rows.count) * BarChart.pitch + Double(lines) * BarChart.lineHeight
    axis(on: &canvas, plot, from: top, to: bottom)
    var y = top
    for (index, row) in rows.enumerated() {
      draw(row, on: &canvas, plot, label: label, ends: ends, at: y)
      y += BarChart.pitch
      if let words = row.lineBelow, index < rows.count - 1 {
        separate(words, on: &canvas, plot, at: y, width: width)
        y += BarChart.lineHeight
      }
    }
    return bottom + 34
  }

  private func axis(on canvas: inout Canvas, _ plot: Plot, from top: Double, to bottom: Double) {
    var free = -Double.infinity
    let ticks = scale.ticks
    for (index, tick) in ticks.enumerated() {
      let x = plot.place(tick)
      canvas.line(fromX: x, y: top, toX: x, toY: bottom)
      let text = index == ticks.count - 1 ? tickText(tick) + " " + unit : tickText(tick)
      // The unit hangs at the right of the last number, which stays under its line.
      let half = TextWidth.of(tickText(tick), size: 11) / 2
      guard x - half > free else { continue }
      canvas.text(text, x: x - half, y: bottom + 16, size: 11, color: Shade.quiet)
      free = x + half + 10
    }
  }

  private func tickText(_ tick: Double) -> String { tickLabel(Int(exactly: tick) ?? .max) }

  private func draw(
    _ row: Row, on canvas: inout Canvas, _ plot: Plot, label: Double, ends: [Double], at y: Double
  ) {
    let middle = y + BarChart.pitch / 2
    canvas.text(row.title, x: Canvas.margin, y: middle - 2, size: BarChart.size, room: label)
    canvas.text(row.subtitle, x: Canvas.margin, y: middle + 14, size: 11, color: row.ink.solid, room: label)
    var value = 0.0
    for segment in row.segments where segment.count > 0 {
      let from = plot.place(value)
      value += Double(segment.count)
      let to = plot.place(value)
      canvas.rect(
        x: from, y: middle - BarChart.bar / 2, width: to - from, height: BarChart.bar, ink: segment.ink,
        fill: segment.fill, title: segment.title)
    }
    for (cell, end) in zip(row.cells, ends) {
      canvas.text(cell, x: end, y: middle + 5, size: BarChart.size, anchor: .end)
    }
  }

  private func separate(_ words: String, on canvas: inout Canvas, _ plot: Plot, at y: Double, width: Double) {
    let middle = y + BarChart.lineHeight / 2
    let room = plot.x - Canvas.margin - 8
    canvas.text(words, x: Canvas.margin, y: middle + 4, size: 11, isBold: true, room: room)
    canvas.line(
      fromX: plot.x, y: middle, toX: width - Canvas.margin, toY: middle, color: Shade.text, width: 1.5, isDashed: true)
  }
}
