import FunnelStore
import SharedFunnel

/// What was promised and kept in two periods side by side, line by line.
struct AgreementComparison {
  let answer: AgreementAnswer
  let previous: AgreementAnswer
  let text: RateText

  /// A line here and there; either may be missing, since no version held.
  private struct Pair {
    let line: HandoffLine
    let now: AgreementLine?
    let before: AgreementLine?
  }

  private var pairs: [Pair] {
    let (own, others) = (answer.report.lines, previous.report.lines)
    let lines = Set((own + others).map(\.line)).sorted { $0.packed < $1.packed }
    return lines.map { line in
      Pair(line: line, now: own.first { $0.line == line }, before: others.first { $0.line == line })
    }
  }

  private typealias Kept = (key: String, title: Message, of: @Sendable (AgreementLine) -> Rate)

  private static let rates: [Kept] = [
    ("quality", .agreementQuality, \.quality), ("criteria_overridden", .agreementCriteria, \.overridden),
    ("answer", .agreementAnswer, \.answers), ("first_contact", .agreementContact, \.contacts),
    ("attempts", .agreementAttempts, \.attempts),
  ]

  private static let counts: [(number: AgreementNumber, title: Message)] = [
    (.offered, .agreementVolume), (.answerMissed, .agreementAnswersMissed), (.silent, .agreementSilence),
  ]

  var note: String { Message.agreementCompareNote(["period": previous.period?.label ?? ""]) }

  // MARK: People

  var tables: [ReportTable] {
    pairs.map { pair in
      var table = ReportTable(
        heading: Message.agreementCompared(["line": pair.line.label, "period": previous.period?.label ?? ""]),
        columns: [
          ReportTable.Column(title: Message.agreementColumnPromise(), isRight: false, priority: 9),
          ReportTable.Column(title: answer.period?.label ?? "", priority: 9),
          ReportTable.Column(title: previous.period?.label ?? "", priority: 9),
          ReportTable.Column(title: Message.compareColumnChange(), priority: 9),
        ], rows: AgreementComparison.counts.map { row($0.title(), $0.number, pair) })
      table.sections.append(TextTable.Section(heading: Message.handoffRates(), rows: rates(pair)))
      return table
    }
  }

  private func row(_ title: String, _ number: AgreementNumber, _ pair: Pair) -> [String] {
    let (now, before) = (pair.now?[number] ?? 0, pair.before?[number] ?? 0)
    return [title, text.count(now), text.count(before), text.change(now - before)]
  }

  private func rates(_ pair: Pair) -> [[String]] {
    let change = delivered(pair).flatMap { NumberText.decimal($0 * 100, digits: 1) }
    let sign = (delivered(pair) ?? 0) >= 0.0005 ? "+" : ""
    let volume = [
      Message.agreementDelivered(), text.rate(pair.now?.delivered), text.rate(pair.before?.delivered),
      change.map { sign + $0 } ?? text.glyphs.none,
    ]
    return [volume]
      + AgreementComparison.rates.map { kept in
        [kept.title()]
          + [pair.now, pair.before].map { line in text.rate(line.map(kept.of)?.value, line.map(kept.of)?.interval) }
          + [text.points(difference(kept, pair))]
      }
  }

  // MARK: Numbers

  /// A ratio, which has no interval.
  private func delivered(_ pair: Pair) -> Double? {
    guard let now = pair.now?.delivered, let before = pair.before?.delivered else { return nil }
    return now - before
  }

  private func difference(_ kept: Kept, _ pair: Pair) -> RateDifference? {
    guard let now = pair.now, let before = pair.before else { return nil }
    return RateDifference(kept.of(now), minus: kept.of(before))
  }

  /// Every difference under the name of its promise, line by line.
  var document: JSONValue {
    .array(
      pairs.map { pair in
        var object: JSONObject = [
          "from": .string(pair.line.from.key), "to": .string(pair.line.to.key), "versions": versions(pair.now),
          "versions_before": versions(pair.before),
        ]
        for count in AgreementComparison.counts {
          let change = (pair.now?[count.number] ?? 0) - (pair.before?[count.number] ?? 0)
          object.append(count.number.rawValue, JSONValue(change))
        }
        object.append("volume", JSONValue(delivered(pair)))
        for kept in AgreementComparison.rates { object.append(kept.key, JSONValue(difference(kept, pair))) }
        return .object(object)
      })
  }

  private func versions(_ line: AgreementLine?) -> JSONValue {
    .array((line?.versions ?? []).map { JSONValue(Int($0)) })
  }
}
