import FunnelStore
import SharedFunnel

/// The report on velocity, for people.
struct VelocityRendering {
  /// More groups than that are read by programs.
  static let most = 30

  let answer: VelocityAnswer
  let request: VelocityRequest
  /// As it was typed: `30 d`.
  let window: String?
  /// Nothing but what stage 5 brings a day.
  var isOnlyValue = false
  let text: RateText

  var observation: ReportObservation {
    ReportObservation(
      scope: request.scope, zone: answer.zone, until: answer.observedUntil, bySource: answer.observedUntilBySource)
  }

  var page: ReportPage {
    let programs = VelocityDocument(rendering: self)
    return ReportPage(
      schema: "report.velocity", document: programs.document,
      rows: VelocityRows(answer: answer, request: request, isOnlyValue: isOnlyValue).grid,
      tables: (isOnlyValue ? [] : [times] + (window.map { [shares(within: $0)] } ?? [])) + [sales(answer)]
        + answer.previous.map(sales),
      notes: notes)
  }

  private var conditions: [String] { request.conditions.map(\.typed) }

  private var groups: ArraySlice<VelocityAnswer.Group> { answer.groups.prefix(VelocityRendering.most) }

  private func label(_ group: VelocityAnswer.Group) -> String { group.name ?? Message.reportWithout() }

  // MARK: Time in stage

