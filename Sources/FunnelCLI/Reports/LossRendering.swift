import FunnelStore
import SharedFunnel

/// The report on losses, for people and for programs.
struct LossRendering {
  /// More rows than that are read by programs.
  static let most = 30

  let definition: LossDefinition
  let answer: LossAnswer
  let text: RateText

  var page: ReportPage {
    ReportPage(
      schema: "report.losses", document: document, rows: rows,
      tables: answer.breakdowns.map { table($0, before: before($0.dimension)) },
      notes: tableNotes + definition.notes(answer))
  }

  private func before(_ dimension: LossDimension) -> LossAnswer.Breakdown? {
    answer.previous.first?.breakdowns.first { $0.dimension == dimension }
  }

  // MARK: People

  private var tableNotes: [String] {
    var notes = answer.previous.map { Message.lossCompareNote(["period": $0.period?.label ?? ""]) }
    for breakdown in answer.breakdowns where lines(breakdown).count > LossRendering.most {
      notes.append(
        Message.lossMoreRows([
          "dimension": breakdown.dimension.label, "count": text.count(lines(breakdown).count - LossRendering.most),
        ]))
    }
    return notes
  }

  /// A row here, and the one of the same name there; either may be missing.
  private struct Line {
    let name: String?
    let now: LossRow?
    let before: LossRow?
  }

  private func lines(_ breakdown: LossAnswer.Breakdown) -> [Line] {
    let others = before(breakdown.dimension)?.rows ?? []
    let own = breakdown.rows.map { row in
      Line(name: row.name, now: row.numbers, before: others.first { $0.name == row.name }?.numbers)
    }
    let gone = others.filter { other in !breakdown.rows.contains { $0.name == other.name } }
    return own + gone.map { Line(name: $0.name, now: nil, before: $0.numbers) }
  }

  private func table(_ breakdown: LossAnswer.Breakdown, before: LossAnswer.Breakdown?) -> ReportTable {
    var columns = [
      ReportTable.Column(title: breakdown.dimension.label, isRight: false, priority: 9, fit: .cut),
      ReportTable.Column(title: Message.lossColumnLost(), priority: 9),
    ]
    if before != nil {
      columns += [
        ReportTable.Column(title: Message.compareColumnBefore(), priority: 9),
        ReportTable.Column(title: Message.compareColumnChange(), priority: 8),
      ]
    }
    columns += [
      ReportTable.Column(title: Message.lossColumnShare(), priority: 7),
      ReportTable.Column(title: Message.lossColumnOfLeads(), priority: 6),
    ]
    if before != nil { columns.append(ReportTable.Column(title: Message.compareColumnPoints(), priority: 6)) }
    columns.append(ReportTable.Column(title: Message.lossColumnStay(), priority: 5))
    let lines = lines(breakdown)
    let report = answer.report
    let previous = answer.previous.first?.report
    return ReportTable(
      heading: Message.lossHeading([
        "dimension": breakdown.dimension.rawValue, "what": definition.what(answer.period),
      ]), columns: columns,
      rows: lines.prefix(LossRendering.most).map { line in
        [breakdown.dimension.label(of: line.name)]
          + cells(
            line.now?.lost ?? 0, before == nil ? nil : line.before?.lost ?? 0,
            Rate(line.now?.lost ?? 0, of: report.lost), Rate(line.now?.lost ?? 0, of: report.cohort),
            previous.map { Rate(line.before?.lost ?? 0, of: $0.cohort) }, line.now?.stay)
      },
      footer: lines.isEmpty
        ? nil
        : [Message.reportTotal()]
          + cells(
            report.lost, previous?.lost, Rate(report.lost, of: report.lost), report.shareOfCohort,
            previous?.shareOfCohort, report.stay),
      empty: .lossNothing)
  }

  private func cells(
    _ lost: Int, _ before: Int?, _ ofLosses: Rate, _ ofLeads: Rate, _ ofLeadsBefore: Rate?, _ stay: StayBeforeLoss?
  ) -> [String] {
    var cells = [text.count(lost)]
    if let before { cells += [text.count(before), text.change(lost - before)] }
    cells += [text.rate(ofLosses.value), text.rate(ofLeads.value, ofLeads.interval)]
    if let ofLeadsBefore { cells.append(text.points(RateDifference(ofLeads, minus: ofLeadsBefore))) }
    return cells + [text.duration(stay?.p50)]
  }

