import FunnelStore
import SharedFunnel

/// What a command wrote of some leads: runs it, and answers with what was recorded and where the leads stand now.
struct LeadReceipt {
  let session: Session
  let act: Act
  let leads: [LeadID]
  /// Whether the command takes several leads, so that its document is a list even for one.
  var isBulk = true

  /// - Parameters:
  ///   - personal: goes with the first event of each lead.
  ///   - done: what happened to `{leads}`.
  func perform(
    personal: [(PersonalField, String)] = [], done: Message, _ values: KeyValuePairs<String, String> = [:],
    _ make: (Words) throws -> LeadCommand
  ) throws -> Answer {
    guard !leads.isEmpty else { return answer([], Message.emptyList(), false) }
    let before = try session.store.leads(recordedBy: act.context.id)
    guard before == nil else { return answer(try session.store.leads(leads), Message.recordedBefore(), false) }
    let journeys = try session.store.perform(on: leads, act, personal: personal, make)
    var rows = try session.store.leads(leads)
    if act.isDryRun {
      let byLead = Dictionary(journeys.map { ($0.lead, $0) }, uniquingKeysWith: { $1 })
      rows = rows.map { row in byLead[row.lead].map { row.overlaid(with: $0, session.workspace) } ?? row }
    }
    let subject = rows.count == 1 ? rows.first?.title : nil
    let count = Message.leadCount(["count": NumberText.integer(Int64(rows.count))])
    return answer(rows, done.filled(values, ["leads": subject ?? count]), !act.isDryRun)
  }

  /// The answer about leads that were written.
  func answer(_ rows: [LeadRow], _ sentence: String, _ isRecorded: Bool) -> Answer {
    let state = rows.count == 1 ? rows.first.map(\.state) : nil
    let members: JSONObject = ["recorded": .bool(isRecorded), "dry_run": .bool(act.isDryRun)]
    let notes = act.isDryRun ? [Message.nothingRecorded()] : []
    let lines = [sentence] + [state].compactMap(\.self)
    let grid = LeadGrid.full(rows)
    guard !isBulk, let row = rows.first else {
      return Answer(schema: "leads", lines: lines, grid: grid, members: members, notes: notes)
    }
    var document = members
    document.append(contentsOf: LeadGrid.object(row))
    return Answer(schema: "lead", lines: lines, grid: grid, document: document, notes: notes)
  }
}

extension Message {
  /// The sentence with values from two places.
  func filled(_ values: KeyValuePairs<String, String>, _ more: KeyValuePairs<String, String>) -> String {
    let all = Array(values) + Array(more)
    return fill { name in all.first { $0.key == name }?.value }
  }
}
