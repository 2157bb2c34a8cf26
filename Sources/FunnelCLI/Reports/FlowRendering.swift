import FunnelStore
import SharedFunnel

/// The report on flow, for people.
struct FlowRendering {
  /// More intervals than that are read by programs.
  static let most = 36
  static let mostGroups = 30
  /// As wide as a sparkline may be beside the numbers in 80 columns.
  static let mostSparks = 8

  let answer: FlowAnswer
  let request: FlowRequest
  let text: RateText

  private var report: FlowReport { answer.report }
  var observation: ReportObservation {
    ReportObservation(
      scope: request.scope, zone: answer.zone, until: answer.observedUntil, bySource: answer.observedUntilBySource)
  }

  var page: ReportPage {
    let programs = FlowDocument(rendering: self)
    return ReportPage(
      schema: "report.flow", document: programs.document, rows: programs.rows,
      tables: [whole] + (request.grouping.map { details(by: $0) } ?? (report.intervals.count > 1 ? [series] : [])),
      notes: notes(withCourse: true))
  }

  // MARK: Tables

  static let columns: [(title: Message, priority: Int, number: FlowNumber)] = [
    (.flowColumnOpening, 9, .opening), (.flowColumnIn, 8, .entered), (.flowColumnNew, 5, .new),
    (.flowColumnForwardIn, 4, .forwardIn), (.flowColumnBackIn, 2, .backIn), (.flowColumnReopened, 1, .reopened),
    (.flowColumnOut, 3, .left), (.flowColumnForwardOut, 7, .forwardOut), (.flowColumnBackOut, 7, .backOut),
    (.funnelColumnLost, 7, .lost), (.flowColumnClosing, 9, .closing),
  ]
  private static let compared: [(title: Message, number: FlowNumber)] = [
    (.flowColumnInBefore, .entered), (.flowColumnOutBefore, .left), (.flowColumnClosingBefore, .closing),
  ]

  private var numberColumns: [ReportTable.Column] {
    FlowRendering.columns.map { ReportTable.Column(title: $0.title(), priority: $0.priority) }
  }

  private func cells(_ counts: FlowCounts) -> [String] {
    FlowRendering.columns.map { text.count(counts[$0.number]) }
  }

  private var conditions: [String] { request.conditions.map(\.typed) }

  /// Which leads, and when.
  var what: String { what(answer) }

  private func what(_ answer: FlowAnswer) -> String {
    (conditions + [answer.period?.label ?? Message.funnelAllTime()]).joined(separator: ", ")
  }

