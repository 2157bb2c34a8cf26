import FunnelStore
import SharedFunnel

/// The course of a rate, or of each group's, as a line of signs with its ends in numbers: what a column of rates does
/// not show at a glance.
struct TrendCourse {
  let answer: TrendAnswer
  let text: RateText

  /// One point is no course.
  static func isDrawn(_ answer: TrendAnswer) -> Bool { answer.points.count > 1 }

  /// A row a series; the periods that are compared follow each other.
  var table: ReportTable {
    let all = [answer] + answer.previous
    let isGrouped = !answer.groups.isEmpty
    let first = isGrouped ? Message.trendColumnSeries() : Message.trendColumnPeriod()
    return ReportTable(
      heading: Message.trendCourseHeading(),
      columns: [
        ReportTable.Column(title: first, isRight: false, priority: 9, fit: .cut),
        ReportTable.Column(title: Message.flowColumnCourse(), isRight: false, priority: 8),
        ReportTable.Column(title: Message.trendColumnLowest(), priority: 7),
        ReportTable.Column(title: Message.trendColumnHighest(), priority: 7),
      ], rows: all.flatMap { isGrouped ? groups($0, among: all) : [row(name(of: $0), $0.points)] })
  }

  private func name(of answer: TrendAnswer) -> String { answer.period?.label ?? Message.funnelAllTime() }

  private func groups(_ answer: TrendAnswer, among all: [TrendAnswer]) -> [[String]] {
    func name(_ group: String) -> String {
      all.count > 1 ? Message.trendSeriesIn(["series": group, "period": self.name(of: answer)]) : group
    }
    return [row(name(Message.reportTotal()), answer.points)]
      + answer.groups.prefix(TrendTables.mostGroups).map { row(name($0.name ?? Message.reportWithout()), $0.points) }
  }

  private func row(_ name: String, _ points: [TrendPoint]) -> [String] {
    let rates = points.suffix(TrendTables.mostPoints).map(\.drawn)
    let known = rates.compactMap(\.self)
    return [name, Sparkline(values: rates).text(text.glyphs), text.rate(known.min()), text.rate(known.max())]
  }
}

extension TrendPoint {
  /// What a picture of the rate shows: of an immature one the estimate, for the rate is too low.
  var drawn: Double? { isImmature ? estimate?.value : value }
}
