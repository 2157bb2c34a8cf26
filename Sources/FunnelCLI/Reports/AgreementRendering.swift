import FunnelStore
import SharedFunnel

/// The report on agreements, for people.
struct AgreementRendering {
  let answer: AgreementAnswer
  let request: AgreementRequest
  let text: RateText

  private var report: AgreementReport { answer.report }
  var comparisons: [AgreementComparison] {
    answer.previous.map { AgreementComparison(answer: answer, previous: $0, text: text) }
  }

  var observation: ReportObservation {
    ReportObservation(scope: request.scope, zone: answer.zone, until: answer.observedUntil)
  }

  var page: ReportPage {
    let programs = AgreementDocument(rendering: self)
    let kept = report.balances.flatMap { [promises($0)] + volumes($0) }
    let isEmpty = report.balances.isEmpty
    return ReportPage(
      schema: "report.agreement", document: programs.document, rows: AgreementRows(rendering: self).grid,
      tables: kept + (report.without.isEmpty && !isEmpty ? [] : [without]) + comparisons.flatMap(\.tables),
      notes: comparisons.map(\.note) + notes)
  }

  private func promises(_ balance: AgreementBalance) -> ReportTable {
    ReportTable(
      heading: Message.agreementHeading([
        "line": balance.line.label, "version": String(balance.version), "when": when(balance),
      ]),
      columns: [
        ReportTable.Column(title: Message.agreementColumnPromise(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.agreementColumnBy(), isRight: false, priority: 8),
        ReportTable.Column(title: Message.agreementColumnOwed(), isRight: false, priority: 7, fit: .wrapped),
        ReportTable.Column(title: Message.agreementColumnDelivered(), priority: 9),
        ReportTable.Column(title: Message.agreementColumnShare(), priority: 8),
        ReportTable.Column(title: Message.agreementColumnNotDue(), priority: 5),
      ],
      rows: AgreementPromises(balance: balance, text: text).all.map { promise in
        let share = promise.ratio.map { text.rate($0) } ?? text.rate(promise.rate?.value, promise.rate?.interval)
        return [
          promise.title(), promise.by?.label ?? text.glyphs.none, promise.owed ?? Message.agreementNotAgreed(),
          promise.delivered, share, promise.notDue.map(text.count) ?? text.glyphs.none,
        ]
      })
  }

  private func when(_ balance: AgreementBalance) -> String {
    guard let first = balance.inForce.first, let last = balance.inForce.last else {
      return balance.agreement == nil ? Message.agreementUnknown() : Message.agreementNotInForce()
    }
    return Message.agreementInForce([
      "from": Timestamp(seconds: first.lowerBound).label, "until": Timestamp(seconds: last.upperBound).label,
    ])
  }

  private func volumes(_ balance: AgreementBalance) -> [ReportTable] {
    guard let volume = balance.volume, volume.intervals.count > 1 else { return [] }
    return [
      ReportTable(
        heading: Message.agreementVolumeHeading([
          "line": balance.line.label, "version": String(balance.version), "unit": volume.agreed.per.rawValue,
        ]),
        columns: [
          ReportTable.Column(title: Message.trendColumnPoint(), isRight: false, priority: 9),
          ReportTable.Column(title: Message.agreementColumnOwed(), priority: 9),
          ReportTable.Column(title: Message.columnOffered(), priority: 9),
          ReportTable.Column(title: Message.agreementColumnDelivered(), priority: 8),
        ],
        rows: volume.intervals.map { interval in
          [
            interval.isPartial ? Message.agreementPartial(["interval": interval.label]) : interval.label,
            NumberText.decimal(interval.owed, digits: 1) ?? text.glyphs.none, text.count(interval.offered),
            text.rate(interval.delivered),
          ]
        })
    ]
  }

  private var without: ReportTable {
    ReportTable(
      heading: Message.agreementWithoutHeading(),
      columns: [
        ReportTable.Column(title: Message.handoffColumnLine(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnOffered(), priority: 9),
      ], rows: report.without.map { [$0.line.label, text.count($0.offered)] }, empty: .agreementNothing)
  }

  var notes: [String] {
    let offered = report.balances.reduce(0) { $0 + $1[.offered] }
    let without = report.without.reduce(0) { $0 + $1.offered }
    var notes = [
      Message.agreementCohort([
        "when": request.period.map { Message.handoffIn(["period": $0.label]) } ?? Message.handoffAtAnyTime(),
        "offered": text.count(offered), "without": text.count(without),
      ])
    ]
    if !report.balances.isEmpty {
      notes += [
        Message.agreementVolumeNote(["zone": answer.zone]), Message.agreementQualityNote(),
        Message.agreementAnswerNote(),
        Message.agreementAttemptsNote(),
      ]
    }
    let lapsed = report.balances.reduce(0) { $0 + $1[.contactLapsed] }
    if lapsed > 0 { notes.append(Message.agreementLapsedNote(["count": text.count(lapsed)])) }
    return notes + answer.awaited.map(sentence) + observation.notes(request.period)
  }

  private func sentence(_ awaited: AwaitedAgreement) -> String {
    let version = awaited.agreement
    guard awaited.unsigned.isEmpty else {
      return Message.agreementDraftNote([
        "line": version.line.label, "version": String(version.version), "sides": awaited.unsigned.label,
      ])
    }
    return Message.agreementLaterNote([
      "line": version.line.label, "version": String(version.version),
      "time": (version.effective ?? version.from).label,
    ])
  }
}
