import FunnelStore
import SharedFunnel

/// The report on disputes, for programs.
struct DisputeDocument {
  let rendering: DisputeRendering

  private var answer: DisputesAnswer { rendering.answer }
  private var request: DisputeRequest { rendering.request }

  var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(request.period), "where": JSONValue(request.conditions),
      "denominator": "share_overturned: upheld + overturned + split", "interval": "wilson_95",
    ]
    definition.append(contentsOf: rendering.observation.members)
    definition.append("notes", .array(rendering.notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: numbers(answer.report))
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": JSONValue(previous.period)]
      compare.append(contentsOf: numbers(previous.report))
      compare.append("differences", .object(differences(previous.report)))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func numbers(_ report: DisputeReport) -> JSONObject {
    var numbers = object(report.total)
    numbers.append(
      "median_seconds",
      report.median.map { median in
        .object([
          "value": JSONValue(median.value.map(Double.init)), "low": JSONValue(median.low.map(Double.init)),
          "high": JSONValue(median.high.map(Double.init)),
        ])
      } ?? .null)
    numbers.append(
      "sides",
      .array(
        report.sides.map { side in
          var object: JSONObject = ["role": .string(side.role.rawValue), "departments": .string(side.departments.key)]
          object.append(contentsOf: self.object(side.tally))
          return .object(object)
        }))
    let breakdowns = report.breakdowns.map { breakdown in
      let rows = breakdown.rows.map { row in
        var object: JSONObject = ["name": JSONValue(row.name)]
        object.append(contentsOf: self.object(row.tally))
        return JSONValue.object(object)
      }
      return (breakdown.dimension.rawValue, JSONValue.array(rows))
    }
    numbers.append("breakdowns", .object(JSONObject(breakdowns)))
    return numbers
  }

  private func object(_ tally: DisputeTally) -> JSONObject {
    [
      "opened": JSONValue(tally.opened), "upheld": JSONValue(tally.upheld), "overturned": JSONValue(tally.overturned),
      "split": JSONValue(tally.split), "open": JSONValue(tally.open), "ruled": JSONValue(tally.ruled),
      "share_overturned": JSONValue(tally.overturnedShare.value), "interval": JSONValue(tally.overturnedShare.interval),
      "ruling_seconds": .object(JSONObject(tally.ruling)), "open_age_seconds": .object(JSONObject(tally.age)),
    ]
  }

  // MARK: Differences

  private func differences(_ previous: DisputeReport) -> JSONObject {
    var differences = difference(answer.report.total, previous.total)
    differences.append("sides", .array(rendering.sides.map { .object(named($0)) }))
    let breakdowns = answer.report.breakdowns.map { breakdown in
      (breakdown.dimension.rawValue, JSONValue.array(rendering.lines(breakdown).map { .object(named($0)) }))
    }
    differences.append("breakdowns", .object(JSONObject(breakdowns)))
    return differences
  }

  private func named(_ line: DisputeRendering.Line) -> JSONObject {
    var object: JSONObject = ["name": JSONValue(line.name)]
    if let role = line.role {
      object = ["role": .string(role.rawValue), "departments": JSONValue(line.name)]
    }
    object.append(contentsOf: difference(line.now, line.before))
    return object
  }

  private func difference(_ now: DisputeTally?, _ before: DisputeTally?) -> JSONObject {
    func change(_ count: (DisputeTally) -> Int) -> JSONValue {
      JSONValue((now.map(count) ?? 0) - (before.map(count) ?? 0))
    }
    let none = Rate(0, of: 0)
    return [
      "opened": change(\.opened), "upheld": change(\.upheld), "overturned": change(\.overturned),
      "split": change(\.split), "open": change(\.open),
      "share_overturned": JSONValue(
        RateDifference(now?.overturnedShare ?? none, minus: before?.overturnedShare ?? none)),
    ]
  }

  // MARK: Rows

  var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("by", .text), ("name", .text), ("opened", .integer), ("upheld", .integer), ("overturned", .integer),
      ("split", .integer), ("open", .integer), ("ruled", .integer), ("share_overturned", .percent(digits: 1)),
      ("share_overturned_low", .percent(digits: 1)), ("share_overturned_high", .percent(digits: 1)),
      ("ruling_p50_seconds", .duration), ("ruling_p90_seconds", .duration), ("ruling_max_seconds", .duration),
      ("open_age_p50_seconds", .duration), ("open_age_p90_seconds", .duration), ("open_age_max_seconds", .duration),
      ("period", .text), ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
      ("known_at", .timestamp),
    ]
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: ([answer] + answer.previous).flatMap(rows))
  }

  private func rows(_ answer: DisputesAnswer) -> [[Cell]] {
    let meaning: [Cell] = [
      Cell(answer.period?.label), .text(request.conditions.typed), .text(answer.zone), Cell(answer.observedUntil),
      Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
    func row(_ by: String, _ name: String?, _ tally: DisputeTally) -> [Cell] {
      [.text(by), Cell(name)] + cells(tally) + meaning
    }
    let broken = answer.report.breakdowns.flatMap { breakdown in
      breakdown.rows.map { row(breakdown.dimension.rawValue, $0.name, $0.tally) }
    }
    return broken + answer.report.sides.map { row($0.role.rawValue, $0.departments.key, $0.tally) }
  }

  private func cells(_ tally: DisputeTally) -> [Cell] {
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
