import FunnelStore
import SharedFunnel

/// The report on crossings, for people.
struct HandoffRendering {
  /// More groups than that are read by programs.
  static let most = 30

  let answer: HandoffAnswer
  let request: HandoffRequest
  /// As it was typed: `30 d`.
  let window: String?
  let text: RateText

  private var report: HandoffReport { answer.report }

  var comparisons: [HandoffComparison] {
    answer.previous.map { HandoffComparison(answer: answer, previous: $0, text: text) }
  }

  var observation: ReportObservation {
    ReportObservation(scope: request.scope, zone: answer.zone, until: answer.observedUntil)
  }

  var page: ReportPage {
    let programs = HandoffDocument(rendering: self)
    return ReportPage(
      schema: "report.handoffs", document: programs.document, rows: programs.rows,
      tables: tables + comparisons.map(\.table), notes: comparisons.map(\.note) + notes)
  }

  private var tables: [ReportTable] {
    guard request.grouping == nil else { return [groups] }
    guard !report.boundaries.isEmpty else { return [boundaries] }
    let hasReasons = !report.total.rejections.isEmpty || !report.total.returns.isEmpty
    return [boundaries] + (hasReasons ? [reasons] : []) + (report.total.offers.n > 0 ? [risks] : [])
  }

  // MARK: Boundaries

  private var heading: String {
    let conditions = request.conditions.map(\.typed)
    let when = request.period.map { Message.handoffOfferedIn(["period": $0.label]) } ?? Message.funnelAllTime()
    return Message.handoffHeading(["what": (conditions + [when]).joined(separator: ", ")])
  }

  /// Who gives to whom; or the line, where that alone does not tell the boundaries apart.
  private func title(_ boundary: BoundaryCounts) -> String {
    let pairs = Set(report.boundaries.map { [$0.giver.rawValue, $0.receiver.rawValue] })
    return pairs.count == report.boundaries.count ? direction(of: boundary) : boundary.line?.text ?? "?"
  }

  private func direction(of boundary: BoundaryCounts) -> String {
    Message.handoffLine(["giver": boundary.giver.label, "receiver": boundary.receiver.label])
  }

  private var boundaries: ReportTable {
    let measures = HandoffMeasures(
      text: text, hasCalendar: answer.hasCalendar, hasDisputes: report.total[.disputed] > 0,
      hasLateEntries: report.total[.enteredLate] > 0)
    // Where not all fit, the lines with the fewest offers go first.
    let busiest = report.boundaries.map { $0.counts[.offered] + $0.counts[.unrecorded] }.sorted(by: >)
    let columns = report.boundaries.map { boundary in
      ReportTable.Column(
        title: title(boundary),
        priority: 8 - (busiest.firstIndex(of: boundary.counts[.offered] + boundary.counts[.unrecorded]) ?? 0))
    }
    let isSeveral = report.boundaries.count > 1
    var table = ReportTable(
      heading: heading,
      columns: [ReportTable.Column(title: "", isRight: false, priority: 9)] + columns
        + (isSeveral ? [ReportTable.Column(title: Message.reportTotal(), priority: 9)] : []),
      rows: [], empty: .handoffNothing)
    guard !report.boundaries.isEmpty else { return table }
    table.columns[0] = ReportTable.Column(title: Message.handoffColumnMeasure(), isRight: false, priority: 9)
    table.sections = measures.parts.map { part in
      TextTable.Section(
        heading: part.title?(),
        rows: part.measures.map { measure in
          [measure.title()] + report.boundaries.map { measure.text($0.counts) }
            + (isSeveral ? [measure.text(report.total)] : [])
        })
    }
    return table
  }

  // MARK: Groups

