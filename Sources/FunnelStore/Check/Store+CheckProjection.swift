import SQLite
import SharedFunnel

/// The projection equals a replay of the journal: rows, and the records that reports scan.
extension Store {
  func compareProjection(_ report: inout CheckReport, _ onProgress: (Int) throws -> Void) throws {
    var pages = try PageImage(connection)
    let replay = try Replay(journal)
    report.events = replay.eventCount
    var leads = 0
    var findings: [CheckFinding] = []
    try replay.forEachLead { lead in
      leads += 1
      findings += brokenChain(lead)
      let journey = Journey.fold(lead.history, of: lead.lead, under: workspace.ownership)
      let rows = ProjectionRows(
        journey, contact: try contact(of: lead.history, seqs: lead.historySeqs, lead.lead), lastEvent: lead.head)
      findings += try compare(rows, journey, &pages)
      findings += unbalanced(journey)
      try onProgress(leads)
    }
    findings += pages.leftovers()
    findings += try slotsTaken()
    findings += try ratesAgainstJournal()
    let rows = try connection.first("SELECT count(*) FROM lead") { try $0.int(0) } ?? 0
    if rows != leads {
      findings.append(
        CheckFinding("projection", StoreMessages.leadCount(["rows": String(rows), "leads": String(leads)])))
    }
    report.leads = leads
    report.findings += findings
  }

  /// The table of rates says what the events say that brought them.
  private func ratesAgainstJournal() throws -> [CheckFinding] {
    var expected: [String: String] = [:]
    func key(_ base: String, _ quote: String, _ day: Int64) -> String { "\(base) \(quote) \(day)" }
    try Rates.forEachSheet(of: journal) { sheet, _ in
      for quote in sheet.quotes ?? [] {
        expected[key(quote.base.code, quote.quote.code, Int64(quote.day.daysSinceEpoch))] = quote.rate.text
      }
    }
    var found: [String: String] = [:]
    try connection.forEach("SELECT base, quote, day, rate FROM rate") { row in
      found[key(try row.string(0), try row.string(1), try row.int64(2))] = try row.string(3)
    }
    let wrong = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }
    return wrong.isEmpty
      ? [] : [CheckFinding("projection", StoreMessages.ratesDiffer(["count": String(wrong.count)]))]
  }

  /// A place in use that counts as free would be given to the next lead.
  private func slotsTaken() throws -> [CheckFinding] {
    try PageKind.allCases.compactMap { kind in
      let last = try connection.first("SELECT max(slot) FROM \(kind.rawValue)") { try $0.optionalInt64(0) } ?? nil
      let taken = try connection.first("SELECT taken FROM slot_count WHERE kind = ?", .text(kind.rawValue)) {
        try $0.int64(0)
      }
      guard let last, last >= taken ?? 0 else { return nil }
      return CheckFinding(
        "pages",
        StoreMessages.slotsTaken(["kind": kind.rawValue, "taken": String(taken ?? 0), "slot": String(last)]))
    }
  }

  /// Each event names the one that arrived before.
  private func brokenChain(_ lead: Replay.LeadEvents) -> [CheckFinding] {
    for (place, prev) in lead.prevs.enumerated() where prev != (place == 0 ? nil : lead.seqs[place - 1]) {
      return [CheckFinding("chain", StoreMessages.brokenChain(["seq": String(lead.seqs[place])]))]
    }
    return []
  }

  private func compare(
    _ rows: ProjectionRows, _ journey: Journey, _ pages: inout PageImage
  ) throws -> [CheckFinding] {
    let lead = rows.lead[0]
    var findings: [CheckFinding] = []
    func stored(_ table: String, _ columns: [String], _ key: String) throws -> [[Value]] {
      try connection.query(
        "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE \(key) = ? ORDER BY 1, 2", lead
      ) { row in try (0..<row.count).map { try row.value($0) } }
    }
    let tables: [(String, [[Value]], [[Value]])] = [
      ("lead", [rows.lead], try stored("lead", ProjectionRows.leadColumns, "number")),
      ("lead_tag", rows.tags, try stored("lead_tag", ProjectionRows.tagColumns, "lead")),
      ("visit", rows.visits, try stored("visit", ProjectionRows.visitColumns, "lead")),
      ("handoff", rows.handoffs, try stored("handoff", ProjectionRows.handoffColumns, "lead")),
      ("dispute", rows.disputes, try stored("dispute", ProjectionRows.disputeColumns, "lead")),
      ("purchase", rows.purchases, try stored("purchase", ProjectionRows.purchaseColumns, "lead")),
      ("refund", rows.refunds, try stored("refund", ProjectionRows.refundColumns, "lead")),
      ("lead_chain", rows.chain, try stored("lead_chain", ProjectionRows.chainColumns, "lead")),
    ]
    for (table, expected, found) in tables where expected != found {
      findings.append(
        CheckFinding("projection", StoreMessages.rowDiffers(["table": table, "lead": journey.lead.text])))
    }
    findings += try comparePages(journey, lead, &pages)
    return findings
  }

  private func comparePages(_ journey: Journey, _ lead: Value, _ pages: inout PageImage) throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    func expect(_ bytes: [UInt8], _ kind: PageKind, _ slot: Int?) {
      guard let slot, pages.take(kind, slot) == bytes else {
        findings.append(
          CheckFinding("pages", StoreMessages.recordDiffers(["kind": kind.rawValue, "lead": journey.lead.text])))
        return
      }
    }
    let slot = try connection.first("SELECT slot FROM lead WHERE number = ?", lead) { try $0.optionalInt(0) } ?? nil
    if let record = LeadRecord(journey) {
      var bytes: [UInt8] = []
      record.write(to: &bytes)
      expect(bytes, .lead, slot)
    }
    let visits = try connection.query("SELECT slot FROM visit WHERE lead = ? ORDER BY ordinal", lead) { try $0.int(0) }
    for (index, visit) in journey.visits.enumerated() {
      var bytes: [UInt8] = []
      VisitRecord(visit, after: index > 0 ? journey.visits[index - 1] : nil, lead: journey.lead).write(to: &bytes)
      expect(bytes, .visit, index < visits.count ? visits[index] : nil)
    }
    let handoffs = try connection.query("SELECT slot FROM handoff WHERE lead = ? ORDER BY ordinal", lead) {
      try $0.int(0)
    }
    for (index, record) in HandoffRecord.records(of: journey, slot: slot).enumerated() {
      var bytes: [UInt8] = []
      record.write(to: &bytes)
      expect(bytes, .handoff, index < handoffs.count ? handoffs[index] : nil)
    }
    return findings
  }

  /// A lead is open in the stage it is in and nowhere else, so that the balance of every stage is what
  /// came in less what went out.
  private func unbalanced(_ journey: Journey) -> [CheckFinding] {
    let open = journey.visits.filter { $0.left == nil }
    let isRight = journey.isLost || journey.stage == nil ? open.isEmpty : open.map(\.stage) == [journey.stage]
    return isRight ? [] : [CheckFinding("balance", StoreMessages.unbalanced(["lead": journey.lead.text]))]
  }
}

