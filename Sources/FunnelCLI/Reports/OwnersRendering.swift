import FunnelStore
import SharedFunnel

/// The owners of the stages, for people and for programs.
struct OwnersRendering {
  let answer: OwnersAnswer
  let period: Period
  let comparison: Period?
  let scope: ReportScope
  let text: RateText

  private var report: OwnersReport { answer.report }
  private var observation: ReportObservation {
    ReportObservation(scope: scope, zone: answer.zone, until: answer.observedUntil)
  }

  var page: ReportPage {
    ReportPage(
      schema: "report.owners", document: document, rows: rows, tables: [table] + comparisons, notes: notes,
      warnings: warnings)
  }

  private func handle(_ stage: OwnedStage) -> String? { stage.responsible.flatMap { answer.members[$0] } }

  // MARK: People

  private var table: ReportTable {
    var table = ReportTable(
      heading: Message.ownersHeading(["period": period.label]),
      columns: [
        ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnOwner(), isRight: false, priority: 9, fit: .wrapped),
        ReportTable.Column(title: Message.columnSince(), isRight: false, priority: 1),
        ReportTable.Column(title: Message.columnResponsible(), isRight: false, priority: 8, fit: .cut),
        ReportTable.Column(title: Message.funnelColumnOpen(), priority: 7),
        ReportTable.Column(title: Message.ownersColumnIn(), priority: 6),
        ReportTable.Column(title: Message.ownersColumnForward(), priority: 5),
        ReportTable.Column(title: Message.ownersColumnBack(), priority: 2),
        ReportTable.Column(title: Message.funnelColumnLost(), priority: 4),
      ], rows: [])
    // A new section begins behind each line.
    table.sections = [TextTable.Section(heading: nil, rows: [])]
    for stage in report.stages {
      if report.lines.contains(where: { $0.after == stage.stage }) {
        table.sections.append(TextTable.Section(heading: Message.ownersLine(), rows: []))
      }
      table.sections[table.sections.count - 1].rows.append(row(stage))
    }
    return table
  }

  private func row(_ stage: OwnedStage) -> [String] {
    [
      stage.stage.label, stage.owners.label, stage.since.map { String($0.label.prefix(10)) } ?? Message.ownersAlways(),
      handle(stage) ?? text.glyphs.none, text.count(stage.open), text.count(stage.entered), text.count(stage.forward),
      text.count(stage.back), text.count(stage.lost),
    ]
  }

  private var comparisons: [ReportTable] {
    answer.previous.map { previous in
      let counts: [(title: Message, priority: Int, of: (OwnedStage) -> Int)] = [
        (.ownersColumnIn, 9, \.entered), (.ownersColumnForward, 7, \.forward), (.funnelColumnLost, 8, \.lost),
        (.ownersColumnBack, 6, \.back),
      ]
      return ReportTable(
        heading: Message.ownersCompared(["period": period.label, "other": comparison?.label ?? ""]),
        columns: [ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9)]
          + counts.flatMap { count in
            [count.title, .compareColumnBefore, .compareColumnChange].map {
              ReportTable.Column(title: $0(), priority: count.priority)
            }
          },
        rows: zip(report.stages, previous.stages).map { now, before in
          [now.stage.label]
            + counts.flatMap {
              [text.count($0.of(now)), text.count($0.of(before)), text.change($0.of(now) - $0.of(before))]
            }
        })
    }
  }

  private var notes: [String] {
    let shared = report.shared.isEmpty ? [] : [Message.ownersSharedNote()]
    return [Message.ownersNote(["period": period.label])] + shared + observation.notes(period)
  }

  private var warnings: [String] {
    var warnings: [String] = []
    if report.lines.isEmpty { warnings.append(Message.ownersNoLine()) }
    let ownerless = report.stages.filter { $0.responsible == nil }
    if ownerless.count == 1, let stage = ownerless.first {
      warnings.append(
        Message.ownersNobody([
          "stage": stage.stage.label, "number": String(stage.stage.number), "owners": stage.owners.key,
        ]))
    } else if !ownerless.isEmpty {
      let numbers = ownerless.map { String($0.stage.number) }.joined(separator: ", ")
      warnings.append(Message.ownersNobodyAtAll(["stages": numbers]))
    }
    return warnings
      + report.stages.filter { report.shared.contains($0.stage) }.map {
        Message.ownersShared(["stage": $0.stage.label, "owners": $0.owners.label])
      }
  }

  // MARK: Programs

  private var document: JSONObject {
    var definition: JSONObject = ["period": JSONValue(period)]
    definition.append(contentsOf: observation.members)
    definition.append("notes", .array(notes.map(JSONValue.string)))
    var document: JSONObject = [
      "definition": .object(definition), "stages": .array(report.stages.map { .object(object($0)) }),
      "lines": .array(
        report.lines.map {
          .object(["before": JSONValue($0.before.number), "after": JSONValue($0.after.number)])
        }), "warnings": .array(warnings.map(JSONValue.string)),
    ]
    if let previous = answer.previous.first {
      document.append(
        "compare",
        .object([
          "period": JSONValue(comparison), "stages": .array(previous.stages.map { .object(moves($0)) }),
          "differences": .array(
            zip(report.stages, previous.stages).map { now, before in
              .object([
                "stage": JSONValue(now.stage.number), "key": .string(now.stage.key),
                "entered": JSONValue(now.entered - before.entered),
                "left": .object([
                  "forward": JSONValue(now.forward - before.forward), "back": JSONValue(now.back - before.back),
                  "lost": JSONValue(now.lost - before.lost),
                ]),
              ])
            }),
        ]))
    }
    return document
  }

  /// What went through a stage in a period.
  private func moves(_ stage: OwnedStage) -> JSONObject {
    [
      "stage": JSONValue(stage.stage.number), "key": .string(stage.stage.key), "entered": JSONValue(stage.entered),
      "left": .object([
        "forward": JSONValue(stage.forward), "back": JSONValue(stage.back), "lost": JSONValue(stage.lost),
      ]),
    ]
  }

  private func object(_ stage: OwnedStage) -> JSONObject {
    [
      "stage": JSONValue(stage.stage.number), "key": .string(stage.stage.key),
      "owners": JSONValue(owners: stage.owners), "since": JSONValue(stage.since),
      "responsible": JSONValue(handle(stage)), "open": JSONValue(stage.open), "entered": JSONValue(stage.entered),
      "left": .object([
        "forward": JSONValue(stage.forward), "back": JSONValue(stage.back), "lost": JSONValue(stage.lost),
      ]),
    ]
  }

  private var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("stage", .integer), ("key", .text), ("owners", .text), ("since", .timestamp), ("responsible", .text),
      ("open", .integer), ("entered", .integer), ("left_forward", .integer), ("left_back", .integer),
      ("left_lost", .integer), ("period", .text), ("zone", .text), ("observed_until", .timestamp),
      ("as_of", .timestamp), ("known_at", .timestamp),
    ]
    let reports = [(report, period)] + zip(answer.previous, [comparison].compactMap(\.self))
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: reports.flatMap { report, period in report.stages.map { cells($0, in: period) } })
  }

  /// Owners and open leads are those of the end of observation, whatever the period.
  private func cells(_ stage: OwnedStage, in period: Period) -> [Cell] {
    [
      Cell(stage.stage), .text(stage.stage.key), .text(stage.owners.key), Cell(stage.since), Cell(handle(stage)),
      Cell(stage.open), Cell(stage.entered), Cell(stage.forward), Cell(stage.back), Cell(stage.lost),
      .text(period.label), .text(answer.zone), Cell(answer.observedUntil), Cell(scope.asOf), Cell(scope.knownAt),
    ]
  }
}
