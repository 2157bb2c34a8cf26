import SQLite
import SharedFunnel

/// Where a report's records come from: the pages of the file, or a replay of the journal up to a
/// time. Either way the report is handed pages of the same bytes.
final class RecordSource {
  private let store: Store
  let workspace: Workspace
  private var replayed: [PageKind: [UInt8]]?
  private var replayedWaiting: [WaitingLead] = []
  private var replayedChains: [UInt32: SIMD8<UInt32>] = [:]
  private var replayedReasons: [UInt32: UInt32] = [:]
  private var replayedOpportunities: [LeadID: Opportunity] = [:]
  private var replayedDisputes: [DisputeCase] = []
  private var replayedOfferers: [OfferKey: UInt32] = [:]
  private var replayedRevenue: [RevenueEntry] = []
  private var replayedExpectations: [LeadID: Money] = [:]
  private let currency: Currency?
  private let scope: ReportScope

  /// - Parameter withRevenue: whether ``revenue()`` will be asked for: a replay finds it on the way.
  init(_ store: Store, _ scope: ReportScope, withRevenue: Bool = false) throws {
    self.store = store
    self.scope = scope
    currency = withRevenue ? try store.reportingCurrency() : nil
    let end = scope.end ?? scope.now
    guard let limit = scope.limit else {
      workspace = store.workspace
      // Silence moved leads that no writer has moved yet: the pages do not know, and a replay does.
      if try store.hasSilentAcceptance(at: scope.now) { try replay(ReplayLimit(), asOf: end) }
      return
    }
    workspace = try store.workspace(knownAt: scope.knownAt)
    try replay(limit, asOf: end)
  }

  private func replay(_ limit: ReplayLimit, asOf end: Timestamp) throws {
    let terms = workspace.handoffTerms
    var pages: [PageKind: [UInt8]] = [.lead: [], .visit: [], .handoff: []]
    var slot: UInt32 = 0
    try Replay(store.journal, limit).forEachLead { lead in
      let journey = Journey.settled(lead.history, of: lead.lead, at: end, under: workspace.ownership, terms)
      if let currency {
        replayedRevenue += RevenueEntry.entries(
          of: journey, lead.history, arrivals: lead.historySeqs, under: workspace.ownership, roster: workspace.roster,
          in: currency)
        replayedExpectations[journey.lead] = journey.valuation?.amount
      }
      replayedDisputes += DisputeCase.cases(of: journey)
      replayedOfferers.merge(journey.offerers) { $1 }
      let record = LeadRecord(journey)
      for crossing in HandoffRecord.records(of: journey, slot: record == nil ? nil : Int(slot)) {
        crossing.write(to: &pages[.handoff, default: []])
      }
      guard let record else {
        if let waiting = WaitingLead(journey) { replayedWaiting.append(waiting) }
        return
      }
      record.write(to: &pages[.lead, default: []])
      if record.hasOwnChain { replayedChains[record.lead] = journey.chain }
      if journey.stage == .purchaseIntention, !journey.isLost, journey.purchases.isEmpty {
        replayedOpportunities[journey.lead] = Opportunity(lead: journey.lead, expected: journey.valuation?.amount)
      }
      if journey.isLost, journey.lostReason != .none { replayedReasons[record.lead] = journey.lostReason.rawValue }
      var previous: Visit?
      for visit in journey.visits {
        VisitRecord(visit, after: previous, lead: journey.lead).write(to: &pages[.visit, default: []])
        previous = visit
      }
      slot += 1
    }
    replayed = pages
  }

  /// Leads that were offered and are in no stage: they are in no page.
  func waitingLeads() throws -> [WaitingLead] {
    guard replayed == nil else { return replayedWaiting }
    return try store.connection.query(
      """
      SELECT number, coalesce(source, 0), coalesce(campaign, 0), coalesce(segment, 0), coalesce(owner, 0)
      FROM lead
      WHERE slot IS NULL
        AND number IN (SELECT lead FROM handoff)
      """
    ) { row in
      WaitingLead(
        lead: try row.integer(0), source: try row.integer(1), campaign: try row.integer(2),
        segment: try row.integer(3), owner: try row.integer(4))
    }
  }

  private func forEachPage(_ kind: PageKind, _ body: (RawSpan) throws -> Void) throws {
    if let replayed {
      let bytes = replayed[kind] ?? []
      try body(bytes.span.bytes)
    } else {
      try RecordPages.forEach(store.connection, kind, body)
    }
  }

  func scan(_ scan: inout some LeadScan) throws {
    try forEachPage(.lead) { scan.add(page: $0) }
  }

  func scan(_ scan: inout some VisitScan) throws {
    try forEachPage(.visit) { scan.add(page: $0) }
  }

  func scan(_ scan: inout some HandoffScan) throws {
    try forEachPage(.handoff) { scan.add(page: $0) }
  }

