import FunnelStore
import SharedFunnel

/// The report on revenue, for people: where it stands, whose it is and, where asked, what it is made of.
struct RevenueRendering {
  let answer: RevenueAnswer
  let request: RevenueRequest
  let text: RateText

  private var previous: RevenueAnswer? { answer.previous.first }
  private var total: RevenueFigures { answer.total }

  var observation: ReportObservation {
    ReportObservation(
      scope: request.scope, zone: answer.zone, until: answer.observedUntil, bySource: answer.observedUntilBySource)
  }

  /// Those that have something of it, and the two that always answer for it.
  var departments: [Department] {
    let all = [answer] + answer.previous
    return Department.all.filter { department in
      department == .marketing || department == .sales
        || all.contains { answer in
          ([answer.total] + answer.rows.map(\.figures)).contains { figures in
            figures.credits.contains { $0.departments[department] != nil }
              || figures.sourced.departments[department] != nil || figures.influenced[department] != nil
          }
        }
    }
  }

  var page: ReportPage {
    let programs = RevenueDocument(rendering: self)
    return ReportPage(
      schema: "report.revenue", document: programs.document, rows: programs.rows,
      tables: [standing, credit] + (request.grouping.map { [breakdown($0)] } ?? [])
        + (answer.channels.isEmpty ? [] : [channels]), notes: notes)
  }

  // MARK: Where it stands

  private func amount(_ money: Money?) -> String {
    money.map { NumberText.amount(minor: $0.minor, exponent: $0.currency.exponent) } ?? text.glyphs.none
  }

  private func amount(_ minor: Int64, of figures: RevenueFigures) -> String {
    amount(figures.isKnown ? Money(minor: minor, currency: figures.currency) : nil)
  }

  private var heading: String {
    let compared = previous.map { Message.revenueComparedHeading(["period": $0.period.label]) }
    let conditions = request.conditions.map { ", " + $0.typed }.joined()
    return Message.revenueHeading([
      "period": answer.period.label, "currency": answer.currency.code, "what": conditions + (compared ?? ""),
    ])
  }

  private var standing: ReportTable {
    let before: (RevenueAnswer) -> RevenueStanding = { $0.standing }
    func row(_ title: Message, _ money: (RevenueStanding) -> Money?, _ meaning: String) -> [String] {
      [title(), amount(money(answer.standing))] + (previous.map { [amount(money(before($0)))] } ?? []) + [meaning]
    }
    var rows = [row(.revenueRowTarget, \.target, targetMeaning), row(.revenueRowAttained, \.attained, attainedMeaning)]
    if let closing = answer.closing {
      let closed = closing.figures.money(closing.figures.attained)
      rows.append(
        [Message.revenueRowClosed(), amount(closed)] + (previous == nil ? [] : [text.glyphs.none])
          + [Message.revenueClosedMeaning(["version": String(closing.version), "time": closing.closed?.label ?? ""])])
      if let restated = closing.restatement(answer.standing.attained), restated.minor != 0 {
        rows.append(
          [Message.revenueRowRestated(), (restated.minor > 0 ? "+" : "") + amount(restated)]
            + (previous == nil ? [] : [text.glyphs.none])
            + [Message.revenueRestatedMeaning(["period": answer.period.label])])
      }
    }
    if answer.standing.target != nil {
      rows.append(row(.revenueRowPlan, \.expectation, planMeaning))
      rows.append(row(.revenueRowLeft, \.left, leftMeaning))
    }
    if let coverage = answer.coverage {
      rows.append(
        [
          Message.revenueRowCoverage(),
          coverage.ratio.flatMap { NumberText.decimal($0, digits: 2) } ?? text.glyphs.none,
        ]
          + (previous == nil ? [] : [text.glyphs.none]) + [meaning(coverage)])
    }
    if !isOver { rows.append(forecastRow) }
    var columns = [
      ReportTable.Column(title: Message.revenueColumnMeasure(), isRight: false, priority: 9),
      ReportTable.Column(title: answer.currency.code, priority: 9),
    ]
    if previous != nil { columns.append(ReportTable.Column(title: Message.compareColumnBefore(), priority: 8)) }
    columns.append(
      ReportTable.Column(title: Message.revenueColumnMeaning(), isRight: false, priority: 7, fit: .cut))
    return ReportTable(heading: heading, columns: columns, rows: rows)
  }

  private var targetMeaning: String {
    if let target = answer.target {
      return Message.revenueTargetMeaning([
        "version": String(target.version), "time": target.effective?.label ?? text.glyphs.none,
      ])
    }
    if !request.conditions.isEmpty { return Message.revenueOfAll() }
    guard let draft = answer.draft else { return Message.revenueNoTarget() }
    return Message.revenueDraft([
      "version": String(draft.version), "departments": draft.unsigned.departments.map(\.key).joined(separator: ", "),
    ])
  }

