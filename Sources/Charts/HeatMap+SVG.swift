extension HeatMap {
  private static let size = 12.0
  private static let height = 26.0
  private static let gap = 18.0
  private static let labelMost = 200.0

  /// The map as a file, as wide as its columns need.
  public var svg: String {
    let lines = rows + [total]
    func widest(_ texts: [String], isBold: Bool = false) -> Double {
      texts.reduce(0) { max($0, TextWidth.of($1, size: HeatMap.size, isBold: isBold)) }
    }
    let label = min(
      HeatMap.labelMost,
      max(widest(lines.map(\.title)), widest([heads.title, total.title], isBold: true)))
    let count = max(widest(lines.map(\.count)), widest([heads.count, total.count], isBold: true))
    let texts = lines.flatMap(\.cells).map(\.text)
    let cell = max(54, widest(columns + texts, isBold: true) + 12)
    let left = Canvas.margin + label + HeatMap.gap + count + HeatMap.gap
    let width = max(720, left + cell * Double(columns.count) + Canvas.margin)
    let grid = Plan(left: left, label: label, count: left - HeatMap.gap, cell: cell, width: width)

    var canvas = Canvas(id: frame.id)
    var y = canvas.head(frame, legend: legend, width: width)
    if rows.isEmpty {
      y += 24
      canvas.text(empty, x: Canvas.margin, y: y, size: 13, room: width - 2 * Canvas.margin)
      y += 16
    } else {
      y = draw(on: &canvas, grid, from: y)
    }
    let height = canvas.foot(frame, from: y, width: width)
    return canvas.svg(frame, width: width, height: height)
  }

  private struct Plan {
    let left: Double
    let label: Double
    /// Where counts end.
    let count: Double
    let cell: Double
    let width: Double
  }

  // MARK: Scale

  /// In tenths of a percent, so that its limits are round even where rates are small.
  private var scale: Scale {
    Scale(upTo: (rows + [total]).flatMap(\.cells).reduce(0) { max($0, $1.share * 1000) })
  }

  private var legend: [LegendEntry] {
    guard !rows.isEmpty else { return [] }
    let ticks = scale.ticks
    let steps = ticks.count - 1
    var entries = (0..<steps).map { step in
      LegendEntry(
        ink: HeatShade.of(step: step, among: steps).ink, fill: .solid,
        label: stepLabel(ticks[step] / 1000, ticks[step + 1] / 1000))
    }
    if rows.contains(where: { $0.cells.contains(where: \.isEstimated) }) {
      entries.append(LegendEntry(ink: HeatShade.estimate, fill: .hatched, label: estimated))
    }
    // The palest shade would be no shape on paper.
    for index in entries.indices { entries[index].edge = Shade.quiet }
    return entries
  }

  private func shade(_ share: Double, on scale: Scale) -> (ink: Ink, text: String) {
    let steps = scale.ticks.count - 1
    let step = Int(exactly: (share * 1000 / scale.top * Double(steps)).rounded(.down)) ?? 0
    return HeatShade.of(step: min(step, steps - 1), among: steps)
  }

  // MARK: Rows

  private func draw(on canvas: inout Canvas, _ plan: Plan, from start: Double) -> Double {
    let head = start + 14
    canvas.text(
      heads.title, x: Canvas.margin, y: head, size: HeatMap.size, color: Shade.quiet, isBold: true, room: plan.label)
    canvas.text(
      heads.count, x: plan.count, y: head, size: HeatMap.size, anchor: .end, color: Shade.quiet, isBold: true)
    for (index, title) in columns.enumerated() {
      canvas.text(
        title, x: plan.left + (Double(index) + 0.5) * plan.cell, y: head, size: HeatMap.size, anchor: .middle,
        color: Shade.quiet, isBold: true)
    }
    var y = head + 10
    let scale = scale
    for row in rows {
      draw(row, on: &canvas, plan, scale, at: y, isBold: false)
      y += HeatMap.height
    }
    y += 6
    canvas.line(
      fromX: Canvas.margin, y: y, toX: plan.left + plan.cell * Double(columns.count), toY: y, color: Shade.quiet)
    y += 6
    draw(total, on: &canvas, plan, scale, at: y, isBold: true)
    return y + HeatMap.height + 10
  }

  private func draw(
    _ row: Row, on canvas: inout Canvas, _ plan: Plan, _ scale: Scale, at y: Double, isBold: Bool
  ) {
    let baseline = y + HeatMap.height / 2 + 4
    canvas.text(row.title, x: Canvas.margin, y: baseline, size: HeatMap.size, isBold: isBold, room: plan.label)
    canvas.text(row.count, x: plan.count, y: baseline, size: HeatMap.size, anchor: .end, isBold: isBold)
    for (index, cell) in row.cells.enumerated() {
      let x = plan.left + Double(index) * plan.cell
      func fill(_ ink: Ink, _ fill: Ink.Fill, _ title: String) {
        canvas.rect(
          x: x + 1, y: y + 1, width: plan.cell - 2, height: HeatMap.height - 2, ink: ink, fill: fill, title: title)
      }
      let color: String
      switch cell {
      case .measured(let share, _, let title):
        let shade = shade(share, on: scale)
        color = shade.text
        fill(shade.ink, .solid, title)
      case .estimated(_, let title):
        color = Shade.text
        fill(HeatShade.estimate, .hatched, title)
      case .empty: continue
      }
      canvas.text(
        cell.text, x: x + plan.cell / 2, y: baseline, size: HeatMap.size, anchor: .middle, color: color, isBold: isBold,
        isOnStripes: cell.isEstimated)
    }
  }
}

extension HeatMap.Cell {
  var text: String {
    switch self {
    case .measured(_, let text, _), .estimated(let text, _): text
    case .empty: ""
    }
  }

  /// 0 of what is not on the scale.
  var share: Double { if case .measured(let share, _, _) = self { share } else { 0 } }

  var isEstimated: Bool { if case .estimated = self { true } else { false } }
}
