import FunnelStore
import SharedFunnel

/// Leads as rows.
enum LeadGrid {
  /// What people scan: the whole of a lead is on its page.
  static func summary(_ rows: [LeadRow], empty: Message = .noLeads) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "stage", title: .columnStage, priority: 7),
        Grid.Column(key: "status", title: .columnStatus, priority: 6),
        Grid.Column(key: "owner", title: .columnOwner, priority: 5),
        Grid.Column(key: "since", title: .columnSince, kind: .timestamp, priority: 4),
        Grid.Column(key: "source", title: .columnSource, priority: 3),
        Grid.Column(key: "expected", title: .columnExpected, kind: .money, priority: 2),
      ],
      rows: rows.map { row in
        [
          // A number of a lead is a name: it has no separators of thousands.
          .text(row.lead.text), Cell(row.label), Cell(row.mergedInto == nil ? row.stage?.label : row.state),
          .text(row.status.rawValue), Cell(row.owner),
          Cell(row.since), Cell(row.source), Cell(row.expected),
        ]
      }, empty: empty)
  }

  /// Everything, for programs.
  static func full(_ rows: [LeadRow]) -> Grid {
    Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: rows.map { row in
        [
          .integer(Int64(row.lead.rawValue)), Cell(row.contact.name), Cell(row.contact.company),
          Cell(row.contact.email), Cell(row.contact.phone), .text(row.status.rawValue), Cell(row.stage),
          Cell(row.stage?.key),
          Cell(row.since), Cell(row.furthest), Cell(row.owner), Cell(row.source), Cell(row.campaign),
          Cell(row.segment), Cell(row.expected), Cell(row.expectedClose), Cell(row.created), Cell(row.lostAt),
          Cell(row.lostReason), Cell(row.touches), Cell(row.lastTouch), .list(row.flags.keys.map(Cell.text)),
          row.mergedInto.map { .integer(Int64($0.rawValue)) } ?? .null, Cell(row.erased),
          row.score.map { .integer(Int64($0)) } ?? .null, row.referrer.map { .integer(Int64($0.rawValue)) } ?? .null,
        ]
      })
  }

  private static let columns: [(key: String, kind: Grid.Column.Kind)] = [
    ("lead", .integer), ("name", .text), ("company", .text), ("email", .text), ("phone", .text), ("status", .text),
    ("stage", .integer), ("stage_key", .text), ("since", .timestamp), ("furthest_stage", .integer), ("owner", .text),
    ("source", .text), ("campaign", .text), ("segment", .text), ("expected", .money),
    ("expected_close", .timestamp), ("created", .timestamp), ("lost_at", .timestamp), ("lost_reason", .text),
    ("touches", .integer), ("last_touch", .timestamp), ("flags", .text), ("merged_into", .integer),
    ("erased", .timestamp), ("score", .integer), ("referred_by", .integer),
  ]

  /// One lead as the members of a document.
  static func object(_ row: LeadRow) -> JSONObject {
    let grid = full([row])
    return grid.rows.first.map(grid.object) ?? [:]
  }
}

extension LeadRow {
  /// The name, else whatever else it is known by.
  var label: String? { [contact.name, contact.company, contact.email].compactMap(\.self).first { !$0.isEmpty } }

  /// `Lead 12 (Acme)`.
  var title: String {
    label.map { Message.leadTitled(["lead": lead.text, "name": $0]) } ?? Message.leadUntitled(["lead": lead.text])
  }

  /// Where the lead stands now, in a sentence.
  var state: String {
    let stage = stage?.label ?? Message.noStageYet()
    if let mergedInto { return Message.mergedWith(["lead": mergedInto.text]) }
    if status == .voided { return Message.stateVoided() }
    if status == .lost {
      let time = lostAt?.label ?? "?"
      guard let lostReason else { return Message.stateLost(["stage": stage, "time": time]) }
      return Message.stateLostFor(["stage": stage, "time": time, "reason": lostReason])
    }
    return Message.stateOpen([
      "stage": stage, "owner": owner ?? Message.nobody(), "time": since?.label ?? created?.label ?? "?",
    ])
  }

  /// The row as a journey that was not recorded says.
  func overlaid(with journey: Journey, _ workspace: Workspace) -> LeadRow {
    var row = self
    row.status = journey.status
    row.stage = journey.stage
    row.since = journey.visits.last?.entered
    row.furthest = journey.furthest
    row.owner = journey.owner.flatMap { workspace.roster[$0]?.handle }
    row.lostAt = journey.lostAt
    // What nobody recorded has no word in the dictionaries either.
    row.lostReason = nil
    row.expected = journey.valuation?.amount
    row.expectedClose = journey.valuation?.close
    row.touches = journey.touches
    row.lastTouch = journey.lastTouch
    row.flags = journey.flags
    row.score = journey.score
    row.referrer = journey.referrer
    return row
  }
}
