import Charts
import FunnelStore
import SharedFunnel

/// The flow of each stage as a picture: its balance at the end of each interval, what came in and what went out.
struct FlowChart {
  let rendering: FlowRendering
  private let text = RateText(glyphs: .unicode)

  init(rendering: FlowRendering) { self.rendering = rendering }

  private var report: FlowReport { rendering.answer.report }
  /// The same as in the table for people.
  private var shown: Range<Int> { report.intervals.indices.suffix(FlowRendering.most) }

  var svg: String {
    FlowPanels(
      frame: ChartFrame(
        id: "flow", title: Message.flowChartTitle(["unit": report.unit.rawValue]),
        subtitle: RightToLeft.fenced(TerminalText.escaped(rendering.what)),
        notes: ([Message.flowChartNote()] + rendering.notes(withCourse: false)).map(TerminalText.escaped), table: table),
      labels: shown.map { rendering.label(report.intervals[$0]) }, rows: report.intervals.isEmpty ? [] : rows,
      heads: (Message.flowChartBalance(), Message.flowChartFlow()), legend: report.intervals.isEmpty ? [] : legend,
      empty: Message.flowNothing(), tickLabel: { NumberText.integer(Int64($0)) }
    ).svg
  }

  private var rows: [FlowPanels.Row] {
    report.stages.map { stage in
      FlowPanels.Row(
        title: stage.stage.label, subtitle: stage.owners.label,
        summary: Message.flowChartClosing(["count": text.count(stage.series.whole.closing)]), ink: stage.owners.ink,
        intervals: shown.map { interval(stage.series.intervals[$0], label: report.intervals[$0].label, of: stage) })
    }
  }

  private func interval(_ flow: FlowCounts, label: String, of stage: FlowStage) -> FlowPanels.Interval {
    FlowPanels.Interval(
      balance: flow.closing, entered: flow.entered, moved: flow.forwardOut + flow.backOut, lost: flow.lost,
      title: Message.flowChartInterval([
        "stage": stage.stage.label, "interval": label, "opening": text.count(flow.opening),
        "in": text.count(flow.entered), "moved": text.count(flow.forwardOut + flow.backOut),
        "lost": text.count(flow.lost), "closing": text.count(flow.closing),
      ]))
  }

  /// The owners in the order of the stages, then what the fillings mean in any colour.
  private var legend: [LegendEntry] {
    let owners = report.stages.map {
      LegendEntry(ink: $0.owners.ink, fill: .solid, label: Message.flowChartOwner(["owner": $0.owners.label]))
    }
    return owners.reduce(into: []) { kept, entry in if !kept.contains(entry) { kept.append(entry) } } + [
      LegendEntry(ink: .neutral, fill: .tint, label: Message.flowChartMoved()),
      LegendEntry(ink: .neutral, fill: .hatched, label: Message.flowChartLost()),
    ]
  }

  // MARK: Table

  private var table: DataTable {
    func rows(_ name: String, _ series: FlowSeries) -> [[String]] {
      shown.map { index in
        [name, rendering.label(report.intervals[index])]
          + FlowRendering.columns.map { text.count(series.intervals[index][$0.number]) }
      }
    }
    return DataTable(
      columns: [Message.columnStage(), Message.flowColumnInterval()] + FlowRendering.columns.map { $0.title() },
      rows: report.stages.flatMap { rows($0.stage.label, $0.series) } + rows(Message.reportTotal(), report.total))
  }
}
