import FunnelStore
import SharedFunnel

/// A trend for people and for programs.
struct TrendRendering {
  let definition: TrendDefinition
  let answer: TrendAnswer
  let text: RateText

  private var dimension: Dimension? { definition.request.who.grouping }

  var page: ReportPage {
    let tables = TrendTables(definition: definition, answer: answer, text: text)
    return ReportPage(
      schema: "report.trend", document: document, rows: rows, tables: tables.tables,
      notes: tables.notes + definition.notes(answer))
  }

  private var document: JSONObject {
    var document: JSONObject = ["definition": .object(definition.document(answer))]
    document.append(contentsOf: series(answer))
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": JSONValue(previous.period)]
      compare.append(contentsOf: series(previous))
      compare.append(
        "differences",
        .array(
          zip(answer.points, previous.points).map { point, before in
            .object([
              "point": .string(point.label), "before": .string(before.label),
              "rate": JSONValue(point.difference(from: before)),
            ])
          }))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func series(_ answer: TrendAnswer) -> JSONObject {
    var series: JSONObject = ["points": .array(answer.points.map { .object(object($0)) })]
    if let dimension {
      series.append(
        "groups",
        .array(
          answer.groups.map { group in
            .object([
              "by": .object([dimension.rawValue: JSONValue(group.name)]),
              "points": .array(group.points.map { .object(object($0)) }),
            ])
          }))
    }
    return series
  }

  private func object(_ point: TrendPoint) -> JSONObject {
    [
      "point": .string(point.label), "start": JSONValue(Timestamp(seconds: Int64(point.start))),
      "unfinished": .bool(point.isUnfinished), "numerator": JSONValue(point.rate.numerator),
      "denominator": JSONValue(point.rate.denominator), "rate": JSONValue(point.value),
      "interval": JSONValue(point.interval), "unresolved": JSONValue(point.unresolved),
      "immature": .bool(point.isImmature), "estimate": JSONValue(point.estimate),
    ]
  }

  private var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("point", .text), ("unfinished", .text), ("numerator", .integer), ("denominator", .integer),
      ("value", .percent(digits: 1)), ("low", .percent(digits: 1)), ("high", .percent(digits: 1)),
      ("unresolved", .integer), ("immature", .text), ("estimate", .percent(digits: 1)),
      ("estimate_low", .percent(digits: 1)), ("estimate_high", .percent(digits: 1)),
    ]
    let group = dimension.map { [Grid.Column(key: $0.rawValue, title: $0.rawValue)] } ?? []
    var rows: [[Cell]] = []
    for answer in [answer] + answer.previous {
      let meaning = definition.cells(answer)
      if dimension == nil {
        rows += answer.points.map { cells($0) + meaning }
      } else {
        for group in answer.groups { rows += group.points.map { [Cell(group.name)] + cells($0) + meaning } }
      }
    }
    return Grid(
      columns: group + columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) } + TrendDefinition.columns,
      rows: rows)
  }

  private func cells(_ point: TrendPoint) -> [Cell] {
    [
      .text(point.label), .text(point.isUnfinished ? "true" : "false"), Cell(point.rate.numerator),
      Cell(point.rate.denominator), Cell(share: point.value), Cell(share: point.interval?.low),
      Cell(share: point.interval?.high), Cell(point.unresolved), .text(point.isImmature ? "true" : "false"),
      Cell(share: point.estimate?.value), Cell(share: point.estimate?.interval?.low),
      Cell(share: point.estimate?.interval?.high),
    ]
  }
}