  private var groups: ReportTable {
    let columns: [(title: Message, priority: Int, cell: (HandoffCounts) -> String)] =
      [
        (.columnOffered, 9, { text.count($0[.offered]) }), (.handoffColumnAccepted, 8, { text.count($0[.accepted]) }),
        (.handoffColumnRejected, 4, { text.count($0[.rejected]) }),
        (.handoffColumnExpired, 3, { text.count($0[.expired]) }),
        (.handoffColumnAcceptance, 9, { text.rate($0.acceptance.value, $0.acceptance.interval) }),
        (.handoffInTime, 7, { text.rate($0.compliance.value) }),
        (.handoffHalf, 6, { text.duration($0.answer.clock.p50) }),
        (.handoffReturned, 5, { text.count($0[.returned]) }),
      ] + (request.grouping == .member ? [(.handoffOverridden, 6, { text.count($0[.overridden]) })] : []) + [
        (.handoffColumnUnrecorded, 2, { text.count($0[.unrecorded]) })
      ]
    let grouping = request.grouping ?? .boundary
    return ReportTable(
      heading: Message.handoffHeadingBy(["dimension": grouping.rawValue, "what": heading]),
      columns: [ReportTable.Column(title: grouping.label, isRight: false, priority: 9, fit: .cut)]
        + columns.map { ReportTable.Column(title: $0.title(), priority: $0.priority) },
      rows: named.prefix(HandoffRendering.most).map { group in
        [group.name ?? missing(grouping)] + columns.map { $0.cell(group.counts) }
      },
      footer: named.isEmpty ? nil : [Message.reportTotal()] + columns.map { $0.cell(report.total) },
      empty: .handoffNothing)
  }

  private func missing(_ grouping: HandoffGrouping) -> String {
    switch grouping {
    case .reason: Message.handoffNoReason()
    case .member: Message.auditNoMember()
    default: Message.reportWithout()
    }
  }

  /// The groups, or the boundaries where these are asked for.
  var named: [(name: String?, counts: HandoffCounts)] {
    guard request.grouping == .boundary else { return answer.groups.map { ($0.name, $0.counts) } }
    return report.boundaries.map { boundary in
      ("\(boundary.line?.text ?? "?") \(direction(of: boundary))", boundary.counts)
    }
  }

  // MARK: Reasons

  private var reasons: ReportTable {
    let total = report.total
    let returns = Dictionary(total.returns.map { ($0.reason, $0.count) }, uniquingKeysWith: +)
    let rejected = Set(total.rejections.map(\.reason))
    let rows =
      total.rejections.map { ($0.reason, $0.count) }
      + total.returns.filter { !rejected.contains($0.reason) }.map { ($0.reason, 0) }
    return ReportTable(
      heading: Message.handoffReasons(),
      columns: [
        ReportTable.Column(title: Message.handoffColumnReason(), isRight: false, priority: 9, fit: .cut),
        ReportTable.Column(title: Message.columnKind(), isRight: false, priority: 5),
        ReportTable.Column(title: Message.handoffColumnRejected(), priority: 9),
        ReportTable.Column(title: Message.handoffColumnShare(), priority: 7),
        ReportTable.Column(title: Message.handoffReturned(), priority: 8),
      ],
      rows: rows.map { reason, count in
        let share = Rate(count, of: total[.rejected])
        return [
          answer.name(of: reason) ?? Message.handoffNoReason(),
          answer.reasons[reason]?.kind?.rawValue ?? text.glyphs.none, text.count(count),
          text.rate(share.value, share.interval), text.count(returns[reason] ?? 0),
        ]
      })
  }

  // MARK: Estimates

