import FunnelStore
import SharedFunnel

/// The report on disputes, for people and for programs.
struct DisputeRendering {
  /// More rows than that are read by programs.
  static let most = 30
  /// Characters of a name that leave room for the numbers.
  private static let longest = 20

  let answer: DisputesAnswer
  let request: DisputeRequest
  let text: RateText

  private var report: DisputeReport { answer.report }
  private var total: DisputeTally { report.total }
  private var observation: ReportObservation {
    ReportObservation(scope: request.scope, zone: answer.zone, until: answer.observedUntil)
  }

  var page: ReportPage {
    ReportPage(
      schema: "report.disputes", document: document, rows: rows,
      tables: total.opened == 0
        ? [table(report.breakdowns.first?.dimension.label ?? "", [], heading: heading, footer: nil)]
        : report.breakdowns.map(table) + [sides], notes: notes)
  }

  // MARK: People

  private var what: String {
    let conditions = request.conditions.map(\.typed)
    let when = request.period.map { Message.disputeOpenedIn(["period": $0.label]) } ?? Message.funnelAllTime()
    return (conditions + [when]).joined(separator: ", ")
  }

  private var heading: String { Message.disputeHeading(["what": what]) }

  private func table(_ breakdown: DisputeBreakdown) -> ReportTable {
    table(
      breakdown.dimension.label,
      breakdown.rows.prefix(DisputeRendering.most).map { [breakdown.dimension.label(of: $0.name)] + cells($0.tally) },
      heading: Message.disputeHeadingBy(["dimension": breakdown.dimension.rawValue, "what": what]),
      footer: [Message.reportTotal()] + cells(total))
  }

  private var sides: ReportTable {
    table(
      Message.disputeColumnSide(),
      report.sides.map { side in
        let name: Message = side.role == .giver ? .disputeSideGiver : .disputeSideReceiver
        return [name(["departments": side.departments.label])] + cells(side.tally)
      }, heading: Message.disputeSides(), footer: nil)
  }

  private func table(_ first: String, _ rows: [[String]], heading: String, footer: [String]?) -> ReportTable {
    // A short name is shown whole, at the price of a column.
    let isLong = rows.contains { ($0.first?.count ?? 0) > DisputeRendering.longest }
    let columns: [(title: Message, priority: Int)] = [
      (.columnOpened, 9), (.disputeColumnUpheld, 8), (.disputeColumnOverturned, 8), (.disputeColumnSplit, 7),
      (.funnelColumnOpen, 8), (.disputeColumnShare, 7), (.disputeColumnHalf, 6), (.disputeColumnMost, 5),
      (.disputeColumnSlowest, 2), (.disputeColumnAge, 4), (.disputeColumnOldest, 3),
    ]
    return ReportTable(
      heading: heading,
      columns: [ReportTable.Column(title: first, isRight: false, priority: 9, fit: isLong ? .cut : .whole)]
        + columns.map { ReportTable.Column(title: $0.title(), priority: $0.priority) },
      rows: rows, footer: footer, empty: .disputeNothing)
  }

  private func cells(_ tally: DisputeTally) -> [String] {
    [
      text.count(tally.opened), text.count(tally.upheld), text.count(tally.overturned), text.count(tally.split),
      text.count(tally.open), text.rate(tally.overturnedShare.value, tally.overturnedShare.interval),
      text.duration(tally.ruling.p50), text.duration(tally.ruling.p90),
      text.duration(tally.ruling.max.map(Double.init)), text.duration(tally.age.p50),
      text.duration(tally.age.max.map(Double.init)),
    ]
  }

  private var notes: [String] {
    var notes = [
      Message.disputeIdentity([
        "opened": text.count(total.opened), "upheld": text.count(total.upheld),
        "overturned": text.count(total.overturned), "split": text.count(total.split), "open": text.count(total.open),
      ]),
      request.period.map { Message.disputeCohortIn(["period": $0.label]) } ?? Message.disputeCohort(),
      Message.disputeShareNote(), Message.disputeTimesNote(),
    ]
    if total.open > 0, let median = report.median {
      notes.append(
        Message.disputeMedianNote([
          "median": median.value.map { text.duration(Double($0)) } ?? Message.disputeNoMedian(),
          "low": text.duration(median.low.map(Double.init)), "high": text.duration(median.high.map(Double.init)),
        ]))
    }
    for breakdown in report.breakdowns where breakdown.rows.count > DisputeRendering.most {
      notes.append(
        Message.lossMoreRows([
          "dimension": breakdown.dimension.label, "count": text.count(breakdown.rows.count - DisputeRendering.most),
        ]))
    }
    return notes + observation.notes(request.period)
  }

