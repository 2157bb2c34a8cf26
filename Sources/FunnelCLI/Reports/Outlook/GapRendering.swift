import FunnelStore
import SharedFunnel

/// Why revenue differs from a baseline, for people.
struct GapRendering {
  let answer: GapAnswer
  let request: OutlookRequest
  let text: RateText

  var definition: OutlookDefinition { OutlookDefinition(frame: answer.frame, request: request, text: text) }
  private var currency: Currency { answer.frame.currency }
  private var period: String { answer.frame.period.label }

  var page: ReportPage {
    let programs = GapDocument(rendering: self)
    return ReportPage(
      schema: "report.gap", document: programs.document, rows: programs.grid,
      tables: answer.gap.map { [parts($0), owners($0), bridge($0)] } ?? [parts(nil)], notes: notes)
  }

  private var against: String {
    answer.baseline == .plan
      ? Message.gapAgainstPlan() : Message.gapAgainst(["baseline": answer.other.label])
  }

  func name(_ part: RevenueGap.Part) -> String {
    switch part.factor {
    case .entries: Message.gapEntries()
    case .conversion:
      Message.gapConversion([
        "from": String(part.stage?.number ?? 0), "to": String((part.stage?.number ?? 0) + 1),
      ])
    case .landing: Message.gapLanding()
    case .value: Message.gapValue()
    case .unexplained: Message.gapUnexplained()
    }
  }

  private func value(_ value: Double?, _ factor: RevenueGap.Factor) -> String {
    guard let value else { return text.glyphs.none }
    switch factor {
    case .entries: return definition.number(value, digits: value == value.rounded() ? 0 : 1)
    case .conversion: return text.rate(value)
    case .landing, .unexplained: return definition.number(value, digits: 2)
    case .value:
      let scale = (0..<currency.exponent).reduce(1.0) { scale, _ in scale * 10 }
      return definition.number(value / scale, digits: currency.exponent)
    }
  }

  private func owner(_ department: Department?) -> String { department?.key ?? Message.gapUnallocated() }

  private func parts(_ gap: RevenueGap?) -> ReportTable {
    ReportTable(
      heading: Message.gapHeading(["what": definition.what + ", " + against]),
      columns: [
        ReportTable.Column(title: Message.gapColumnFactor(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnOwner(), isRight: false, priority: 7),
        ReportTable.Column(title: Message.compareColumnBefore(), priority: 6),
        ReportTable.Column(title: Message.gapColumnNow(), priority: 6),
        ReportTable.Column(title: Message.gapColumnPart(), priority: 9),
      ],
      rows: (gap?.parts ?? []).map { part in
        [
          name(part), owner(part.owner), value(part.from, part.factor), value(part.to, part.factor),
          definition.change(part.amount),
        ]
      }, footer: gap.map { [Message.gapDifference(), "", "", "", definition.change($0.difference)] }, empty: .gapNothing
    )
  }

  private func owners(_ gap: RevenueGap) -> ReportTable {
    ReportTable(
      heading: Message.gapOwners(),
      columns: [
        ReportTable.Column(title: Message.columnOwner(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.gapColumnPart(), priority: 9),
      ], rows: gap.byOwner.map { [owner($0.owner), definition.change($0.amount)] },
      footer: [Message.gapDifference(), definition.change(gap.difference)])
  }

  private func bridge(_ gap: RevenueGap) -> ReportTable {
    var rows: [(String, String)] = [
      (
        Message.gapBaseline(["baseline": answer.baseline == .plan ? Message.columnPlan() : answer.other.label]),
        definition.money(gap.baseline)
      ), (Message.gapDifference(), definition.change(gap.difference)),
      (Message.gapAttained(), definition.money(gap.attained)),
    ]
    if let target = gap.target {
      rows += [
        ((answer.isRunning ? Message.gapAsked : .gapTarget)(), definition.money(target)),
        (Message.gapRaise(), definition.change(gap.raise)), (Message.gapGap(), definition.change(gap.gap)),
      ]
    }
    return ReportTable(
      heading: Message.gapBridge(),
      columns: [
        ReportTable.Column(title: Message.planColumnFigure(), isRight: false, priority: 9, fit: .wrapped),
        ReportTable.Column(title: Message.columnAmount(), priority: 9),
      ], rows: rows.map { [$0.0, $0.1] })
  }

  // MARK: Sentences

  var notes: [String] {
    let days: KeyValuePairs = [
      "period": period, "days": text.count(answer.days), "other": answer.other.label,
      "others": text.count(answer.otherDays),
    ]
    var notes = [definition.periodNote, definition.targetNote]
    notes.append((!answer.isRunning ? Message.gapWhole : answer.asked == nil ? .gapRunning : .gapRunningAsked)(days))
    if answer.baseline == .plan {
      notes.append((answer.planned?.steps == nil ? Message.gapPlanUnknown : .gapPlanNote)(days))
    }
    notes += [side(period, answer.actual.revenue), side(answer.other.label, answer.before.revenue)].compactMap(\.self)
    guard let gap = answer.gap else { return notes + definition.observationNotes }
    notes += [Message.gapFormula(), Message.gapOrders(), Message.gapOwnersNote()]
    if gap.raise.map({ $0.minor > 0 }) ?? false { notes.append(Message.gapRaiseNote()) }
    let widened = [(period, answer.actual), (answer.other.label, answer.before)].compactMap(widened)
    if !widened.isEmpty { notes.append(Message.gapWidened(["list": widened.joined(separator: "; ")])) }
    return notes + definition.observationNotes
  }

  private func side(_ label: String, _ revenue: PeriodRevenue) -> String? {
    if revenue.isUnknown {
      return Message.gapUnknown([
        "count": text.count(revenue.unvalued + revenue.unpriced), "period": label, "currency": currency.code,
      ])
    }
    guard revenue.unvalued + revenue.unpriced > 0 else { return nil }
    return Message.gapSideLeftOut([
      "period": label, "valued": text.count(revenue.valued), "unvalued": text.count(revenue.unvalued),
      "unpriced": text.count(revenue.unpriced),
    ])
  }

  private func widened(_ label: String, _ side: GapSide) -> String? {
    let stages = side.bases.filter { $0.kind == .allTime || $0.kind == .none }.map { String($0.stage.number) }
    guard !stages.isEmpty else { return nil }
    return Message.gapWidenedIn(["stages": stages.joined(separator: ", "), "period": label])
  }
}