  private var risks: ReportTable {
    func rows<Cause: RawRepresentable<String>>(_ table: RiskTable<Cause>) -> [[String]] {
      table.rows.filter { $0.count > 0 }.map { row in
        [
          row.cause.rawValue.replacing("_", with: " "), text.count(row.count),
          text.rate(row.naive.value, row.naive.interval), text.rate(row.incidence?.value, row.incidence?.interval),
        ]
      } + [
        [
          Message.handoffStillOpen(), text.count(table.open), text.glyphs.none, text.glyphs.none,
        ],
        [
          Message.handoffHalfEnded(), text.glyphs.none, text.duration(table.naiveMedian), text.quantile(table.median),
        ],
      ]
    }
    var table = ReportTable(
      heading: window.map { Message.handoffRisksWithin(["window": $0]) } ?? Message.handoffRisks(),
      columns: [
        ReportTable.Column(title: Message.handoffColumnEnd(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnCount(), priority: 9),
        ReportTable.Column(title: Message.handoffColumnNaive(), priority: 7),
        ReportTable.Column(title: Message.handoffColumnEstimate(), priority: 9),
      ], rows: [])
    table.sections = [
      TextTable.Section(heading: Message.handoffOffersEnd(), rows: rows(report.total.offers)),
      TextTable.Section(heading: Message.handoffAcceptancesEnd(), rows: rows(report.total.acceptances)),
    ]
    return table
  }

  // MARK: Sentences

  var notes: [String] {
    let total = report.total
    let when = request.period.map { Message.handoffIn(["period": $0.label]) } ?? Message.handoffAtAnyTime()
    var notes = [
      Message.handoffIdentity([
        "offered": text.count(total[.offered]), "accepted": text.count(total[.accepted]),
        "silent": text.count(total[.acceptedBySilence]), "rejected": text.count(total[.rejected]),
        "expired": text.count(total[.expired]), "withdrawn": text.count(total[.withdrawn]),
        "pending": text.count(total[.pending]),
      ]), Message.handoffUnrecordedNote(["count": text.count(total[.unrecorded])]), Message.handoffAcceptanceNote(),
      Message.handoffSLANote(), Message.handoffContactNote(),
      answer.hasCalendar ? Message.handoffWorkingNote() : Message.handoffNoCalendar(), Message.handoffAfterNote(),
      Message.handoffDropOffNote(),
    ]
    if request.grouping == nil {
      notes.append(Message.handoffRiskNote())
      if let window { notes.append(Message.handoffWindowNote(["window": window])) }
      let negative = total.offers.negative + total.acceptances.negative
      if negative > 0 { notes.append(Message.estimateNegative(["count": text.count(negative)])) }
    }
    if request.grouping == .reason { notes.append(Message.handoffReasonNote()) }
    if let lines { notes.append(lines) }
    if named.count > HandoffRendering.most {
      notes.append(Message.funnelMoreGroups(["count": text.count(named.count - HandoffRendering.most)]))
    }
    return notes + [Message.handoffCohort(["period": when])] + observation.notes(request.period)
  }

  /// Which stages the lines lie between, and who gives to whom.
  private var lines: String? {
    let named = report.boundaries.compactMap { boundary in
      boundary.line.map {
        Message.handoffLineStages([
          "line": $0.text, "from": $0.from.label, "to": $0.to.label, "direction": direction(of: boundary),
        ])
      }
    }
    return named.isEmpty ? nil : Message.handoffLines(["lines": named.joined(separator: "; ")])
  }
}

extension HandoffLine {
  /// `4:5`, as people type it.
  var text: String { "\(from.number):\(to.number)" }
}

extension HandoffGrouping {
  /// A column's title: `Reason`.
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension HandoffAnswer {
  /// A reason whose word the file lacks is named by its number; `nil`: none was given.
  func name(of reason: TermID) -> String? {
    reason == .none ? nil : reasons[reason]?.key ?? "#\(reason.rawValue)"
  }
}

extension RateText {
  /// `3.2 d (2.8 d–4.1 d)`; a limit that the data do not reach is a question mark.
  func quantile(_ quantile: KaplanMeier.Quantile) -> String {
    guard quantile.value != nil || quantile.low != nil else { return glyphs.none }
    func duration(_ seconds: Int64?) -> String { seconds.map { self.duration(Double($0)) } ?? "?" }
    return Message.velocityMedian([
      "median": quantile.value == nil ? Message.velocityNotReached() : duration(quantile.value),
      "low": duration(quantile.low), "high": duration(quantile.high), "dash": glyphs.none,
    ])
  }
}