  private var attainedMeaning: String {
    guard total.isKnown else { return Message.revenueUnknown(["count": text.count(total.purchases)]) }
    if let share = answer.standing.attainment { return Message.revenueAttainedMeaning(["share": text.rate(share)]) }
    return Message.revenueSold([
      "sales": amount(total.sold, of: total), "refunds": amount(total.refunded, of: total),
    ])
  }

  private var planMeaning: String {
    guard let pacing = answer.standing.pacing else {
      return answer.standing.expectation == nil ? Message.revenueNotBegun() : answer.target?.plan.key ?? ""
    }
    return Message.revenuePlanMeaning([
      "plan": answer.target?.plan.key ?? "", "pacing": NumberText.decimal(pacing, digits: 2) ?? text.glyphs.none,
    ])
  }

  /// What there is to foresee is over.
  private var isOver: Bool { answer.forecast.days <= 0 }

  private var forecastRow: [String] {
    let forecast = answer.forecast
    let meaning =
      forecast.expected == nil
      ? Message.revenueNoForecast()
      : Message.revenueForecastMeaning([
        "low": amount(forecast.low), "high": amount(forecast.high), "dash": text.glyphs.none,
        "level": NumberText.percent(forecast.level, digits: 0) ?? "",
      ])
    return [Message.revenueRowForecast(), amount(forecast.expected)] + (previous == nil ? [] : [text.glyphs.none])
      + [meaning]
  }

  private func meaning(_ coverage: PipelineCoverage) -> String {
    Message.revenueCoverageMeaning([
      "pipeline": amount(coverage.pipeline), "without": text.count(coverage.without),
    ])
  }

  private var leftMeaning: String {
    guard let left = answer.standing.left, let target = answer.standing.target else { return "" }
    guard left.minor > 0 else { return Message.revenueSurpassed() }
    return Message.revenueLeftMeaning(["share": text.rate(Attainment.share(left, of: target))])
  }

  // MARK: Whose it is

  private var credit: ReportTable {
    func row(_ name: String, _ minor: (CreditTotals) -> Int64, _ influenced: Int64?) -> [String] {
      let credits = total.credits.map { amount(minor($0), of: total) }
      let share = total.credits.first.flatMap { locked in
        total.isKnown && locked.total > 0 ? Double(minor(locked)) / Double(locked.total) : nil
      }
      return [name, credits.first ?? "", text.rate(share)] + credits.dropFirst()
        + [amount(minor(total.sourced), of: total), influenced.map { amount($0, of: total) } ?? text.glyphs.none]
    }
    let models = answer.models.map(\.text)
    return ReportTable(
      heading: Message.revenueCreditHeading(),
      columns: [
        ReportTable.Column(title: Message.revenueColumnDepartment(), isRight: false, priority: 9),
        ReportTable.Column(title: models.first ?? "", priority: 9),
        ReportTable.Column(title: Message.revenueColumnShare(), priority: 5),
      ] + models.dropFirst().map { ReportTable.Column(title: $0, priority: 6) }
        + [
          ReportTable.Column(title: Message.revenueColumnSourced(), priority: 8),
          ReportTable.Column(title: Message.revenueColumnInfluenced(), priority: 7),
        ],
      rows: departments.map { department in
        row(department.key, { $0.minor(of: department) }, total.influenced[department] ?? 0)
      } + [row(Message.revenueUnallocated(), \.unallocated, nil)],
      footer: row(Message.reportTotal(), \.total, nil))
  }

  // MARK: What it is made of

  private func breakdown(_ dimension: RevenueDimension) -> ReportTable {
    let hasTargets = answer.rows.contains { $0.target != nil }
    let others = previous?.rows ?? []
    var columns = [
      ReportTable.Column(title: dimension.label, isRight: false, priority: 9, fit: .cut),
      ReportTable.Column(title: Message.revenueColumnAttained(), priority: 9),
    ]
    if previous != nil { columns.append(ReportTable.Column(title: Message.compareColumnBefore(), priority: 8)) }
    if hasTargets {
      columns.append(ReportTable.Column(title: Message.revenueColumnTarget(), priority: 7))
      columns.append(ReportTable.Column(title: Message.revenueColumnAttainment(), priority: 7))
    } else {
      columns.append(ReportTable.Column(title: Message.revenueColumnShare(), priority: 6))
    }
    columns += [
      ReportTable.Column(title: Message.revenueColumnPurchases(), priority: 4),
      ReportTable.Column(title: Department.marketing.key, priority: 5),
      ReportTable.Column(title: Department.sales.key, priority: 5),
    ]
    func row(_ name: String, _ now: RevenueFigures?, _ before: RevenueFigures?, _ target: Money?) -> [String] {
      let attained = now?.attained
      let share: Double? =
        if hasTargets { attained.flatMap { attained in target.flatMap { Attainment.share(attained, of: $0) } } } else {
          attained.flatMap { attained in total.attained.flatMap { Attainment.share(attained, of: $0) } }
        }
      let locked = now?.credits.first
      return [name, amount(attained)] + (previous == nil ? [] : [amount(before?.attained)])
        + (hasTargets ? [amount(target)] : []) + [text.rate(share), text.count(now?.purchases ?? 0)]
        + [Department.marketing, .sales].map { department in
          now.map { amount(locked?.minor(of: department) ?? 0, of: $0) } ?? text.glyphs.none
        }
    }
    let own = answer.rows.map { mine in
      row(
        mine.name ?? Message.reportWithout(), mine.figures, others.first { $0.name == mine.name }?.figures, mine.target)
    }
    let gone = others.filter { other in !answer.rows.contains { $0.name == other.name } }.map {
      row($0.name ?? Message.reportWithout(), nil, $0.figures, nil)
    }
    return ReportTable(
      heading: Message.revenueBreakdownHeading(["dimension": dimension.rawValue]), columns: columns, rows: own + gone,
      footer: row(Message.reportTotal(), total, previous?.total, answer.standing.target), empty: .revenueNothing)
  }

