import FunnelStore
import SharedFunnel

/// The report on disputes, for people: one table, whose sections are the ways to break the disputes down.
struct DisputeRendering {
  /// More rows than that in a section are read by programs.
  static let most = 12

  let answer: DisputesAnswer
  let request: DisputeRequest
  let text: RateText

  private var report: DisputeReport { answer.report }
  private var total: DisputeTally { report.total }
  private var previous: DisputesAnswer? { answer.previous.first }

  var observation: ReportObservation {
    ReportObservation(scope: request.scope, zone: answer.zone, until: answer.observedUntil)
  }

  var page: ReportPage {
    let programs = DisputeDocument(rendering: self)
    return ReportPage(
      schema: "report.disputes", document: programs.document, rows: programs.rows, tables: [table], notes: notes)
  }

  // MARK: Lines

  /// A row here, and the same one in the period compared with; either may be missing.
  struct Line {
    let name: String?
    /// Of a side.
    var role: DisputeSide.Role?
    let now: DisputeTally?
    let before: DisputeTally?
  }

  func lines(_ breakdown: DisputeBreakdown) -> [Line] {
    let others = previous?.report.breakdowns.first { $0.dimension == breakdown.dimension }?.rows ?? []
    let own = breakdown.rows.map { row in
      Line(name: row.name, now: row.tally, before: others.first { $0.name == row.name }?.tally)
    }
    let gone = others.filter { other in !breakdown.rows.contains { $0.name == other.name } }
    return own + gone.map { Line(name: $0.name, now: nil, before: $0.tally) }
  }

  /// The sides that objected, then those whose decisions were disputed.
  var sides: [Line] {
    let others = previous?.report.sides ?? []
    func isSame(_ left: DisputeSide, _ right: DisputeSide) -> Bool {
      left.role == right.role && left.departments == right.departments
    }
    let own = report.sides.map { side in
      Line(
        name: side.departments.key, role: side.role, now: side.tally,
        before: others.first { isSame($0, side) }?.tally)
    }
    let gone = others.filter { other in !report.sides.contains { isSame($0, other) } }
    return own + gone.map { Line(name: $0.departments.key, role: $0.role, now: nil, before: $0.tally) }
  }

  // MARK: The table

  private struct Column {
    let title: Message
    let priority: Int
    let cell: (Line) -> String
  }

  private var columns: [Column] {
    let none = Rate(0, of: 0)
    func count(_ title: Message, _ priority: Int, _ count: @escaping (DisputeTally) -> Int) -> Column {
      Column(title: title, priority: priority) { text.count($0.now.map(count) ?? 0) }
    }
    let opened = count(.columnOpened, 9, \.opened)
    let share = Column(title: .disputeColumnShare, priority: 8) { line in
      text.rate(line.now?.overturnedShare.value, line.now?.overturnedShare.interval)
    }
    let half = Column(title: .disputeColumnHalf, priority: 7) { text.duration($0.now?.ruling.p50) }
    guard previous != nil else {
      return [
        opened, count(.disputeColumnUpheld, 5, \.upheld), count(.disputeColumnOverturned, 6, \.overturned),
        count(.disputeColumnSplit, 4, \.split), count(.funnelColumnOpen, 8, \.open), share, half,
      ]
    }
    return [
      opened, Column(title: .compareColumnBefore, priority: 9) { text.count($0.before?.opened ?? 0) },
      Column(title: .compareColumnChange, priority: 9) {
        text.change(($0.now?.opened ?? 0) - ($0.before?.opened ?? 0))
      }, share,
      Column(title: .compareColumnPoints, priority: 8) {
        text.points(RateDifference($0.now?.overturnedShare ?? none, minus: $0.before?.overturnedShare ?? none))
      }, half,
    ]
  }

  private var heading: String {
    let when = request.period.map { Message.disputeOpenedIn(["period": $0.label]) } ?? Message.funnelAllTime()
    let compared = previous.map { [Message.compareWith(["period": $0.period?.label ?? ""])] } ?? []
    return Message.disputeHeading([
      "what": (request.conditions.map(\.typed) + [when] + compared).joined(separator: ", ")
    ])
  }

