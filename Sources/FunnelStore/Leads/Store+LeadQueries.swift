import SQLite
public import SharedFunnel

extension Store {
  /// The lead that people name by number (`1042`) or by a key of another system (`hubspot:51`). The name of a
  /// lead that was merged means the one that carries its history.
  ///
  /// - Throws: ``StoreError/noSuchLead(_:)``.
  public func lead(named text: String) throws -> LeadID { try carrier(of: try lead(exactly: text)) }

  /// As ``lead(named:)``, but of a lead that was merged that lead itself.
  public func lead(exactly text: String) throws -> LeadID {
    let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
    if let number = UInt32(digits), try exists(LeadID(rawValue: number)) { return LeadID(rawValue: number) }
    if let number = try personal.lead(key: text) ?? personal.lead(otherKey: text) { return LeadID(rawValue: number) }
    throw StoreError.noSuchLead(text)
  }

  private func exists(_ lead: LeadID) throws -> Bool {
    try connection.first("SELECT 1 FROM lead WHERE number = ?", .integer(Int64(lead.rawValue))) { _ in true } ?? false
  }

  public func leads(_ query: LeadQuery) throws -> [LeadRow] {
    try read {
      guard let conditions = try conditions(query) else { return [] }
      let clause = conditions.sql.isEmpty ? "" : "WHERE " + conditions.sql.joined(separator: "\n  AND ")
      let limit = query.limit.map { "LIMIT \(max(0, $0))" } ?? ""
      return try connection.query(
        "SELECT \(Store.leadColumns) FROM lead \(clause) ORDER BY number \(limit)", values: conditions.values
      ) { try leadRow($0) }
    }
  }

  /// How many leads ``leads(_:)`` lists.
  public func count(_ query: LeadQuery) throws -> Int {
    try read {
      guard let conditions = try conditions(query) else { return 0 }
      let clause = conditions.sql.isEmpty ? "" : "WHERE " + conditions.sql.joined(separator: "\n  AND ")
      return try connection.first("SELECT count(*) FROM lead \(clause)", values: conditions.values) { try $0.int(0) }
        ?? 0
    }
  }

  /// The rows of the leads named, in that order.
  public func leads(_ numbers: [LeadID]) throws -> [LeadRow] {
    try read {
      try numbers.compactMap { lead in
        try connection.first(
          "SELECT \(Store.leadColumns) FROM lead WHERE number = ?", .integer(Int64(lead.rawValue))
        ) { try leadRow($0) }
      }
    }
  }

  public func page(of lead: LeadID) throws -> LeadPage {
    try read {
      guard let row = try leads([lead]).first else { throw StoreError.noSuchLead(lead.text) }
      let journey = try journey(lead)
      var products: [TermID: String] = [:]
      for purchase in journey.purchases {
        products[purchase.product] = try terms.text(.product, purchase.product)
      }
      return LeadPage(
        row: row, journey: journey, keys: try personal.keys(of: lead.rawValue),
        tags: try journey.tags.compactMap { try terms.text(.tag, $0) }, products: products)
    }
  }

  /// Conditions and their values; `nil` where a word is asked for that no lead can have.
  private func conditions(_ query: LeadQuery) throws -> (sql: [String], values: [Value])? {
    var sql: [String] = []
    var values: [Value] = []
    func require(_ condition: String, _ value: Value) {
      sql.append(condition)
      values.append(value)
    }
    func requireTerm(_ column: String, _ kind: TermKind, _ text: String?) throws -> Bool {
      guard let text else { return true }
      guard let term = try terms.find(kind, text) else { return false }
      require("\(column) = ?", .integer(Int64(term.rawValue)))
      return true
    }
    if query.isWithoutStage { sql.append("stage IS NULL") }
    if let stage = query.stage { require("stage = ?", Value(stage)) }
    // Leads that count nowhere are listed when they are asked for.
    if let status = query.status {
      require("status = ?", .text(status.rawValue))
    } else {
      sql.append("status IN ('open', 'lost')")
    }
    guard try requireTerm("source", .source, query.source), try requireTerm("campaign", .campaign, query.campaign),
      try requireTerm("segment", .segment, query.segment)
    else { return nil }
    if let owner = query.owner { require("owner = ?", Value(owner)) }
    if let tag = query.tag {
      guard let term = try terms.find(.tag, tag) else { return nil }
      require("number IN (SELECT lead FROM lead_tag WHERE tag = ?)", Value(term))
    }
    if let text = query.text {
      let numbers = try numbers(of: FoldedText(text)).sorted().map(String.init).joined(separator: ",")
      require("number IN (SELECT value FROM json_each(?))", .text("[\(numbers)]"))
    }
    return (sql, values)
  }