  // MARK: Programs

  private var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(request.period), "where": JSONValue(request.conditions),
      "denominator": "share_overturned: upheld + overturned + split", "interval": "wilson_95",
    ]
    definition.append(contentsOf: observation.members)
    definition.append("notes", .array(notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: object(total))
    document.append(
      "median_seconds",
      report.median.map { median in
        .object([
          "value": JSONValue(median.value.map(Double.init)), "low": JSONValue(median.low.map(Double.init)),
          "high": JSONValue(median.high.map(Double.init)),
        ])
      } ?? .null)
    document.append(
      "sides",
      .array(
        report.sides.map { side in
          var object: JSONObject = ["role": .string(side.role.rawValue), "departments": .string(side.departments.key)]
          object.append(contentsOf: self.object(side.tally))
          return .object(object)
        }))
    document.append(
      "breakdowns",
      .object(
        JSONObject(
          report.breakdowns.map { breakdown in
            (
              breakdown.dimension.rawValue,
              .array(
                breakdown.rows.map { row in
                  var object: JSONObject = ["name": JSONValue(row.name)]
                  object.append(contentsOf: self.object(row.tally))
                  return .object(object)
                })
            )
          })))
    return document
  }

  private func object(_ tally: DisputeTally) -> JSONObject {
    [
      "opened": JSONValue(tally.opened), "upheld": JSONValue(tally.upheld), "overturned": JSONValue(tally.overturned),
      "split": JSONValue(tally.split), "open": JSONValue(tally.open), "ruled": JSONValue(tally.ruled),
      "share_overturned": JSONValue(tally.overturnedShare.value), "interval": JSONValue(tally.overturnedShare.interval),
      "ruling_seconds": .object(JSONObject(tally.ruling)), "open_age_seconds": .object(JSONObject(tally.age)),
    ]
  }

  private var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("by", .text), ("name", .text), ("opened", .integer), ("upheld", .integer), ("overturned", .integer),
      ("split", .integer), ("open", .integer), ("ruled", .integer), ("share_overturned", .percent(digits: 1)),
      ("share_overturned_low", .percent(digits: 1)), ("share_overturned_high", .percent(digits: 1)),
      ("ruling_p50_seconds", .duration), ("ruling_p90_seconds", .duration), ("ruling_max_seconds", .duration),
      ("open_age_p50_seconds", .duration), ("open_age_p90_seconds", .duration), ("open_age_max_seconds", .duration),
      ("period", .text), ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
      ("known_at", .timestamp),
    ]
    let meaning: [Cell] = [
      Cell(request.period?.label),
      .text(request.conditions.map(\.typed).joined(separator: ",")),
      .text(answer.zone), Cell(answer.observedUntil), Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
    func row(_ by: String, _ name: String?, _ tally: DisputeTally) -> [Cell] {
      [.text(by), Cell(name)] + numbers(tally) + meaning
    }
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: report.breakdowns.flatMap { breakdown in
        breakdown.rows.map { row(breakdown.dimension.rawValue, $0.name, $0.tally) }
      } + report.sides.map { row($0.role.rawValue, $0.departments.key, $0.tally) })
  }

  private func numbers(_ tally: DisputeTally) -> [Cell] {
    func seconds(_ times: WaitingTimes) -> [Cell] {
      [times.p50, times.p90, times.max.map(Double.init)].map { $0.map(Cell.seconds) ?? .null }
    }
    return [
      Cell(tally.opened), Cell(tally.upheld), Cell(tally.overturned), Cell(tally.split), Cell(tally.open),
      Cell(tally.ruled), Cell(share: tally.overturnedShare.value), Cell(share: tally.overturnedShare.interval?.low),
      Cell(share: tally.overturnedShare.interval?.high),
    ] + seconds(tally.ruling) + seconds(tally.age)
  }
}

extension JSONObject {
  fileprivate init(_ times: WaitingTimes) {
    self = [
      "n": JSONValue(times.count), "p50": JSONValue(times.p50), "p90": JSONValue(times.p90),
      "max": JSONValue(times.max.map(Double.init)),
    ]
  }
}

extension DisputeDimension {
  /// A column's title: `Cause`.
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