  private var table: ReportTable {
    let columns = columns
    func row(_ name: String, _ line: Line) -> [String] { [name] + columns.map { $0.cell(line) } }
    var table = ReportTable(
      heading: heading,
      columns: [ReportTable.Column(title: Message.disputeColumnBy(), isRight: false, priority: 9, fit: .cut)]
        + columns.map { ReportTable.Column(title: $0.title(), priority: $0.priority) },
      rows: [], footer: row(Message.reportTotal(), Line(name: nil, now: total, before: previous?.report.total)),
      empty: .disputeNothing)
    guard total.opened + (previous?.report.total.opened ?? 0) > 0 else { return table }
    let sections: [(DisputeSide.Role, Message)] = [(.giver, .disputeSideGiver), (.receiver, .disputeSideReceiver)]
    table.sections = sections.map { role, title in
      TextTable.Section(
        heading: title(), rows: sides.filter { $0.role == role }.map { row(DisputeRendering.side($0), $0) })
    }
    table.sections += shown.map { breakdown in
      TextTable.Section(
        heading: Message.disputeSection(["dimension": breakdown.dimension.rawValue]),
        rows: latest(breakdown).map { row(breakdown.dimension.label(of: $0.name), $0) })
    }
    return table
  }

  private static func side(_ line: Line) -> String {
    line.name.flatMap { DepartmentSet(key: $0) }?.label ?? line.name ?? ""
  }

  /// The outcomes stand in columns already, and no month stands in both periods: they are shown where they are asked
  /// for alone.
  private var shown: [DisputeBreakdown] {
    guard report.breakdowns.count > 1 else { return report.breakdowns }
    return report.breakdowns.filter { breakdown in
      breakdown.dimension != .outcome && (breakdown.dimension != .month || previous == nil)
    }
  }

  /// As many rows as a page has room for: the last months, and the largest of all else.
  private func latest(_ breakdown: DisputeBreakdown) -> ArraySlice<Line> {
    let lines = lines(breakdown)
    return breakdown.dimension == .month ? lines.suffix(DisputeRendering.most) : lines.prefix(DisputeRendering.most)
  }

  // MARK: Sentences

  var notes: [String] {
    var notes = [
      Message.disputeIdentity([
        "opened": text.count(total.opened), "upheld": text.count(total.upheld),
        "overturned": text.count(total.overturned), "split": text.count(total.split), "open": text.count(total.open),
      ]),
      request.period.map { Message.disputeCohortIn(["period": $0.label]) } ?? Message.disputeCohort(),
      Message.disputeShareNote(), Message.disputeTimesNote(),
    ]
    if let oldest = total.age.max {
      notes.append(Message.disputeOldestNote(["age": text.duration(Double(oldest))]))
    }
    if total.open > 0, let median = report.median {
      notes.append(
        Message.disputeMedianNote([
          "median": median.value.map { text.duration(Double($0)) } ?? Message.disputeNoMedian(),
          "low": text.duration(median.low.map(Double.init)), "high": text.duration(median.high.map(Double.init)),
        ]))
    }
    for breakdown in shown where lines(breakdown).count > DisputeRendering.most {
      let count = text.count(lines(breakdown).count - DisputeRendering.most)
      notes.append(
        breakdown.dimension == .month
          ? Message.disputeEarlierMonths(["count": count])
          : Message.lossMoreRows(["dimension": breakdown.dimension.label, "count": count]))
    }
    if let previous { notes.append(Message.disputeCompareNote(["period": previous.period?.label ?? ""])) }
    return notes + observation.notes(request.period)
  }
}

extension DisputeDimension {
  /// In a sentence: `Cause`.
  fileprivate var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// A row's name for people.
  fileprivate func label(of name: String?) -> String {
    guard let name else {
      return self == .opener ? Message.disputeNoOpener() : Message.reportWithout()
    }
    guard self == .boundary, let line = HandoffLine(text: name) else { return name }
    return line.label
  }
}