  /// Leads whose name, address, number, company or key has the text in it.
  private func numbers(of text: FoldedText) throws -> Set<UInt32> {
    var found: Set<UInt32> = []
    for (table, number, words) in [
      (
        "lead", "number",
        "coalesce(name, '') || char(10) || coalesce(email, '') || char(10) || coalesce(phone, '') || char(10) || coalesce(company, '')"
      ), ("lead_key", "lead", "key"),
    ] {
      // SQLite finds in ASCII alone; the others come here to be folded. instr instead of LIKE, so that % and _ mean
      // themselves.
      try connection.forEach(
        """
        SELECT number, words
        FROM (SELECT \(number) AS number, \(words) AS words FROM \(table))
        WHERE instr(lower(words), ?) > 0 OR length(CAST(words AS BLOB)) <> length(words)
        """, .text(text.text)
      ) { row in
        if FoldedText(try row.string(1)).contains(text) { found.insert(try row.integer(0)) }
      }
    }
    return found
  }

  private static let leadColumns = """
    number, name, email, phone, company, status, stage, stage_since, furthest_stage, source, campaign, segment, owner,
    created, lost_at, lost_reason, expected_minor, expected_currency, expected_close, touches, last_touch, flags,
    merged_into, erased, score, referrer
    """

  private func leadRow(_ row: borrowing Row) throws -> LeadRow {
    func stage(_ column: Int, _ row: borrowing Row) throws -> Stage? {
      try row.optionalInt(column).flatMap { Stage(number: $0) }
    }
    func time(_ column: Int, _ row: borrowing Row) throws -> Timestamp? {
      try row.optionalInt64(column).map(Timestamp.init(milliseconds:))
    }
    func word(_ kind: TermKind, _ column: Int, _ row: borrowing Row) throws -> String? {
      try row.optionalInt64(column).flatMap { try terms.text(kind, TermID(rawValue: UInt32(clamping: $0))) }
    }
    var expected: Money?
    if let minor = try row.optionalInt64(16), let currency = try row.optionalString(17).flatMap(Currency.init(code:)) {
      expected = Money(minor: minor, currency: currency)
    }
    return LeadRow(
      lead: LeadID(rawValue: try row.integer(0)),
      contact: Contact(
        name: try row.optionalString(1), email: try row.optionalString(2), phone: try row.optionalString(3),
        company: try row.optionalString(4)),
      status: LeadStatus(rawValue: try row.string(5)) ?? .open, stage: try stage(6, row), since: try time(7, row),
      furthest: try stage(8, row),
      source: try word(.source, 9, row), campaign: try word(.campaign, 10, row),
      segment: try word(.segment, 11, row),
      owner: try row.optionalInt64(12).flatMap { workspace.roster[MemberID(rawValue: UInt32(clamping: $0))]?.handle },
      created: try time(13, row), lostAt: try time(14, row), lostReason: try word(.reason, 15, row),
      expected: expected, expectedClose: try time(18, row), touches: try row.int(19), lastTouch: try time(20, row),
      flags: EventFlags(rawValue: try row.integer(21)),
      mergedInto: try row.optionalInt64(22).map { LeadID(rawValue: UInt32(clamping: $0)) }, erased: try time(23, row),
      score: try row.optionalInt64(24).map { Int32(clamping: $0) },
      referrer: try row.optionalInt64(25).map { LeadID(rawValue: UInt32(clamping: $0)) })
  }
}
