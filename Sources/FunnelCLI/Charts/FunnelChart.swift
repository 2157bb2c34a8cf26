import Charts
import FunnelStore
import SharedFunnel

/// A funnel as a picture: of each stage, the leads that reached it, and of those that reached the stage before the ones
/// that are still open there and the ones that were lost, striped in the colour of whoever answers for it.
struct FunnelChart {
  let definition: FunnelDefinition
  private let text = RateText(glyphs: .unicode)

  init(definition: FunnelDefinition) { self.definition = definition }

  private var steps: [FunnelStep] { definition.answer.total.cohort == 0 ? [] : definition.answer.total.steps }

  var svg: String {
    let rows = steps.indices.map(row)
    let longest = rows.map { $0.segments.map(\.count).reduce(0, +) }.max() ?? 0
    return BarChart(
      frame: frame,
      columns: [
        Message.columnFrom(), Message.funnelColumnReached(), Message.funnelColumnConversion(),
        Message.funnelColumnLost(), Message.funnelColumnOpen(),
      ],
      // The number at the end of the axis is the first round one that no bar passes.
      rows: rows, unit: longest > 1 ? Message.chartLeads() : Message.chartLead(), legend: legend,
      empty: Message.funnelNothing(),
      tickLabel: { NumberText.integer(Int64($0)) }
    ).svg
  }

  private var frame: ChartFrame {
    let tables = FunnelTables(definition: definition, text: text)
    return ChartFrame(
      id: "funnel", title: Message.funnelChartTitle(),
      subtitle: RightToLeft.fenced(TerminalText.escaped(definition.what)),
      notes: ([Message.funnelChartNote()] + tables.notes + definition.notes(withLosses: true) + pairNotes)
        .map(TerminalText.escaped),
      table: DataTable(FunnelRows(definition: definition).grid))
  }

  private var pairNotes: [String] {
    guard let times = definition.answer.total.pair else { return [] }
    return [
      Message.funnelChartPair([
        "from": times.pair.from.label, "to": times.pair.to.label, "count": text.count(times.n),
        "half": text.duration(times.p50), "most": text.duration(times.p90), "negative": text.count(times.negative),
      ])
    ]
  }

  private func row(_ index: Int) -> BarChart.Row {
    let step = steps[index]
    let next = index + 1 < steps.count ? steps[index + 1] : nil
    let hasStep = step.from != nil
    return BarChart.Row(
      title: step.stage.label, subtitle: step.owners.label, ink: step.owners.ink, segments: segments(step),
      cells: [
        step.from.map { String($0.number) } ?? text.glyphs.none, text.count(step.reached), text.conversion(step),
        hasStep ? text.count(step.lost) : text.glyphs.none, hasStep ? text.count(step.open) : text.glyphs.none,
      ],
      lineBelow: next.flatMap { $0.owners.isDisjoint(with: step.owners) ? Message.chartLine() : nil })
  }

  private func segments(_ step: FunnelStep) -> [BarChart.Segment] {
    func title(_ what: String, _ count: Int) -> String {
      Message.chartSegment(["stage": step.stage.label, "what": what, "count": text.count(count)])
    }
    var segments = [
      BarChart.Segment(
        count: step.reached, ink: step.owners.ink, fill: .solid,
        title: title(Message.chartReached(["owner": step.owners.label]), step.reached))
    ]
    guard step.from != nil else { return segments }
    segments.append(
      BarChart.Segment(
        count: step.open, ink: .neutral, fill: .tint, title: title(Message.chartOpen(), step.open)))
    segments += step.dropOff.map { loss in
      BarChart.Segment(
        count: loss.lost, ink: loss.bucket.ink, fill: .hatched,
        title: title(Message.chartLost(["owner": loss.bucket.label]), loss.lost))
    }
    return segments
  }

  /// What occurs, each once: the owners in the order of the stages, then what is open, then the losses.
  private var legend: [LegendEntry] {
    var entries = steps.map { step in
      LegendEntry(
        ink: step.owners.ink, fill: .solid, label: Message.chartReached(["owner": step.owners.label]))
    }
    if steps.contains(where: { $0.from != nil && $0.open > 0 }) {
      entries.append(LegendEntry(ink: .neutral, fill: .tint, label: Message.chartOpen()))
    }
    let losses = steps.flatMap(\.dropOff).map(\.bucket)
    // In handoff and nobody share a colour, and so an entry.
    let neutral = losses.filter { $0.ink == .neutral }.reduce(into: [String]()) { names, bucket in
      if !names.contains(bucket.label) { names.append(bucket.label) }
    }
    entries += losses.map { bucket in
      let name = bucket.ink == .neutral ? neutral.joined(separator: ", ") : bucket.label
      return LegendEntry(ink: bucket.ink, fill: .hatched, label: Message.chartLost(["owner": name]))
    }
    return entries.reduce(into: []) { kept, entry in if !kept.contains(entry) { kept.append(entry) } }
  }
}
