import FunnelStore
import SharedFunnel

/// A trend for people: a line a point, the latest ones; by group a column each, the largest groups.
struct TrendTables {
  /// More points than that are read by programs.
  static let mostPoints = 60
  static let mostGroups = 8

  let definition: TrendDefinition
  let answer: TrendAnswer
  let text: RateText

  var tables: [ReportTable] {
    (answer.groups.isEmpty ? [points] : [groups(answer)] + answer.previous.map(groups))
      + (TrendCourse.isDrawn(answer) ? [TrendCourse(answer: answer, text: text).table] : [])
  }

  /// What only the tables need to have explained.
  var notes: [String] {
    var notes: [String] = []
    if let previous = answer.previous.first {
      let period = previous.period?.label ?? ""
      notes.append(Message.compareNote(["period": period]))
      if answer.groups.isEmpty { notes.append(Message.trendAlignedNote(["period": period])) }
    }
    if TrendCourse.isDrawn(answer) { notes.append(Message.trendCourseNote()) }
    if answer.points.count > TrendTables.mostPoints {
      notes.append(Message.trendMorePoints(["count": text.count(answer.points.count - TrendTables.mostPoints)]))
    }
    if answer.groups.count > TrendTables.mostGroups {
      notes.append(Message.trendMoreGroups(["count": text.count(answer.groups.count - TrendTables.mostGroups)]))
    }
    return notes
  }

  private func heading(_ answer: TrendAnswer) -> String {
    Message.trendHeading([
      "rate": definition.title, "unit": definition.request.unit.rawValue, "what": definition.what(answer.period),
    ])
  }

  // MARK: All

  private var points: ReportTable {
    let previous = answer.previous.first?.points
    var columns = [
      ReportTable.Column(title: Message.trendColumnPoint(), isRight: false, priority: 9),
      ReportTable.Column(title: "", isRight: false, priority: 7, isBar: true),
      ReportTable.Column(title: Message.trendColumnRate(), priority: 9),
      ReportTable.Column(title: Message.trendColumnNumerator(), priority: 8),
      ReportTable.Column(title: Message.trendColumnDenominator(), priority: 8),
      ReportTable.Column(title: Message.trendColumnUnresolved(), priority: 6),
    ]
    if previous != nil {
      columns += [
        ReportTable.Column(title: "", isRight: false, priority: 7),
        ReportTable.Column(title: Message.compareColumnBefore(), priority: 9),
        ReportTable.Column(title: Message.compareColumnPoints(), priority: 9),
      ]
    }
    let shown = answer.points.enumerated().suffix(TrendTables.mostPoints)
    return ReportTable(
      heading: heading(answer), columns: columns,
      rows: shown.map { index, point in
        row(point) + (previous.map { before(point, index < $0.count ? $0[index] : nil) } ?? [])
      }, bars: shown.map { $0.element.drawn ?? 0 }, empty: .trendNothing)
  }

  private func row(_ point: TrendPoint) -> [String] {
    [
      label(point), "", text.rate(point),
      text.count(point.rate.numerator), text.count(point.rate.denominator), text.count(point.unresolved),
    ]
  }

  private func before(_ point: TrendPoint, _ before: TrendPoint?) -> [String] {
    guard let before else { return ["", text.glyphs.none, text.glyphs.none] }
    return [label(before), text.rate(before, withInterval: false), text.points(point.difference(from: before))]
  }

  private func label(_ point: TrendPoint) -> String {
    point.isUnfinished ? Message.trendUnfinishedMark(["point": point.label]) : point.label
  }

  // MARK: Groups

  private func groups(_ answer: TrendAnswer) -> ReportTable {
    let groups = answer.groups.prefix(TrendTables.mostGroups)
    let shown = answer.points.indices.suffix(TrendTables.mostPoints)
    return ReportTable(
      heading: heading(answer),
      columns: [
        ReportTable.Column(title: Message.trendColumnPoint(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.reportTotal(), priority: 8),
      ] + groups.map { ReportTable.Column(title: $0.name ?? Message.reportWithout(), priority: 7) },
      rows: shown.map { index in
        [label(answer.points[index]), text.rate(answer.points[index], withInterval: false)]
          + groups.map { text.rate($0.points[index], withInterval: false) }
      }, empty: .trendNothing)
  }
}

extension RateText {
  /// The rate of a point. An immature one has its estimate beside it.
  func rate(_ point: TrendPoint, withInterval: Bool = true) -> String {
    guard point.isImmature, point.value != nil else { return rate(point.value, withInterval ? point.interval : nil) }
    return immature(rate(point.value), point.estimate?.value)
  }
}
