import FunnelStore
import SharedFunnel

/// The report on agreements in flat rows: a promise each, and each week, month or quarter of a volume.
struct AgreementRows {
  let rendering: AgreementRendering

  private struct Row {
    let line: HandoffLine
    var version: Int?
    let promise: String
    var by: String?
    var interval: String?
    var owed: Double?
    var unit: String?
    let delivered: Int
    var whole: Int?
    var share: Double?
    var limits: Interval?
    var notDue: Int?
    var inForce: [Range<Int64>] = []

    var cells: [Cell] {
      var cells: [Cell] = [.text(line.from.key), .text(line.to.key), number(version), .text(promise)]
      cells += [Cell(by), Cell(interval), owed.map(Cell.decimal) ?? .null, Cell(owed == nil ? nil : unit)]
      cells += [number(delivered), number(whole), Cell(share: share), Cell(share: limits?.low)]
      cells += [Cell(share: limits?.high), number(notDue)]
      cells += [time(inForce.first?.lowerBound), time(inForce.last?.upperBound)]
      return cells
    }

    private func number(_ number: Int?) -> Cell { number.map { .integer(Int64($0)) } ?? .null }
    private func time(_ seconds: Int64?) -> Cell { Cell(seconds.map { Timestamp(seconds: $0) }) }
  }

  private static let columns: [(key: String, kind: Grid.Column.Kind)] = [
    ("from", .text), ("to", .text), ("version", .integer), ("promise", .text), ("by", .text), ("interval", .text),
    ("owed", .decimal(digits: 3)), ("owed_unit", .text), ("delivered", .integer), ("of", .integer),
    ("share", .percent(digits: 1)), ("share_low", .percent(digits: 1)), ("share_high", .percent(digits: 1)),
    ("not_due", .integer), ("in_force_from", .timestamp), ("in_force_until", .timestamp), ("period", .text),
    ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp), ("known_at", .timestamp),
  ]

  var grid: Grid {
    Grid(
      columns: AgreementRows.columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: ([rendering.answer] + rendering.answer.previous).flatMap { answer in
        let meaning = meaning(answer)
        return rows(answer.report).map { $0.cells + meaning }
      })
  }

  private func rows(_ report: AgreementReport) -> [Row] {
    let without = report.without.map { Row(line: $0.line, promise: "no_agreement", delivered: $0.offered) }
    return report.balances.flatMap { promises($0) + volumes($0) } + without
  }

  private func meaning(_ answer: AgreementAnswer) -> [Cell] {
    let scope = rendering.request.scope
    return [
      Cell(answer.period?.label), .text(answer.zone), Cell(answer.observedUntil),
      Cell(scope.asOf), Cell(scope.knownAt),
    ]
  }

  private func promises(_ balance: AgreementBalance) -> [Row] {
    AgreementPromises(balance: balance, text: rendering.text).all.map { promise in
      Row(
        line: balance.line, version: Int(balance.version), promise: promise.key, by: promise.by?.key,
        owed: promise.amount, unit: promise.unit, delivered: promise.count, whole: promise.rate?.denominator,
        share: promise.ratio ?? promise.rate?.value, limits: promise.rate?.interval, notDue: promise.notDue,
        inForce: balance.inForce)
    }
  }

  private func volumes(_ balance: AgreementBalance) -> [Row] {
    (balance.volume?.intervals ?? []).map { interval in
      Row(
        line: balance.line, version: Int(balance.version), promise: "volume", by: balance.agreement?.giver.key,
        interval: interval.label, owed: interval.owed, unit: "offers", delivered: interval.offered,
        share: interval.delivered, inForce: balance.inForce)
    }
  }
}
