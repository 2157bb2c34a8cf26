import FunnelStore
import SharedFunnel

/// The forecast, for people.
struct ForecastRendering {
  let answer: ForecastAnswer
  let request: OutlookRequest
  let text: RateText

  var definition: OutlookDefinition { OutlookDefinition(frame: answer.frame, request: request, text: text) }
  private var forecast: Forecast { answer.forecast }

  var page: ReportPage {
    let programs = ForecastDocument(rendering: self)
    return ReportPage(
      schema: "report.forecast", document: programs.document, rows: programs.grid,
      tables: [sums, parts, definition.stages], notes: notes)
  }

  private var sums: ReportTable {
    let isBySegment = request.isBySegment
    var columns = [
      (Message.outlookColumnAttained, 7), (.forecastColumnExpected, 9), (.forecastColumnLow, 8),
      (.forecastColumnHigh, 8),
      (.forecastColumnWeighted, 5), (.forecastColumnOpen, 4),
    ].map { ReportTable.Column(title: $0.0(), priority: $0.1) }
    if isBySegment {
      columns.insert(ReportTable.Column(title: Dimension.segment.label, isRight: false, priority: 9, fit: .cut), at: 0)
    } else if answer.frame.share != nil {
      columns.append(ReportTable.Column(title: Message.outlookColumnTarget(), priority: 6))
    }
    func row(_ forecast: Forecast, _ name: String) -> [String] {
      let attained = forecast.isAttainedKnown ? forecast.attained : nil
      let sums = [attained, forecast.expected, forecast.low, forecast.high, forecast.weighted].map(definition.money)
      return (isBySegment ? [name] : []) + sums + [text.count(forecast.leads.count)]
        + (isBySegment || answer.frame.share == nil ? [] : [definition.money(answer.frame.share)])
    }
    let all = row(forecast, Message.reportTotal())
    return ReportTable(
      heading: Message.forecastHeading(["what": definition.what]), columns: columns,
      rows: isBySegment ? answer.segments.map { row($0.forecast, $0.name ?? Message.reportWithout()) } : [all],
      footer: isBySegment ? all : nil)
  }

  private var parts: ReportTable {
    func row(_ name: Message, _ part: Forecast.Part, hasLeads: Bool = true) -> [String] {
      [
        name(), hasLeads ? definition.number(part.leads, digits: part.leads.isWhole ? 0 : 1) : text.glyphs.none,
        definition.number(part.purchases), definition.money(part.amount),
      ]
    }
    let none = text.glyphs.none
    return ReportTable(
      heading: Message.forecastParts(),
      columns: [ReportTable.Column(title: Message.outlookColumnPart(), isRight: false, priority: 9)]
        + [(Message.funnelColumnLeads, 7), (.outlookColumnPurchases, 8), (.columnAmount, 9)].map {
          ReportTable.Column(title: $0.0(), priority: $0.1)
        },
      rows: [
        [
          Message.forecastAttainedPart(), none, text.count(answer.frame.revenue.valued),
          definition.money(definition.attained),
        ],
        row(.forecastValuedPart, forecast.valued), row(.forecastAtMeanPart, forecast.atMean),
        row(.forecastEnteringPart, forecast.entering), row(.forecastFurtherPart, forecast.further, hasLeads: false),
      ],
      footer: [Message.forecastColumnExpected(), none, none, definition.money(forecast.expected)])
  }

  var notes: [String] {
    var notes = [definition.periodNote, definition.targetNote] + definition.purchaseNotes
    if forecast.days == 0 {
      notes.append(Message.forecastOver())
    } else {
      notes.append(Message.forecastFormula(["days": text.count(forecast.days)]))
      if let mean = forecast.meanPurchase { notes.append(Message.forecastMean(["mean": mean.label])) }
    }
    if forecast.expected != nil, forecast.days > 0 {
      notes.append(
        Message.forecastInterval(["draws": text.count(forecast.draws), "seed": String(forecast.seed)]))
    }
    if let purchases = forecast.purchases, let limits = forecast.purchaseLimits, forecast.days > 0 {
      notes.append(
        Message.forecastBuyers([
          "purchases": definition.number(purchases), "low": definition.number(limits.low, digits: 0),
          "high": definition.number(limits.high, digits: 0),
        ]))
    }
    notes += [
      Message.forecastWeighted(["count": text.count(forecast.leads.count { $0.weighted != nil })]),
      Message.forecastRate([
        "entered": text.count(answer.entered), "days": text.count(forecast.recentDays),
        "rate": definition.number(forecast.entryRate, digits: 2),
      ]),
    ]
    if request.isBySegment { notes.append(Message.forecastSegments()) }
    notes += forecast.limits.map(\.message)
    notes += [Message.outlookBasis(), definition.assumptionsNote(forecast.assumptions)]
    return notes + definition.observationNotes
  }
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded() }
}