  private var whole: ReportTable {
    let before = answer.previous.first?.report
    func compared(_ counts: FlowCounts?) -> [String] {
      counts.map { counts in FlowRendering.compared.map { text.count(counts[$0.number]) } } ?? []
    }
    return ReportTable(
      heading: Message.flowHeading(["what": what]),
      columns: [
        ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnOwner(), isRight: false, priority: 5, fit: .wrapped),
      ] + numberColumns
        + (hasCourse ? [ReportTable.Column(title: Message.flowColumnCourse(), isRight: false, priority: 6)] : [])
        + (before == nil
          ? [] : FlowRendering.compared.map { ReportTable.Column(title: $0.title(), priority: 6) }),
      rows: report.intervals.isEmpty
        ? []
        : report.stages.map { stage in
          [stage.stage.label, stage.owners.label] + cells(stage.series.whole) + course(stage.series)
            + compared(before?.stages.first { $0.stage == stage.stage }?.series.whole)
        },
      footer: report.intervals.isEmpty || report.stages.count < 2
        ? nil
        : [Message.reportTotal(), ""] + cells(report.total.whole) + course(report.total)
          + compared(before?.total.whole),
      empty: .flowNothing)
  }

  /// One interval has no course.
  private var hasCourse: Bool { report.intervals.count > 1 }

  /// The closing balances of the last intervals.
  private func course(_ series: FlowSeries) -> [String] {
    guard hasCourse else { return [] }
    let values = series.intervals.suffix(FlowRendering.mostSparks).map { Double($0.closing) }
    return [Sparkline(values: values).text(text.glyphs)]
  }

  private var series: ReportTable {
    var table = ReportTable(
      heading: Message.flowSeriesHeading(["unit": report.unit.rawValue]),
      columns: [ReportTable.Column(title: Message.flowColumnInterval(), isRight: false, priority: 9)] + numberColumns,
      rows: [])
    let shown = report.intervals.indices.suffix(FlowRendering.most)
    func section(_ heading: String, _ series: FlowSeries) -> TextTable.Section {
      TextTable.Section(
        heading: heading, rows: shown.map { [label(report.intervals[$0])] + cells(series.intervals[$0]) })
    }
    table.sections = report.stages.map { section($0.stage.label, $0.series) }
    if report.stages.count > 1 { table.sections.append(section(Message.reportTotal(), report.total)) }
    return table
  }

  /// A section a stage, so that groups compare.
  private func details(by dimension: Dimension) -> [ReportTable] {
    ([answer] + answer.previous).filter { !$0.groups.isEmpty }.map { answer in
      let groups = answer.groups.prefix(FlowRendering.mostGroups)
      var table = ReportTable(
        heading: Message.flowGroupsHeading(["dimension": dimension.rawValue, "what": what(answer)]),
        columns: [ReportTable.Column(title: dimension.label, isRight: false, priority: 9, fit: .cut)] + numberColumns,
        rows: [])
      func section(_ heading: String, _ all: FlowCounts, _ counts: (FlowReport) -> FlowCounts?) -> TextTable.Section {
        let rows = groups.compactMap { group in
          counts(group.report).flatMap { counts in
            counts == FlowCounts() ? nil : [group.name ?? Message.reportWithout()] + cells(counts)
          }
        }
        return TextTable.Section(heading: heading, rows: rows + [[Message.reportTotal()] + cells(all)])
      }
      table.sections = answer.report.stages.map { stage in
        section(stage.stage.label, stage.series.whole) { report in
          report.stages.first { $0.stage == stage.stage }?.series.whole
        }
      }
      if answer.report.stages.count > 1 {
        table.sections.append(section(Message.reportTotal(), answer.report.total.whole) { $0.total.whole })
      }
      return table
    }
  }

  func label(_ interval: FlowInterval) -> String {
    interval.isCut || isUnfinished(interval) ? interval.label + "*" : interval.label
  }

  func isUnfinished(_ interval: FlowInterval) -> Bool { interval.end > answer.observedUntil }

  // MARK: Sentences

  /// - Parameter withCourse: for people who see a table, which alone has that column.
  func notes(withCourse: Bool) -> [String] {
    let total = report.total.whole
    var notes = [
      Message.flowIdentity([
        "opening": text.count(total.opening), "in": text.count(total.entered), "out": text.count(total.left),
        "closing": text.count(total.closing),
      ]), Message.flowInNote(), Message.flowOutNote(),
    ]
    if withCourse, hasCourse {
      notes.append(
        Message.flowCourseNote(["count": text.count(min(report.intervals.count, FlowRendering.mostSparks))]))
    }
    if report.intervals.contains(where: { $0.isCut || isUnfinished($0) }) { notes.append(Message.flowCut()) }
    if let dimension = request.grouping { notes.append(Message.flowGroupsNote(["dimension": dimension.rawValue])) }
    if answer.groups.count > FlowRendering.mostGroups {
      notes.append(Message.funnelMoreGroups(["count": text.count(answer.groups.count - FlowRendering.mostGroups)]))
    }
    if request.grouping == nil, report.intervals.count > FlowRendering.most {
      notes.append(
        Message.flowMore([
          "most": text.count(FlowRendering.most), "count": text.count(report.intervals.count),
        ]))
    }
    if let previous = answer.previous.first {
      notes.append(Message.flowBefore(["period": previous.period?.label ?? ""]))
    }
    if !answer.observedUntilBySource.isEmpty { notes.append(Message.flowSources()) }
    return notes + observation.notes(answer.period)
  }
}
