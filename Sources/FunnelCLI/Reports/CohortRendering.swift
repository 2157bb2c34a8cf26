import FunnelStore
import SharedFunnel

/// A triangle for people and for programs.
struct CohortRendering {
  let definition: CohortDefinition
  let answer: CohortAnswer
  let text: RateText

  var page: ReportPage {
    var tables = [triangle(answer)]
    var notes = definition.notes(answer)
    if let previous = answer.previous.first {
      tables += [triangle(previous), comparison(previous)]
      notes.insert(Message.compareNote(["period": previous.period?.label ?? ""]), at: 0)
    }
    return ReportPage(schema: "report.cohorts", document: document, rows: rows, tables: tables, notes: notes)
  }

  // MARK: People

  private func triangle(_ answer: CohortAnswer) -> ReportTable {
    let report = answer.report
    var table = ReportTable(
      heading: Message.cohortHeading([
        "unit": definition.request.unit.rawValue, "from": definition.fromLabel, "to": definition.to.label,
        "what": definition.what(answer.period),
      ]),
      columns: [
        ReportTable.Column(title: Message.cohortColumnCohort(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.funnelColumnLeads(), priority: 9),
      ] + report.ages.map { ReportTable.Column(title: title($0), priority: 8) },
      rows: report.rows.map { row in [row.label, text.count(row.leads)] + row.cells.map(cell) },
      footer: report.rows.isEmpty ? nil : [Message.cohortMature(), ""] + report.total.map { text.rate($0.rate.value) },
      empty: .funnelNothing)
    if !report.rows.isEmpty {
      table.sections.append(
        TextTable.Section(
          heading: nil, rows: [[Message.cohortMatureCohorts(), ""] + report.total.map { text.count($0.cohorts) }]))
    }
    return table
  }

  /// Ages are whole days.
  private func title(_ age: UInt32) -> String { Message.cohortAgeTitle(["days": String(age / 86_400)]) }

  /// Never a rate that is too low because of its age.
  private func cell(_ cell: CohortCell) -> String {
    switch cell.maturity {
    case .mature: text.rate(cell.rate.value)
    case .immature:
      cell.estimate.map { Message.cohortEstimated(["rate": text.rate($0.value)]) } ?? ""
    case .ahead: ""
    }
  }

  private func comparison(_ previous: CohortAnswer) -> ReportTable {
    ReportTable(
      heading: Message.cohortTotals(),
      columns: [
        ReportTable.Column(title: Message.cohortColumnAge(), priority: 9),
        ReportTable.Column(title: Message.funnelColumnConversion(), priority: 9),
        ReportTable.Column(title: Message.cohortColumnCohorts(), priority: 5),
        ReportTable.Column(title: Message.compareColumnBefore(), priority: 8),
        ReportTable.Column(title: Message.cohortColumnCohorts(), priority: 4),
        ReportTable.Column(title: Message.compareColumnPoints(), priority: 7),
      ],
      rows: zip(answer.report.ages.indices, zip(answer.report.total, previous.report.total)).map { index, totals in
        [
          title(answer.report.ages[index]), text.rate(totals.0.rate.value, totals.0.rate.interval),
          text.count(totals.0.cohorts), text.rate(totals.1.rate.value), text.count(totals.1.cohorts),
          text.points(RateDifference(totals.0.rate, minus: totals.1.rate)),
        ]
      })
  }

  // MARK: Programs

  private var document: JSONObject {
    var document: JSONObject = ["definition": .object(definition.document(answer))]
    document.append(contentsOf: object(answer.report))
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": JSONValue(previous.period)]
      compare.append(contentsOf: object(previous.report))
      compare.append(
        "differences",
        .array(
          zip(answer.report.total, previous.report.total).enumerated().map { index, totals in
            .object([
              "age": JSONValue(index + 1),
              "conversion": JSONValue(RateDifference(totals.0.rate, minus: totals.1.rate)),
            ])
          }))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func object(_ report: CohortReport) -> JSONObject {
    [
      "leads": JSONValue(report.leads), "started_behind": JSONValue(report.startedBehind),
      "ages": .array(
        report.ages.enumerated().map { index, age in
          .object(["age": JSONValue(index + 1), "seconds": .int(Int64(age))])
        }),
      "cohorts": .array(
        report.rows.map { row in
          .object([
            "cohort": .string(row.label), "leads": JSONValue(row.leads), "unfinished": .bool(row.isUnfinished),
            "cells": .array(row.cells.enumerated().map { .object(object($0.element, age: $0.offset + 1)) }),
          ])
        }),
      "total": .array(
        report.total.enumerated().map { index, total in
          .object([
            "age": JSONValue(index + 1), "cohorts": JSONValue(total.cohorts), "leads": JSONValue(total.leads),
            "converted": JSONValue(total.converted), "conversion": JSONValue(total.rate.value),
            "interval": JSONValue(total.rate.interval),
          ])
        }),
    ]
  }

  /// A cell that is not mature has counts and no rate.
  private func object(_ cell: CohortCell, age: Int) -> JSONObject {
    let isMature = cell.maturity == .mature
    return [
      "age": JSONValue(age), "converted": JSONValue(cell.converted), "lost": JSONValue(cell.lost),
      "open": JSONValue(cell.open), "unresolved": JSONValue(cell.unresolved),
      "maturity": .string(cell.maturity.rawValue), "mature": .bool(isMature),
      "conversion": JSONValue(isMature ? cell.rate.value : nil),
      "interval": JSONValue(isMature ? cell.rate.interval : nil), "estimate": JSONValue(cell.estimate),
    ]
  }

  private var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("cohort", .text), ("leads", .integer), ("unfinished", .text), ("age", .integer), ("age_seconds", .integer),
      ("converted", .integer), ("lost", .integer), ("open", .integer), ("unresolved", .integer), ("maturity", .text),
      ("conversion", .percent(digits: 1)), ("conversion_low", .percent(digits: 1)),
      ("conversion_high", .percent(digits: 1)), ("estimate", .percent(digits: 1)),
      ("estimate_low", .percent(digits: 1)), ("estimate_high", .percent(digits: 1)),
    ]
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) } + CohortDefinition.columns,
      rows: ([answer] + answer.previous).flatMap { answer in
        let meaning = definition.cells(answer)
        return answer.report.rows.flatMap { row in
          row.cells.enumerated().map { cells(row, $0.element, $0.offset, answer.report.ages[$0.offset]) + meaning }
        }
      })
  }

  private func cells(_ row: CohortRow, _ cell: CohortCell, _ index: Int, _ age: UInt32) -> [Cell] {
    let isMature = cell.maturity == .mature
    return [
      .text(row.label), Cell(row.leads), .text(row.isUnfinished ? "true" : "false"), Cell(index + 1),
      .integer(Int64(age)), Cell(cell.converted), Cell(cell.lost), Cell(cell.open), Cell(cell.unresolved),
      .text(cell.maturity.rawValue), Cell(share: isMature ? cell.rate.value : nil),
      Cell(share: isMature ? cell.rate.interval?.low : nil), Cell(share: isMature ? cell.rate.interval?.high : nil),
      Cell(share: cell.estimate?.value), Cell(share: cell.estimate?.interval?.low),
      Cell(share: cell.estimate?.interval?.high),
    ]
  }
}