  /// Those of the open leads in stage 5 that have not bought, with what they are expected to bring: neither is in a
  /// record.
  func opportunities(among leads: [LeadID]) throws -> [Opportunity] {
    guard replayed == nil else { return leads.compactMap { replayedOpportunities[$0] } }
    return try leads.compactMap { lead in
      try store.connection.first(
        """
        SELECT expected_minor, expected_currency
        FROM lead
        WHERE number = ?
          AND NOT EXISTS (SELECT 1 FROM purchase WHERE purchase.lead = lead.number)
        """, .integer(Int64(lead.rawValue))
      ) { row in
        var expected: Money?
        if let minor = try row.optionalInt64(0), let currency = try row.optionalString(1).flatMap(Currency.init(code:))
        {
          expected = Money(minor: minor, currency: currency)
        }
        return Opportunity(lead: lead, expected: expected)
      }
    }
  }

  /// Why leads are lost, by lead number, for those with a reason: the one thing about a loss that is not in a record.
  func lossReasons() throws -> [UInt32: UInt32] {
    guard replayed == nil else { return replayedReasons }
    var reasons: [UInt32: UInt32] = [:]
    try store.connection.forEach("SELECT number, lost_reason FROM lead WHERE lost_reason IS NOT NULL") { row in
      reasons[try row.integer(0)] = try row.integer(1)
    }
    return reasons
  }

  /// Every dispute: the records of crossings have room for its outcome only.
  func disputes() throws -> [DisputeCase] {
    guard replayed == nil else { return replayedDisputes }
    return try store.disputeCases()
  }

  /// Every purchase with what precedes it, in the order in which they were recorded. The source was made for it.
  func revenue() throws -> [RevenueEntry] {
    guard replayed == nil else { return replayedRevenue.sorted { $0.seq < $1.seq } }
    let currency = try currency ?? store.reportingCurrency()
    let leads = try store.connection.query("SELECT DISTINCT lead FROM purchase ORDER BY lead") { row in
      LeadID(rawValue: try row.integer(0))
    }
    var entries: [RevenueEntry] = []
    for lead in leads {
      let rows = try store.rows(of: lead)
      let events = try rows.map(store.journal.leadEvent)
      entries += RevenueEntry.entries(
        of: Journey.fold(events, of: lead, under: workspace.ownership), events, arrivals: rows.map(\.seq),
        under: workspace.ownership, roster: workspace.roster, in: currency)
    }
    return entries.sorted { $0.seq < $1.seq }
  }

  /// What was recorded that leads will bring, by lead. The source was made for revenue.
  func expectedValues() throws -> [LeadID: Money] {
    guard replayed == nil else { return replayedExpectations }
    var expected: [LeadID: Money] = [:]
    try store.connection.forEach(
      "SELECT number, expected_minor, expected_currency FROM lead WHERE expected_minor IS NOT NULL"
    ) { row in
      guard let minor = try row.optionalInt64(1), let currency = try row.optionalString(2).flatMap(Currency.init(code:))
      else { return }
      expected[LeadID(rawValue: try row.integer(0))] = Money(minor: minor, currency: currency)
    }
    return expected
  }

  /// The channels over which each lead was met that had bought nothing by a time, in order. Reads the whole journal.
  ///
  /// - Parameter isWanted: whether a lead is asked about.
  func channelsWithoutPurchase(by end: Timestamp, _ isWanted: (Journey) -> Bool) throws -> [[TermID]] {
    var found: [[TermID]] = []
    try Replay(store.journal, scope.limit ?? ReplayLimit()).forEachLead { lead in
      let journey = Journey.fold(lead.history, of: lead.lead, under: workspace.ownership)
      guard !journey.purchases.contains(where: { $0.at < end }), isWanted(journey) else { return }
      let path = CreditPath(of: lead.history, under: workspace.ownership, roster: workspace.roster, until: end)
      let channels = path.terms(of: .channel)
      if !channels.isEmpty { found.append(channels) }
    }
    return found
  }

  /// The members who offered, offer by offer: they are in no record.
  func offerers() throws -> [OfferKey: UInt32] {
    guard replayed == nil else { return replayedOfferers }
    var offerers: [OfferKey: UInt32] = [:]
    var before: (lead: UInt32, offers: Int) = (0, 0)
    try store.connection.forEach(
      "SELECT lead, offered_by FROM handoff WHERE outcome <> ? ORDER BY lead, ordinal",
      .integer(Int64(HandoffOutcome.unrecorded.rawValue))
    ) { row in
      let lead: UInt32 = try row.integer(0)
      before = (lead, lead == before.lead ? before.offers + 1 : 0)
      guard let member = try row.optionalInt64(1) else { return }
      offerers[OfferKey(lead: lead, ordinal: before.offers)] = UInt32(clamping: member)
    }
    return offerers
  }

  func chains() throws -> [UInt32: SIMD8<UInt32>] {
    guard replayed == nil else { return replayedChains }
    var chains: [UInt32: SIMD8<UInt32>] = [:]
    try store.connection.forEach("SELECT lead, times FROM lead_chain") { row in
      let bytes = try row.blob(1)
      guard bytes.count == 32 else { throw StoreError.damaged(StoreMessages.noRecord(["what": "lead_chain"])) }
      var times = SIMD8<UInt32>(repeating: 0)
      for index in 0..<8 {
        times[index] = (0..<4).reduce(0) { $0 | UInt32(bytes[index * 4 + $1]) << UInt32(8 * $1) }
      }
      chains[try row.integer(0)] = times
    }
    return chains
  }
}
