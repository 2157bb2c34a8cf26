import FunnelStore
import SharedFunnel

extension Answer {
  /// What a correction did, and where the leads stand now.
  static func corrected(_ rows: [LeadRow], _ sentence: String, _ act: Act, _ schema: String) -> Answer {
    let states = act.isDryRun || rows.count != 1 ? [] : rows.map(\.state)
    return Answer(
      schema: schema, lines: [sentence] + states, grid: LeadGrid.full(rows),
      members: ["recorded": .bool(!act.isDryRun), "dry_run": .bool(act.isDryRun)],
      notes: act.isDryRun ? [Message.nothingRecorded()] : [])
  }
}

extension [LeadRow] {
  /// The leads by name, for a sentence.
  var titles: String { map(\.title).joined(separator: ", ") }
}