  // MARK: Channels compared

  private var hasRemoval: Bool {
    answer.channels.contains { $0.credits.values.contains { $0.removalEffect != nil } }
  }

  private var channels: ReportTable {
    func row(_ name: String, _ minor: (ChannelComparison) -> Int64, _ removal: Double?) -> [String] {
      [name] + answer.channels.map { amount(minor($0), of: total) } + (hasRemoval ? [text.rate(removal)] : [])
    }
    var rows = answer.channelNames.map { channel in
      row(
        channel.name, { $0.credits[channel.term]?.minor ?? 0 },
        answer.channels.lazy.compactMap { $0.credits[channel.term]?.removalEffect }.first)
    }
    if answer.channels.contains(where: { $0.unattributed > 0 }) {
      rows.append(row(Message.revenueUnattributed(), \.unattributedMinor, nil))
    }
    let removal = hasRemoval ? [ReportTable.Column(title: Message.revenueColumnRemoval(), priority: 5)] : []
    return ReportTable(
      heading: Message.revenueChannelsHeading(),
      columns: [ReportTable.Column(title: RevenueDimension.channel.label, isRight: false, priority: 9, fit: .cut)]
        + answer.channels.map {
          ReportTable.Column(title: AttributionModel.comparison($0.model).text, priority: 8)
        } + removal,
      rows: rows)
  }

  // MARK: Sentences

  var notes: [String] {
    let isLocked = answer.target != nil
    let model = answer.models.first?.text ?? ""
    var notes: [String] = []
    if answer.isDefaultPeriod { notes.append(Message.revenueDefaultPeriodNote(["period": answer.period.label])) }
    if total.isKnown {
      notes.append(
        Message.revenueAttainedNote([
          "sales": amount(total.sold, of: total), "refunds": amount(total.refunded, of: total),
          "purchases": text.count(total.purchases), "count": text.count(total.refunds), "period": answer.period.label,
          "currency": answer.currency.code,
        ]))
    }
    let gaps: [(Int, Message)] = [
      (total.unvalued, .revenueUnvaluedNote), (total.unpriced, .revenueUnpricedNote),
      (total.refundsWithoutValue, .revenueRefundsNote),
    ]
    notes += gaps.filter { $0.0 > 0 }.map { count, message in
      message(["count": text.count(count), "currency": answer.currency.code])
    }
    notes.append(
      Message.revenueModelNote([
        "model": model, "basis": isLocked ? Message.revenueLocked() : Message.revenueNotLocked(),
      ]))
    if answer.models.count > 1 {
      let others = answer.models.dropFirst().map(\.text).joined(separator: ", ")
      notes.append(Message.revenueOtherModels(["models": others]))
    }
    notes.append(Message.revenueSourcedNote(["definition": answer.sourcing.key]))
    if let grouping = request.grouping, grouping.isCredited {
      notes.append(Message.revenueSharedNote(["dimension": grouping.rawValue, "model": model]))
    }
    if answer.coverage != nil { notes.append(Message.revenueCoverageNote()) }
    if !isOver { notes.append(Message.revenueForecastNote(["seed": String(answer.forecast.seed)])) }
    if let compared = answer.channels.first {
      let bought = compared.credits.values.reduce(0) { $0 + $1.conversions } + Double(compared.unattributed)
      notes.append(
        Message.revenueChannelsNote([
          "purchases": text.count(Int(bought.rounded())), "lost": text.count(Int(clamping: compared.lost)),
        ]))
      if hasRemoval { notes.append(Message.revenueRemovalNote()) }
    }
    if let previous { notes.append(Message.revenueCompareNote(["period": previous.period.label])) }
    return notes + observation.notes(nil)
  }
}

extension RevenueDimension {
  /// At the head of a column: `Segment`.
  fileprivate var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
