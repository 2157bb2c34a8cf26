import FunnelStore
import SharedFunnel

/// How well both sides judged, for people.
struct HandoffAuditRendering {
  let answer: HandoffAuditAnswer
  let request: HandoffRequest
  let text: RateText

  /// A count with what it is a share of, and the name of its list.
  struct Line {
    let key: String
    let title: String
    let rate: Rate
    let list: String
  }

  var total: HandoffCounts { answer.report.total }
  private var audit: HandoffAudit { answer.audit }
  private var days: String { String(HandoffAudit.earlyDays) }

  var observation: ReportObservation {
    ReportObservation(scope: request.scope, zone: answer.zone, until: answer.observedUntil)
  }

  var lines: [Line] {
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
    let programs = HandoffAuditDocument(rendering: self)
    return ReportPage(
      schema: "report.handoffs.audit", document: programs.document, rows: programs.rows,
      tables: total[.offered] == 0
        ? [judgement] : [judgement, frequency] + (total[.overridden] > 0 ? [criteria, offerers] : []),
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
      rows: audit.offersAtLine.sorted { $0.key < $1.key }.map { times, count in
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
        ReportTable.Column(title: Message.auditLostColumn(["days": days]), priority: 6),
      ], rows: [row(.auditAgainst, audit.overridden), row(.auditOthers, audit.others)])
  }

  private var offerers: ReportTable {
    ReportTable(
      heading: Message.auditOfferers(),
      columns: [
        ReportTable.Column(title: Message.auditColumnMember(), isRight: false, priority: 9, fit: .cut),
        ReportTable.Column(title: Message.handoffColumnGiver(), isRight: false, priority: 8),
        ReportTable.Column(title: Message.columnOffered(), priority: 8),
        ReportTable.Column(title: Message.auditColumnOverridden(), priority: 9),
        ReportTable.Column(title: Message.auditColumnShare(), priority: 7),
      ],
      rows: audit.offerers.prefix(HandoffRendering.most).map { offerer in
        [
          name(of: offerer) ?? Message.auditNoMember(), offerer.giver.label, text.count(offerer.offered),
          text.count(offerer.overridden), text.rate(offerer.share.value, offerer.share.interval),
        ]
      },
      footer: [
        Message.reportTotal(), "", text.count(total[.offered]), text.count(total[.overridden]),
        text.rate(Rate(total[.overridden], of: total[.offered]).value),
      ])
  }

  /// A member whom the roster lacks is named by its number; `nil`: an import brought the offer.
  func name(of offerer: OffererCounts) -> String? {
    offerer.member.map { answer.members[$0] ?? "#\($0.rawValue)" }
  }

  var notes: [String] {
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
    notes.append(Message.auditLinesNote())
    if total[.overridden] > 0, audit.offerers.count > HandoffRendering.most {
      notes.append(
        Message.auditMoreOfferers(["count": text.count(audit.offerers.count - HandoffRendering.most)]))
    }
    return notes + [Message.auditCohort(["period": when])] + observation.notes(request.period)
  }
}
