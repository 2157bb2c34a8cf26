import FunnelStore
import SharedFunnel

/// The report on flow, for programs.
struct FlowDocument {
  let rendering: FlowRendering

  private var answer: FlowAnswer { rendering.answer }
  private var request: FlowRequest { rendering.request }

  var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(answer.period), "by": .string(request.unit.rawValue),
      "group": JSONValue(request.grouping?.rawValue),
      "where": JSONValue(request.conditions),
      "identity": "closing = opening + in - out, and the opening balance is the closing one of the interval before",
      "counted": "stays of open leads in a stage",
    ]
    definition.append(contentsOf: rendering.observation.members)
    definition.append("notes", .array(rendering.notes(withCourse: false).map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: lines(answer))
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": JSONValue(previous.period)]
      compare.append(contentsOf: lines(previous))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func lines(_ answer: FlowAnswer) -> JSONObject {
    let intervals = answer.report.intervals
    var document = lines(answer.report) { series($0, intervals) }
    guard let dimension = request.grouping else { return document }
    document.append(
      "groups",
      .array(
        answer.groups.map { group in
          var object: JSONObject = ["by": .object(JSONObject([(dimension.rawValue, JSONValue(group.name))]))]
          object.append(contentsOf: lines(group.report) { counts($0.whole) })
          return .object(object)
        }))
    return document
  }

  private func lines(_ report: FlowReport, _ members: (FlowSeries) -> JSONObject) -> JSONObject {
    [
      "stages": .array(
        report.stages.map { stage in
          var object: JSONObject = [
            "stage": JSONValue(stage.stage.number), "key": .string(stage.stage.key),
            "owners": JSONValue(owners: stage.owners),
          ]
          object.append(contentsOf: members(stage.series))
          return .object(object)
        }), "total": .object(members(report.total)),
    ]
  }

  private func series(_ series: FlowSeries, _ intervals: [FlowInterval]) -> JSONObject {
    var object = counts(series.whole)
    object.append(
      "intervals",
      .array(
        zip(intervals, series.intervals).map { interval, flow in
          var object: JSONObject = [
            "interval": .string(interval.label), "start": JSONValue(interval.start), "end": JSONValue(interval.end),
            "cut": .bool(interval.isCut), "unfinished": .bool(rendering.isUnfinished(interval)),
          ]
          object.append(contentsOf: counts(flow))
          return .object(object)
        }))
    return object
  }

  private func counts(_ flow: FlowCounts) -> JSONObject {
    [
      "opening": JSONValue(flow.opening),
      "in": .object([
        "total": JSONValue(flow.entered), "new": JSONValue(flow.new), "forward": JSONValue(flow.forwardIn),
        "back": JSONValue(flow.backIn), "reopened": JSONValue(flow.reopened),
      ]),
      "out": .object([
        "total": JSONValue(flow.left), "forward": JSONValue(flow.forwardOut), "back": JSONValue(flow.backOut),
        "lost": JSONValue(flow.lost),
      ]), "closing": JSONValue(flow.closing),
    ]
  }

  /// One row a stage and interval, by group one a group and stage; the sums are left out, for they would be counted
  /// twice.
  var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] =
      (request.grouping.map { [($0.rawValue, .text)] } ?? []) + [
        ("interval", .text), ("start", .timestamp), ("end", .timestamp), ("cut", .text), ("unfinished", .text),
        ("stage", .integer), ("key", .text), ("owners", .text),
      ] + FlowNumber.allCases.map { ($0.rawValue, .integer) } + [
        ("period", .text), ("by", .text), ("where", .text), ("zone", .text), ("observed_until", .timestamp),
        ("as_of", .timestamp), ("known_at", .timestamp),
      ]
    var rows: [[Cell]] = []
    for answer in [answer] + answer.previous {
      if request.grouping == nil {
        rows += lines(answer.report, answer)
      } else {
        for group in answer.groups { rows += lines(group.report, answer).map { [Cell(group.name)] + $0 } }
      }
    }
    return Grid(columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) }, rows: rows)
  }

  private func lines(_ report: FlowReport, _ answer: FlowAnswer) -> [[Cell]] {
    let meaning = meaning(answer)
    return report.stages.flatMap { stage in
      zip(report.intervals, stage.series.intervals).map { interval, flow in
        [
          // The whole period is no interval, and has no name.
          interval.label.isEmpty ? .null : .text(interval.label), Cell(interval.start), Cell(interval.end),
          Cell(interval.isCut), Cell(rendering.isUnfinished(interval)), Cell(stage.stage), .text(stage.stage.key),
          .text(stage.owners.key),
        ] + FlowNumber.allCases.map { Cell(flow[$0]) } + meaning
      }
    }
  }

  private func meaning(_ answer: FlowAnswer) -> [Cell] {
    let conditions = request.conditions.map(\.typed)
    return [
      Cell(answer.period?.label), .text(request.unit.rawValue), .text(conditions.joined(separator: ",")),
      .text(answer.zone), Cell(answer.observedUntil), Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
  }
}
