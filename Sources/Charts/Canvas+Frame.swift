extension Canvas {
  static let margin = 32.0

  /// Title, subtitle and legend from the top; returns where the chart may begin.
  mutating func head(_ frame: ChartFrame, legend: [LegendEntry], width: Double) -> Double {
    let room = width - 2 * Canvas.margin
    var y = Canvas.margin + 16
    text(frame.title, x: Canvas.margin, y: y, size: 20, isBold: true, room: room)
    for line in TextWidth.lines(frame.subtitle, size: 13, room: room) {
      y += 22
      text(line, x: Canvas.margin, y: y, size: 13, color: Shade.quiet)
    }
    guard !legend.isEmpty else { return y + 16 }
    y += 30
    var x = Canvas.margin
    for entry in legend {
      let wide = 20 + TextWidth.of(entry.label, size: 12)
      if x > Canvas.margin, x + wide > width - Canvas.margin {
        x = Canvas.margin
        y += 20
      }
      rect(x: x, y: y - 10, width: 14, height: 12, ink: entry.ink, fill: entry.fill, edge: entry.edge)
      text(entry.label, x: x + 20, y: y, size: 12, room: room - 20)
      x += wide + 20
    }
    return y + 18
  }

  /// The notes from `y` on; returns the height of the whole.
  mutating func foot(_ frame: ChartFrame, from y: Double, width: Double) -> Double {
    var y = y + 12
    line(fromX: Canvas.margin, y: y, toX: width - Canvas.margin, toY: y)
    y += 6
    for note in frame.notes {
      for line in TextWidth.lines(note, size: 11, room: width - 2 * Canvas.margin) {
        y += 15
        text(line, x: Canvas.margin, y: y, size: 11, color: Shade.quiet)
      }
    }
    return y + Canvas.margin - 8
  }
}
