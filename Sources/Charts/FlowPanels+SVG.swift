extension FlowPanels {
  private static let panel = 72.0
  private static let pitch = 104.0
  private static let gap = 24.0
  private static let tickSize = 10.0
  private static let labelMost = 200.0

  /// The panels as a file, at least 960 pixels wide.
  public var svg: String {
    let label = min(
      FlowPanels.labelMost,
      rows.reduce(0) {
        max(
          $0, TextWidth.of($1.title, size: 13), TextWidth.of($1.subtitle, size: 11),
          TextWidth.of($1.summary, size: 11))
      })
    let balances = rows.map { Scale(upTo: $0.intervals.reduce(0) { max($0, Double($1.balance)) }, most: 3) }
    let flows = rows.map { FlowScale($0.intervals) }
    let balanceTicks = widest(balances.flatMap(\.ticks))
    let flowTicks = widest(flows.flatMap(\.ticks))
    let fixed = 2 * Canvas.margin + label + 2 * FlowPanels.gap + balanceTicks + flowTicks + 16
    let names = labels.reduce(0) { max($0, TextWidth.of($1, size: FlowPanels.tickSize)) }
    // A panel has room for its longest label and for a bar of eight pixels each.
    let panel = max((960 - fixed) / 2, names, 8 * Double(labels.count))
    let width = fixed + 2 * panel
    let balanceX = Canvas.margin + label + FlowPanels.gap + balanceTicks + 8
    let flowX = balanceX + panel + FlowPanels.gap + flowTicks + 8

    var canvas = Canvas(id: frame.id)
    var y = canvas.head(frame, legend: legend, width: width)
    if rows.isEmpty || labels.isEmpty {
      y += 24
      canvas.text(empty, x: Canvas.margin, y: y, size: 13, room: width - 2 * Canvas.margin)
      y += 16
    } else {
      y += 14
      for (title, x) in [(heads.balance, balanceX), (heads.flow, flowX)] {
        canvas.text(title, x: x, y: y, size: 12, color: Shade.quiet, isBold: true, room: panel)
      }
      y += 18
      for (index, row) in rows.enumerated() {
        draw(row, on: &canvas, at: y, label: label)
        draw(row, on: &canvas, balances[index], Panel(x: balanceX, y: y, width: panel, count: labels.count))
        draw(row, on: &canvas, flows[index], Panel(x: flowX, y: y, width: panel, count: labels.count))
        y += FlowPanels.pitch
      }
      y -= FlowPanels.pitch - FlowPanels.panel
      for x in [balanceX, flowX] { name(on: &canvas, Panel(x: x, y: y, width: panel, count: labels.count)) }
      y += 32
    }
    let height = canvas.foot(frame, from: y, width: width)
    return canvas.svg(frame, width: width, height: height)
  }

  private struct Panel {
    let x: Double
    let y: Double
    let width: Double
    let count: Int
    var pitch: Double { width / Double(max(count, 1)) }
    /// A bar is never so wide that it looks like an area.
    var bar: Double { min(pitch * 0.72, 40) }
    func middle(_ index: Int) -> Double { x + (Double(index) + 0.5) * pitch }
  }

  /// One step for both sides of the axis, and on each side as many as it needs.
  private struct FlowScale {
    let up: Double
    let down: Double
    /// Those below the axis are negative.
    let ticks: [Double]

    init(_ intervals: [Interval]) {
      let above = intervals.reduce(0) { max($0, Double($1.entered)) }
      let below = intervals.reduce(0) { max($0, Double($1.moved) + Double($1.lost)) }
      let scale = Scale(upTo: max(above, below), most: 2)
      func part(_ largest: Double) -> [Double] {
        guard let end = scale.ticks.firstIndex(where: { $0 >= largest }) else { return scale.ticks }
        return Array(scale.ticks[...end])
      }
      let upper = part(above)
      let lower = part(below)
      // Without any flow there is still an axis.
      up = max(upper.last ?? 0, below > 0 ? 0 : scale.top)
      down = lower.last ?? 0
      ticks = lower.dropFirst().reversed().map { -$0 } + upper
    }
  }

  private func tickText(_ tick: Double) -> String { tickLabel(Int(exactly: tick.magnitude) ?? .max) }

  private func widest(_ ticks: [Double]) -> Double {
    ticks.reduce(0) { max($0, TextWidth.of(tickText($1), size: FlowPanels.tickSize)) }
  }

  // MARK: A line

  private func draw(_ row: Row, on canvas: inout Canvas, at y: Double, label: Double) {
    let middle = y + FlowPanels.panel / 2
    canvas.text(row.title, x: Canvas.margin, y: middle - 12, size: 13, room: label)
    canvas.text(row.subtitle, x: Canvas.margin, y: middle + 4, size: 11, color: row.ink.solid, room: label)
    canvas.text(row.summary, x: Canvas.margin, y: middle + 20, size: 11, color: Shade.quiet, room: label)
  }

  private func draw(_ row: Row, on canvas: inout Canvas, _ scale: Scale, _ panel: Panel) {
    func place(_ value: Double) -> Double { panel.y + FlowPanels.panel * (1 - value / scale.top) }
    draw(scale.ticks, on: &canvas, panel, place)
    for (index, interval) in row.intervals.enumerated() where interval.balance > 0 {
      let top = place(Double(interval.balance))
      canvas.rect(
        x: panel.middle(index) - panel.bar / 2, y: top, width: panel.bar, height: place(0) - top, ink: row.ink,
        fill: .solid, title: interval.title)
    }
  }

  private func draw(_ row: Row, on canvas: inout Canvas, _ scale: FlowScale, _ panel: Panel) {
    func place(_ value: Double) -> Double {
      panel.y + FlowPanels.panel * (scale.up - value) / (scale.up + scale.down)
    }
    draw(scale.ticks, on: &canvas, panel, place)
    for (index, interval) in row.intervals.enumerated() {
      let x = panel.middle(index) - panel.bar / 2
      func bar(_ from: Double, _ to: Double, _ fill: Ink.Fill) {
        guard from > to else { return }
        canvas.rect(
          x: x, y: place(from), width: panel.bar, height: place(to) - place(from), ink: row.ink, fill: fill,
          title: interval.title)
      }
      let moved = Double(interval.moved)
      bar(Double(interval.entered), 0, .solid)
      bar(0, -moved, .tint)
      bar(-moved, -moved - Double(interval.lost), .hatched)
    }
  }

  private func draw(
    _ ticks: [Double], on canvas: inout Canvas, _ panel: Panel, _ place: (Double) -> Double
  ) {
    for tick in ticks {
      let y = place(tick)
      canvas.line(
        fromX: panel.x, y: y, toX: panel.x + panel.width, toY: y, color: tick == 0 ? Shade.quiet : Shade.grid)
      canvas.text(
        tickText(tick), x: panel.x - 8, y: y + 3.5, size: FlowPanels.tickSize, anchor: .end, color: Shade.quiet)
    }
  }

  /// The names of intervals, each under its bar; where they are too many, those that leave room for the next. The last
  /// is where the eye looks, so they are counted from the end.
  private func name(on canvas: inout Canvas, _ panel: Panel) {
    var free = Double.infinity
    for index in labels.indices.reversed() {
      let half = TextWidth.of(labels[index], size: FlowPanels.tickSize) / 2
      // Kept within the panel, beside whose edge the other one's numbers stand.
      let middle = min(max(panel.middle(index), panel.x + half), panel.x + panel.width - half)
      guard middle + half < free else { continue }
      canvas.text(
        labels[index], x: middle, y: panel.y + 18, size: FlowPanels.tickSize, anchor: .middle, color: Shade.quiet)
      free = middle - half - 10
    }
  }
}
