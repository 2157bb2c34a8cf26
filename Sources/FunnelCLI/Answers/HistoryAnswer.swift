import FunnelStore
import SharedFunnel

/// Events of a lead as rows and as documents.
struct HistoryAnswer {
  let items: [HistoryItem]
  let lead: LeadID
  /// Whether the numbers of events and those that were voided are shown.
  let all: Bool

  init(items: [HistoryItem], lead: LeadID, all: Bool = false) {
    self.items = all ? items : items.filter { !$0.isVoided && !$0.isVoid }
    self.lead = lead
    self.all = all
  }

  /// - Parameter full: with what programs need and people do not.
  func grid(full: Bool) -> Grid {
    var columns = [
      Grid.Column(key: "occurred", title: .columnOccurred, kind: .timestamp, priority: 9),
      Grid.Column(key: "event", title: .columnEvent, priority: 8),
      Grid.Column(key: "details", title: .columnDetails, priority: 7, fit: .wrapped),
      Grid.Column(key: "actor", title: .columnActor, priority: 6),
      Grid.Column(key: "note", title: .columnNote, priority: 5, fit: .wrapped),
      Grid.Column(key: "flags", title: .columnFlags, priority: 4, fit: .wrapped),
    ]
    if all || full {
      columns.insert(Grid.Column(key: "number", title: .columnNumber, kind: .integer, priority: 9), at: 0)
    }
    if full {
      columns += [
        Grid.Column(key: "recorded", title: .columnRecorded, kind: .timestamp),
        Grid.Column(key: "voided", title: .columnVoided), Grid.Column(key: "id", title: .columnEventID),
      ]
    }
    var grid = Grid(
      columns: columns,
      rows: items.map { item in
        let marks = item.flags.keys + (item.isVoided && !full ? [Message.voidedMark()] : [])
        var row: [Cell] = all || full ? [.text(String(item.seq))] : []
        row += [
          Cell(item.event.occurred), .text(item.event.fact.kind.key), .text(details(item, full: full)),
          .text(item.actor),
          Cell(item.note), marks.isEmpty ? .null : .list(marks.map(Cell.text)),
        ]
        return full ? row + [Cell(item.event.recorded), Cell(item.isVoided), .text(item.event.id.text)] : row
      })
    grid.struck = Set(items.indices.filter { items[$0].isVoided })
    return grid
  }

  /// People read times in the zone of their workspace, programs in UTC.
  private func details(_ item: HistoryItem, full: Bool) -> String {
    // What was merged into this lead keeps its own number.
    let own = item.event.lead == lead ? [] : [(name: "lead", value: item.event.lead.text)]
    // People name an event by its number, programs by its id.
    let shown = item.isVoid ? item.details.filter { $0.name != "event" } : item.details
    return (own + shown).map { detail in
      let time = full ? nil : Timestamp(iso8601: detail.value)?.label
      return "\(detail.name)=\(time ?? detail.value)"
    }.joined(separator: " ")
  }

  var objects: [JSONValue] {
    items.map { item in
      let details = JSONObject(members: item.details.map { ($0.name, .string($0.value)) })
      return .object([
        "id": .string(item.event.id.text), "number": .int(item.seq), "lead": .int(Int64(item.event.lead.rawValue)),
        "event": .string(item.event.fact.kind.key),
        "occurred": JSONValue(item.event.occurred), "recorded": JSONValue(item.event.recorded),
        "actor": .string(item.actor), "details": .object(details), "note": JSONValue(item.note),
        "flags": .array(item.flags.keys.map(JSONValue.string)), "voided": .bool(item.isVoided),
      ])
    }
  }
}

extension HistoryItem {
  /// Only says that another event does not count.
  var isVoid: Bool { event.fact.kind == .voided }
}

extension JSONObject {
  init(members: [(String, JSONValue)]) {
    self.init()
    for (key, value) in members { append(key, value) }
  }
}