  // MARK: Programs

  private var document: JSONObject {
    var document: JSONObject = ["definition": .object(definition.document(answer))]
    document.append(contentsOf: object(answer))
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": JSONValue(previous.period)]
      compare.append(contentsOf: object(previous))
      compare.append(
        "difference",
        .object([
          "lost": JSONValue(answer.report.lost - previous.report.lost),
          "share_of_cohort": JSONValue(
            RateDifference(answer.report.shareOfCohort, minus: previous.report.shareOfCohort)),
        ]))
      compare.append(
        "differences",
        .object(
          JSONObject(
            answer.breakdowns.map { breakdown in
              (
                breakdown.dimension.rawValue,
                .array(lines(breakdown).map { .object(difference($0, previous.report)) })
              )
            })))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func difference(_ line: Line, _ previous: LossReport) -> JSONObject {
    [
      "name": JSONValue(line.name), "lost": JSONValue((line.now?.lost ?? 0) - (line.before?.lost ?? 0)),
      "share_of_cohort": JSONValue(
        RateDifference(
          Rate(line.now?.lost ?? 0, of: answer.report.cohort), minus: Rate(line.before?.lost ?? 0, of: previous.cohort))
      ),
    ]
  }

  private func object(_ answer: LossAnswer) -> JSONObject {
    let report = answer.report
    return [
      "cohort": JSONValue(report.cohort), "lost": JSONValue(report.lost),
      "share_of_cohort": JSONValue(report.shareOfCohort.value), "interval": JSONValue(report.shareOfCohort.interval),
      "time_in_stage": object(report.stay),
      "breakdowns": .object(
        JSONObject(
          answer.breakdowns.map { breakdown in
            (
              breakdown.dimension.rawValue,
              .array(
                breakdown.rows.map { row in
                  .object([
                    "name": JSONValue(row.name), "lost": JSONValue(row.numbers.lost),
                    "share_of_losses": JSONValue(row.numbers.shareOfLosses.value),
                    "share_of_cohort": JSONValue(row.numbers.shareOfCohort.value),
                    "interval": JSONValue(row.numbers.shareOfCohort.interval),
                    "time_in_stage": object(row.numbers.stay),
                  ])
                })
            )
          })),
    ]
  }

  private func object(_ stay: StayBeforeLoss) -> JSONValue {
    .object(["n": JSONValue(stay.timed), "p50_seconds": JSONValue(stay.p50)])
  }

  private var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("by", .text), ("name", .text), ("lost", .integer), ("losses", .integer), ("cohort", .integer),
      ("share_of_losses", .percent(digits: 1)), ("share_of_cohort", .percent(digits: 1)),
      ("share_of_cohort_low", .percent(digits: 1)), ("share_of_cohort_high", .percent(digits: 1)),
      ("timed", .integer), ("p50_seconds", .duration),
    ]
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) } + LossDefinition.columns,
      rows: ([answer] + answer.previous).flatMap { answer in
        let meaning = definition.cells(answer)
        return answer.breakdowns.flatMap { breakdown in
          breakdown.rows.map { cells($0, breakdown.dimension, answer.report) + meaning }
        }
      })
  }

  private func cells(_ row: LossAnswer.Row, _ dimension: LossDimension, _ report: LossReport) -> [Cell] {
    let numbers = row.numbers
    return [
      .text(dimension.rawValue), Cell(row.name), Cell(numbers.lost), Cell(report.lost), Cell(report.cohort),
      Cell(share: numbers.shareOfLosses.value), Cell(share: numbers.shareOfCohort.value),
      Cell(share: numbers.shareOfCohort.interval?.low), Cell(share: numbers.shareOfCohort.interval?.high),
      Cell(numbers.stay.timed), numbers.stay.p50.map(Cell.seconds) ?? .null,
    ]
  }
}

extension LossDimension {
  /// A column's title: `Reason`.
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// A row's name for people.
  func label(of name: String?) -> String {
    guard let name else { return self == .reason ? Message.lossNoReason() : Message.reportWithout() }
    switch self {
    case .stage: return Stage(text: name)?.label ?? name
    case .owner: return LossBucket(key: name)?.label ?? name
    case .reason where name.hasPrefix("#"): return Message.lossUnknownReason(["reason": name])
    case .reason, .source, .campaign, .segment, .month: return name
    }
  }
}
