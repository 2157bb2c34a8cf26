import FunnelStore
import SharedFunnel

/// How well both sides judged, for people and for programs.
struct HandoffAuditRendering {
  let answer: HandoffAuditAnswer
  let request: HandoffRequest
  let text: RateText

  /// A count with what it is a share of, and the name of its list.
  private struct Line {
    let key: String
    let title: String
    let rate: Rate
    let list: String
  }

  private var total: HandoffCounts { answer.report.total }
  private var audit: HandoffAudit { answer.audit }
  private var days: String { String(HandoffAudit.earlyDays) }

  private var observation: ReportObservation {
    ReportObservation(scope: request.scope, zone: answer.zone, until: answer.observedUntil)
  }

  private var lines: [Line] {
    func line(_ key: String, _ title: String, _ number: HandoffNumber, of whole: Int) -> Line {
      Line(key: key, title: title, rate: Rate(total[number], of: whole), list: "number=\(number.key)")
    }
    func leads(_ key: String, _ title: Message, atLeast times: Int) -> Line {
      let rate = Rate(audit.leads(offeredAtLeast: times), of: audit.leads(offeredAtLeast: 1))
      return Line(key: key, title: title(), rate: rate, list: "offers=\(times)+")
    }
    return [
      line("rejected_then_bought", Message.auditBought(), .rejectedThenBought, of: total[.rejected]),
      line(
        "lost_early", Message.auditLost(["days": days]), .lostEarly, of: total[.taken] - total[.tooYoung]),
      line("overridden", Message.auditOverridden(), .overridden, of: total[.offered]),
      line("expired", Message.auditExpired(), .expired, of: total[.offered]),
      line("accepted_by_silence", Message.auditSilent(), .acceptedBySilence, of: total[.offered]),
      leads("offered_again", .auditTwice, atLeast: 2), leads("offered_thrice", .auditThrice, atLeast: 3),
    ]
  }

  var page: ReportPage {
    ReportPage(
      schema: "report.handoffs.audit", document: document, rows: rows,
      tables: total[.offered] == 0
        ? [judgement] : [judgement, frequency] + (total[.overridden] > 0 ? [criteria] : []),
      notes: notes)
  }

  // MARK: People