/// All pages in memory, with a mark on each record that was accounted for.
private struct PageImage {
  private var pages: [PageKind: [Int: [UInt8]]] = [:]

  init(_ connection: Connection) throws {
    for kind in PageKind.allCases {
      var found: [Int: [UInt8]] = [:]
      try connection.forEach("SELECT page, records FROM \(kind.rawValue)_page") { row in
        found[try row.int(0)] = try row.blob(1)
      }
      pages[kind] = found
    }
  }

  /// The record's bytes, emptied so that what nobody takes is left.
  mutating func take(_ kind: PageKind, _ slot: Int) -> [UInt8]? {
    guard slot >= 0 else { return nil }
    let page = slot / kind.perPage
    let range = slot % kind.perPage * kind.byteCount..<(slot % kind.perPage + 1) * kind.byteCount
    guard let bytes = pages[kind]?[page], range.upperBound <= bytes.count else { return nil }
    let record = Array(bytes[range])
    pages[kind]?[page]?.replaceSubrange(range, with: [UInt8](repeating: 0, count: kind.byteCount))
    return record
  }

  /// A record that belongs to no lead would be counted by reports.
  func leftovers() -> [CheckFinding] {
    PageKind.allCases.flatMap { kind in
      (pages[kind] ?? [:]).filter { $0.value.contains { $0 != 0 } }.keys.sorted().prefix(20).map { page in
        CheckFinding("pages", StoreMessages.strayRecord(["kind": kind.rawValue, "page": String(page)]))
      }
    }
  }
}