  /// A line a stage; by group a section a stage, so that groups compare.
  private func table(
    _ heading: String, _ columns: [ReportTable.Column], _ cells: (StageTimes, StageTimes?) -> [String]
  ) -> ReportTable {
    func before(_ stage: Stage, _ group: VelocityAnswer.Group?) -> StageTimes? {
      guard let previous = answer.previous.first else { return nil }
      let table = group.map { group in previous.groups.first { $0.name == group.name }?.table } ?? previous.total
      return table?.stages.first { $0.stage == stage }
    }
    let first = request.grouping.map {
      ReportTable.Column(title: $0.label, isRight: false, priority: 9, fit: .cut)
    }
    var table = ReportTable(
      heading: heading,
      columns: [first ?? ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9)] + columns,
      rows: [], empty: .flowNothing)
    guard request.grouping != nil else {
      table.sections[0].rows = answer.total.stages.map { [$0.stage.label] + cells($0, before($0.stage, nil)) }
      return table
    }
    table.sections = answer.total.stages.filter { $0.stays > 0 }.map { total in
      let rows = groups.compactMap { group in
        group.table.stages.first { $0.stage == total.stage && $0.stays > 0 }.map {
          [label(group)] + cells($0, before(total.stage, group))
        }
      }
      return TextTable.Section(
        heading: total.stage.label,
        rows: rows + [[Message.reportTotal()] + cells(total, before(total.stage, nil))])
    }
    return table
  }

  private var times: ReportTable {
    let when = answer.period.map { Message.velocityBegan(["period": $0.label]) } ?? Message.funnelAllTime()
    let isCompared = !answer.previous.isEmpty
    var columns = [
      ReportTable.Column(title: Message.columnOwner(), isRight: false, priority: 3, fit: .wrapped),
      ReportTable.Column(title: Message.velocityColumnClosed(), priority: 8),
      ReportTable.Column(title: Message.velocityColumnHalf(), priority: 8),
      ReportTable.Column(title: Message.velocityColumnMost(), priority: 6),
      ReportTable.Column(title: Message.funnelColumnOpen(), priority: 8),
      ReportTable.Column(title: Message.velocityColumnAge(), priority: 7),
      ReportTable.Column(title: Message.velocityColumnOldest(), priority: 4),
      ReportTable.Column(title: Message.velocityColumnMedian(), priority: 9),
    ]
    if isCompared { columns.append(ReportTable.Column(title: Message.compareColumnBefore(), priority: 8)) }
    return table(
      Message.velocityHeading(["what": (conditions + [when]).joined(separator: ", ")]), columns
    ) { stage, before in
      [
        stage.owners.label, text.count(stage.closed.n), text.duration(stage.closed.p50),
        text.duration(stage.closed.p90), text.count(stage.open.n), text.duration(stage.open.p50),
        text.duration(stage.open.p90), median(stage),
      ] + (isCompared ? [text.duration(before?.median.value.map(Double.init))] : [])
    }
  }

  /// `3.2 d (2.8 d–4.1 d)`; a time that the data do not reach is a question mark, and without a stay there is none.
  private func median(_ stage: StageTimes) -> String {
    guard stage.closed.n + stage.open.n > 0 else { return text.glyphs.none }
    let quantile = stage.median
    func duration(_ seconds: Int64?) -> String { seconds.map { text.duration(Double($0)) } ?? "?" }
    return Message.velocityMedian([
      "median": quantile.value == nil ? Message.velocityNotReached() : duration(quantile.value),
      "low": duration(quantile.low), "high": duration(quantile.high), "dash": text.glyphs.none,
    ])
  }

  private func shares(within window: String) -> ReportTable {
    let exits: [(exit: VisitExit, title: Message)] = [
      (.forward, .flowColumnForwardOut), (.back, .flowColumnBackOut), (.lost, .funnelColumnLost),
    ]
    return table(
      Message.velocityShares(["window": window]),
      exits.map { ReportTable.Column(title: $0.title(), priority: 9) }
    ) { stage, _ in
      exits.map { exit in
        let share = stage.shares.first { $0.exit == exit.exit }?.incidence
        return text.rate(share?.value, share?.interval)
      }
    }
  }

  // MARK: Sales

  private func sales(_ answer: VelocityAnswer) -> ReportTable {
    // The four factors, what they make, and where one is missing which.
    var columns = [Message.velocityColumnOpen, .velocityColumnMean, .velocityColumnWin, .velocityColumnCycle].map {
      ReportTable.Column(title: $0(), priority: 8)
    }
    columns.append(ReportTable.Column(title: Message.velocityColumnDay(), priority: 9))
    let all = [answer.total.sales] + answer.groups.map(\.table.sales)
    let isMissing = all.contains { $0.rows.contains { $0.gap != nil } }
    if isMissing {
      columns.append(
        ReportTable.Column(title: Message.velocityColumnMissing(), isRight: false, priority: 8, fit: .wrapped))
    }
    let group = request.grouping.map {
      ReportTable.Column(title: $0.label, isRight: false, priority: 9, fit: .cut)
    }
    func rows(_ sales: SalesVelocity, _ name: String?) -> [[String]] {
      sales.rows.map { row in (name.map { [$0] } ?? []) + [row.currency?.code ?? text.glyphs.none] + cells(row, sales) }
    }
    let when = answer.period.map(\.label) ?? Message.funnelAllTime()
    return ReportTable(
      heading: Message.velocitySales(["what": (conditions + [when]).joined(separator: ", ")]),
      columns: (group.map { [$0] } ?? [])
        + [ReportTable.Column(title: Message.columnCurrency(), isRight: false, priority: 9)]
        + columns,
      rows: answer.groups.prefix(VelocityRendering.most).flatMap { rows($0.table.sales, label($0)) }
        + rows(answer.total.sales, group == nil ? nil : Message.reportTotal()))
  }

  private func cells(_ row: CurrencyVelocity, _ sales: SalesVelocity) -> [String] {
    [
      text.count(row.open), row.mean?.amountLabel ?? text.glyphs.none, text.rate(sales.winRate, sales.interval),
      text.duration(sales.cycle), row.perDay?.amountLabel ?? text.glyphs.none,
      row.gap.map { $0.sentence() } ?? text.glyphs.none,
    ]
  }

  // MARK: Sentences

  var notes: [String] {
    let sales = answer.total.sales
    let ahead = answer.total.stages.reduce(0) { $0 + $1.ahead }
    var notes = isOnlyValue ? [] : [Message.velocityStays(), Message.velocityEstimate()]
    if ahead > 0, !isOnlyValue { notes.append(Message.velocityAhead(["count": text.count(ahead)])) }
    if let window { notes.append(Message.velocityShareNote(["window": window])) }
    notes += [
      Message.velocityFormula(["time": answer.openAt.label]),
      Message.velocityUnvalued(["unvalued": text.count(sales.unvalued), "open": text.count(sales.open)]),
      Message.velocityWon([
        "won": text.count(sales.won), "lost": text.count(sales.lost), "negative": text.count(sales.negative),
        "when": answer.period.map { Message.handoffIn(["period": $0.label]) } ?? Message.handoffAtAnyTime(),
      ]),
    ]
    if answer.groups.count > VelocityRendering.most {
      notes.append(
        Message.funnelMoreGroups(["count": text.count(answer.groups.count - VelocityRendering.most)]))
    }
    notes += answer.previous.map { Message.flowBefore(["period": $0.period?.label ?? ""]) }
    return notes + observation.notes(answer.period)
  }
}

extension VelocityGap {
  /// Why there is no velocity, for people.
  var sentence: Message {
    switch self {
    case .noOpenLeads: .velocityNoOpen
    case .noExpectedValue: .velocityNoValue
    case .nothingDecided: .velocityNothingDecided
    case .nothingWon: .velocityNothingWon
    case .cycleNotPositive: .velocityCycleNotPositive
    case .tooLarge: .velocityTooLarge
    }
  }
}
