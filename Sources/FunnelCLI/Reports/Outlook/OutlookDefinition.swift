import FunnelStore
import SharedFunnel

/// What every look ahead says of itself, for people and programs.
struct OutlookDefinition {
  let frame: OutlookFrame
  let request: OutlookRequest
  let text: RateText

  var observation: ReportObservation {
    ReportObservation(
      scope: request.scope, zone: frame.zone, until: frame.observedUntil, bySource: frame.observedUntilBySource)
  }

  /// What stands behind the name of a table.
  var what: String {
    (request.conditions.map(\.typed) + [frame.period.label, frame.currency.code]).joined(separator: ", ")
  }

  /// What was attained, where that can be said.
  var attained: Money? { frame.revenue.isUnknown ? nil : frame.revenue.attained }

  func money(_ money: Money?) -> String { money?.amountLabel ?? text.glyphs.none }

  /// `+12.00`, so that what adds is told from what takes.
  func change(_ money: Money?) -> String {
    money.map { ($0.minor > 0 ? "+" : "") + $0.amountLabel } ?? text.glyphs.none
  }

  func number(_ value: Double?, digits: Int = 1) -> String {
    value.flatMap { NumberText.decimal($0, digits: digits) } ?? text.glyphs.none
  }

  // MARK: For people

  var periodNote: String {
    let words: KeyValuePairs = [
      "period": frame.period.label, "first": frame.period.first.iso, "last": frame.period.last.iso,
    ]
    return switch frame.choice.reason {
    case .named: Message.outlookNamed(words)
    case .target: Message.outlookByTarget(words)
    case .quarter: Message.outlookByQuarter(words)
    }
  }

  var targetNote: String {
    guard let target = frame.target else { return Message.outlookNoTarget(["period": frame.period.label]) }
    guard let share = frame.share else { return Message.outlookTargetOfAll(["period": frame.period.label]) }
    return Message.outlookTarget([
      "amount": share.label, "version": String(target.version), "time": target.effective?.label ?? "",
    ])
  }

  var purchaseNotes: [String] {
    let revenue = frame.revenue
    let code = frame.currency.code
    guard !revenue.isUnknown else {
      return [
        Message.outlookUnknown([
          "count": text.count(revenue.unvalued + revenue.unpriced), "period": frame.period.label, "currency": code,
        ])
      ]
    }
    var notes = [
      Message.outlookPurchases([
        "valued": text.count(revenue.valued), "refunds": text.count(revenue.refunds), "currency": code,
      ])
    ]
    if revenue.unvalued + revenue.unpriced > 0 {
      notes.append(
        Message.outlookLeftOut(["unvalued": text.count(revenue.unvalued), "unpriced": text.count(revenue.unpriced)]))
    }
    return notes
  }

  func assumptionsNote(_ assumptions: [ForecastAssumption]) -> String {
    Message.outlookAssumes(["list": assumptions.map { $0.message() }.joined(separator: " ")])
  }

  var observationNotes: [String] { observation.notes(nil) }

  /// What the chain rests on, stage by stage.
  var stages: ReportTable {
    ReportTable(
      heading: Message.outlookStages(),
      columns: [ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9)]
        + [
          (Message.outlookColumnBasis, 9), (.outlookColumnStays, 5), (.outlookColumnEnded, 8),
          (.outlookColumnForward, 7),
          (.outlookColumnBack, 4), (.outlookColumnLost, 7), (.outlookColumnMedian, 6),
        ].map { ReportTable.Column(title: $0.0(), priority: $0.1) },
      rows: frame.stages.map { known in
        [
          known.basis.stage.label, known.basis.kind.rawValue, text.count(known.basis.stays),
          text.count(known.basis.ended),
        ]
          + [known.exits?.forward, known.exits?.back, known.exits?.lost].map(text.rate)
          + [known.exits?.medianDays.map { Message.outlookDays(["days": text.count($0)]) } ?? text.glyphs.none]
      })
  }

  // MARK: For programs

  func members(notes: [String]) -> JSONObject {
    var definition: JSONObject = [
      "period": OutlookDefinition.object(frame.period, chosen: frame.choice.reason),
      "where": JSONValue(request.conditions), "currency": .string(frame.currency.code),
    ]
    definition.append(contentsOf: observation.members)
    definition.append("seed", .decimal(String(request.simulation.seed)))
    definition.append("target_version", frame.target.map { JSONValue(Int($0.version)) } ?? .null)
    definition.append("notes", .array(notes.map(JSONValue.string)))
    return definition
  }

  static func object(_ period: TargetPeriod, chosen: PeriodChoice.Reason? = nil) -> JSONValue {
    var object: JSONObject = [
      "label": .string(period.label), "first": .string(period.first.iso), "last": .string(period.last.iso),
    ]
    if let chosen { object.append("chosen", .string(chosen.rawValue)) }
    return .object(object)
  }

  static func object(_ revenue: PeriodRevenue) -> JSONValue {
    .object([
      "valued": JSONValue(revenue.valued), "refunds": JSONValue(revenue.refunds),
      "unvalued": JSONValue(revenue.unvalued), "unpriced": JSONValue(revenue.unpriced),
    ])
  }

  var stageObjects: JSONValue {
    .array(
      frame.stages.map { known in
        .object([
          "stage": JSONValue(known.basis.stage.number), "basis": .string(known.basis.kind.rawValue),
          "stays": JSONValue(known.basis.stays), "ended": JSONValue(known.basis.ended),
          "forward": JSONValue(known.exits?.forward), "back": JSONValue(known.exits?.back),
          "lost": JSONValue(known.exits?.lost), "unresolved": JSONValue(known.exits?.unresolved),
          "median_days": known.exits?.medianDays.map { JSONValue($0) } ?? .null,
        ])
      })
  }

  /// The same in every row of a file, which is read far from the screen.
  static let meaningColumns: [(key: String, kind: Grid.Column.Kind)] = [
    ("period", .text), ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
    ("known_at", .timestamp),
  ]

  var meaning: [Cell] {
    [
      .text(frame.period.label), .text(request.conditions.typed), .text(frame.zone), Cell(frame.observedUntil),
      Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
  }

  /// Amounts as decimal numbers, their currency in a column of its own.
  static func amount(_ money: Money?) -> Cell { money.map(Cell.amount) ?? .null }

  static func grid(_ columns: [(key: String, kind: Grid.Column.Kind)], _ rows: [[Cell]]) -> Grid {
    Grid(columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) }, rows: rows)
  }
}