  private var judgement: ReportTable {
    let conditions = request.conditions.map(\.typed)
    let when = request.period.map { Message.handoffOfferedIn(["period": $0.label]) } ?? Message.funnelAllTime()
    return ReportTable(
      heading: Message.auditHeading(["what": (conditions + [when]).joined(separator: ", ")]),
      columns: [
        ReportTable.Column(title: Message.auditColumnQuestion(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnCount(), priority: 9),
        ReportTable.Column(title: Message.auditColumnOf(), priority: 8),
        ReportTable.Column(title: Message.auditColumnShare(), priority: 7),
        ReportTable.Column(title: Message.auditColumnList(), isRight: false, priority: 6, fit: .wrapped),
      ],
      rows: total[.offered] == 0
        ? []
        : lines.map { line in
          [
            line.title, text.count(line.rate.numerator), text.count(line.rate.denominator),
            text.rate(line.rate.value, line.rate.interval), line.list,
          ]
        }, empty: .handoffNothing)
  }

  private var frequency: ReportTable {
    let leads = audit.leads(offeredAtLeast: 1)
    return ReportTable(
      heading: Message.auditFrequency(),
      columns: [
        ReportTable.Column(title: Message.auditColumnOffers(), priority: 9),
        ReportTable.Column(title: Message.auditColumnLeads(), priority: 9),
        ReportTable.Column(title: Message.auditColumnLeadShare(), priority: 8),
      ],
      rows: audit.leadsByOffers.sorted { $0.key < $1.key }.map { times, count in
        [text.count(times), text.count(count), text.rate(Rate(count, of: leads).value)]
      }, footer: [Message.reportTotal(), text.count(leads), ""])
  }

  private var criteria: ReportTable {
    func row(_ title: Message, _ counts: HandoffCounts) -> [String] {
      [
        title(), text.count(counts[.offered]), text.rate(counts.acceptance.value, counts.acceptance.interval),
        text.rate(counts.returnRate.value, counts.returnRate.interval), text.count(counts[.lostEarly]),
      ]
    }
    return ReportTable(
      heading: Message.auditCriteria(),
      columns: [
        ReportTable.Column(title: Message.auditColumnOffersKind(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnOffered(), priority: 9),
        ReportTable.Column(title: Message.handoffColumnAcceptance(), priority: 8),
        ReportTable.Column(title: Message.handoffReturnRate(), priority: 7),
        ReportTable.Column(title: Message.auditLost(["days": days]), priority: 6),
      ], rows: [row(.auditAgainst, audit.overridden), row(.auditOthers, audit.others)])
  }

  private var notes: [String] {
    let when = request.period.map { Message.handoffIn(["period": $0.label]) } ?? Message.handoffAtAnyTime()
    var notes = [
      Message.auditBoughtNote(), Message.auditLostNote(["days": days, "young": text.count(total[.tooYoung])]),
    ]
    if audit.cost.n > 0 {
      notes.append(
        Message.auditAgainNote([
          "total": text.duration(Double(audit.costSeconds)), "half": text.duration(audit.cost.p50),
          "most": text.duration(audit.cost.p90), "max": text.duration(audit.cost.max.map(Double.init)),
        ]))
    }
    return notes + [Message.auditCohort(["period": when])] + observation.notes(request.period)
  }

  // MARK: Programs

  private func limits(_ interval: Interval?) -> JSONValue {
    interval.map { .array([.double($0.low), .double($0.high)]) } ?? .null
  }

  private func object(_ counts: HandoffCounts) -> JSONValue {
    .object([
      "offered": JSONValue(counts[.offered]), "accepted": JSONValue(counts[.accepted]),
      "rejected": JSONValue(counts[.rejected]), "acceptance": JSONValue(counts.acceptance.value),
      "interval": limits(counts.acceptance.interval), "returned": JSONValue(counts[.returned]),
      "lost_early": JSONValue(counts[.lostEarly]),
    ])
  }

  private var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(request.period), "where": JSONValue(request.conditions),
      "early_days": JSONValue(HandoffAudit.earlyDays), "interval": "wilson_95",
    ]
    definition.append(contentsOf: observation.members)
    definition.append("notes", .array(notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    for line in lines {
      document.append(
        line.key,
        .object([
          "count": JSONValue(line.rate.numerator), "of": JSONValue(line.rate.denominator),
          "share": JSONValue(line.rate.value), "interval": limits(line.rate.interval), "leads": .string(line.list),
        ]))
    }
    document.append("too_young", JSONValue(total[.tooYoung]))
    document.append(
      "offers_per_lead",
      .array(
        audit.leadsByOffers.sorted { $0.key < $1.key }.map { times, leads in
          .object(["offers": JSONValue(times), "leads": JSONValue(leads)])
        }))
    document.append(
      "cost_seconds",
      .object([
        "total": .int(audit.costSeconds), "p50": JSONValue(audit.cost.p50), "p90": JSONValue(audit.cost.p90),
        "max": audit.cost.max.map { .int($0) } ?? .null,
      ]))
    document.append(
      "criteria", .object(["overridden": object(audit.overridden), "others": object(audit.others)]))
    return document
  }

  private var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("number", .text), ("count", .integer), ("of", .integer), ("share", .percent(digits: 1)),
      ("share_low", .percent(digits: 1)), ("share_high", .percent(digits: 1)), ("leads", .text), ("period", .text),
      ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
      ("known_at", .timestamp),
    ]
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: lines.map { line in
        [
          .text(line.key), Cell(line.rate.numerator), Cell(line.rate.denominator), Cell(share: line.rate.value),
          Cell(share: line.rate.interval?.low), Cell(share: line.rate.interval?.high), .text(line.list),
          Cell(answer.period?.label), .text(request.conditions.typed), .text(answer.zone), Cell(answer.observedUntil),
          Cell(request.scope.asOf),
          Cell(request.scope.knownAt),
        ]
      })
  }
}
