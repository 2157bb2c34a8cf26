import SQLite
import SharedFunnel

/// Writes what a lead's events amount to: its row, its stays, crossings and purchases, and the records
/// that reports scan. Kept up in the transaction that appends.
final class Projection {
  private let connection: Connection
  let leads: RecordPages
  let visits: RecordPages
  let handoffs: RecordPages

  init(_ connection: Connection) {
    self.connection = connection
    leads = RecordPages(connection, .lead)
    visits = RecordPages(connection, .visit)
    handoffs = RecordPages(connection, .handoff)
  }

  private var pages: [RecordPages] { [leads, visits, handoffs] }

  func forget() { for page in pages { page.forget() } }

  func flush() throws { for page in pages { try page.flush() } }

  /// Empties every table of the projection.
  func clear() throws {
    forget()
    try connection.execute(
      """
      DELETE FROM lead_tag; DELETE FROM visit; DELETE FROM dispute; DELETE FROM handoff; DELETE FROM refund;
      DELETE FROM purchase; DELETE FROM lead_chain;
      DELETE FROM lead; DELETE FROM lead_page; DELETE FROM visit_page; DELETE FROM handoff_page;
      INSERT INTO slot_count (kind, taken) VALUES ('lead', 0), ('visit', 0), ('handoff', 0)
      ON CONFLICT (kind) DO UPDATE SET taken = 0;
      """)
  }

  /// - Parameters:
  ///   - lastEvent: the head of the lead's chain.
  ///   - isNew: the lead has no row yet, so that nothing is looked up or deleted.
  func write(_ journey: Journey, contact: Contact, lastEvent: Int64, isNew: Bool) throws {
    let rows = ProjectionRows(journey, contact: contact, lastEvent: lastEvent)
    let lead = rows.lead[0]
    let old = isNew ? Slots() : try takeApart(lead)
    let slot = try writeRecord(journey, old.lead)
    try connection.run(Projection.insertLead, values: rows.lead + [Value(slot.map(Int64.init))])
    for row in rows.tags { try connection.run(Projection.insertTag, values: row) }
    for row in rows.chain { try connection.run(Projection.insertChain, values: row) }
    for row in rows.purchases { try connection.run(Projection.insertPurchase, values: row) }
    for row in rows.refunds { try connection.run(Projection.insertRefund, values: row) }
    for row in rows.disputes { try connection.run(Projection.insertDispute, values: row) }
    let visitSlots = try slots(rows.visits.count, from: old.visits, in: visits)
    for (index, row) in rows.visits.enumerated() {
      try connection.run(Projection.insertVisit, values: row + [.integer(Int64(visitSlots[index]))])
      var bytes: [UInt8] = []
      VisitRecord(journey.visits[index], after: index > 0 ? journey.visits[index - 1] : nil, lead: journey.lead)
        .write(to: &bytes)
      try visits.write(bytes, at: visitSlots[index])
    }
    let handoffSlots = try slots(rows.handoffs.count, from: old.handoffs, in: handoffs)
    let records = HandoffRecord.records(of: journey, slot: slot)
    for (index, row) in rows.handoffs.enumerated() {
      try connection.run(Projection.insertHandoff, values: row + [.integer(Int64(handoffSlots[index]))])
      var bytes: [UInt8] = []
      records[index].write(to: &bytes)
      try handoffs.write(bytes, at: handoffSlots[index])
    }
  }

  /// The slots that a lead's records had.
  private struct Slots {
    var lead: Int?
    var visits: [Int] = []
    var handoffs: [Int] = []
  }

  /// Deletes a lead's rows and says which slots they had.
  private func takeApart(_ lead: Value) throws -> Slots {
    var slots = Slots()
    slots.lead = try connection.first("SELECT slot FROM lead WHERE number = ?", lead) { try $0.optionalInt(0) } ?? nil
    slots.visits = try connection.query("SELECT slot FROM visit WHERE lead = ? ORDER BY slot", lead) { try $0.int(0) }
    slots.handoffs = try connection.query("SELECT slot FROM handoff WHERE lead = ? ORDER BY slot", lead) {
      try $0.int(0)
    }
    for table in ["lead_tag", "visit", "dispute", "handoff", "refund", "purchase", "lead_chain"] {
      try connection.run("DELETE FROM \(table) WHERE lead = ?", lead)
    }
    return slots
  }

  private func writeRecord(_ journey: Journey, _ old: Int?) throws -> Int? {
    guard let record = LeadRecord(journey) else {
      if let old { try leads.clear(old) }
      return nil
    }
    let slot = try old ?? leads.takeSlot()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(LeadRecord.byteCount)
    record.write(to: &bytes)
    try leads.write(bytes, at: slot)
    return slot
  }

  /// As many of the old slots as are needed again, new ones for the rest; what is left over is emptied.
  private func slots(_ count: Int, from old: [Int], in pages: RecordPages) throws -> [Int] {
    for spare in old.dropFirst(count) { try pages.clear(spare) }
    var slots = Array(old.prefix(count))
    while slots.count < count { slots.append(try pages.takeSlot()) }
    return slots
  }

  private static let insertLead = upsert("lead", ProjectionRows.leadColumns + ["slot"], key: "number")
  private static let insertTag = insert("lead_tag", ProjectionRows.tagColumns)
  private static let insertChain = insert("lead_chain", ProjectionRows.chainColumns)
  private static let insertPurchase = insert("purchase", ProjectionRows.purchaseColumns)
  private static let insertRefund = insert("refund", ProjectionRows.refundColumns)
  private static let insertVisit = insert("visit", ProjectionRows.visitColumns + ["slot"])
  private static let insertDispute = insert("dispute", ProjectionRows.disputeColumns)
  private static let insertHandoff = insert("handoff", ProjectionRows.handoffColumns + ["slot"])

  private static func insert(_ table: String, _ columns: [String]) -> String {
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }

  private static func upsert(_ table: String, _ columns: [String], key: String) -> String {
    let updates = columns.filter { $0 != key }.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    return insert(table, columns) + " ON CONFLICT (\(key)) DO UPDATE SET \(updates)"
  }
}
