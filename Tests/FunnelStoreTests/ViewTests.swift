import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// The views say what the program says, to whoever opens the file with the `sqlite3` shell.
struct ViewTests {
  private func rows(_ sql: String, _ workspace: DemoWorkspace) throws -> [ShellRow] {
    try SQLiteShell.rows(sql, on: workspace.path)
  }

  private func iso(_ time: Timestamp?) -> String? { time.map { Timestamp(seconds: $0.seconds).iso8601 } }

  @Test func everyViewOpensWithoutTrust() throws {
    let workspace = try DemoWorkspace(leads: 50)
    let views = try rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name", workspace)
    #expect(views.count == 22)
    for view in views.compactMap({ $0.text("name") }) {
      // So small a demo disputes and refunds nothing, and knows no rates.
      #expect(
        try ["v_dispute", "v_rate", "v_refund"].contains(view) || !rows("SELECT * FROM \(view)", workspace).isEmpty,
        "\(view) has no row to prove anything by")
    }
  }

  @Test func namesAreThoseOfTheProgram() throws {
    let workspace = try DemoWorkspace(leads: 1)
    func names(_ view: String, _ number: String) throws -> [Int: String] {
      try rows("SELECT * FROM \(view)", workspace).reduce(into: [:]) { $0[$1.int(number) ?? -1] = $1.text("key") }
    }
    #expect(
      try names("stage", "number") == Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0.number, $0.key) }))
    #expect(
      try names("event_kind", "number")
        == Dictionary(uniqueKeysWithValues: EventKind.allCases.map { (Int($0.rawValue), $0.key) }))
    #expect(
      try rows("SELECT number FROM event_kind WHERE of = 'lead'", workspace).compactMap { $0.int("number") }
        == EventKind.allCases.filter(\.isOfLead).map { Int($0.rawValue) })
    #expect(
      try names("term_kind", "number")
        == Dictionary(uniqueKeysWithValues: TermKind.allCases.map { (Int($0.rawValue), "\($0)") }))
    #expect(
      try names("handoff_outcome", "number")
        == Dictionary(uniqueKeysWithValues: HandoffOutcome.allCases.map { (Int($0.rawValue), $0.key) }))
    #expect(
      try names("visit_exit", "number")
        == Dictionary(uniqueKeysWithValues: VisitExit.allCases.map { (Int($0.rawValue), $0.key) }))
    #expect(
      try names("event_flag", "bit")
        == Dictionary(uniqueKeysWithValues: EventFlags.names.map { (Int($0.flag.rawValue), $0.name) }))
    let sets = (1..<(1 << Department.all.count)).map { ($0, DepartmentSet(rawValue: UInt16($0)).key) }
    #expect(try names("department", "bits") == Dictionary(uniqueKeysWithValues: sets))
  }

  @Test func leadsAreTheRowsOfTheProgram() throws {
    let workspace = try DemoWorkspace()
    let leads = try workspace.store.leads(LeadQuery())
    let found = try rows("SELECT * FROM v_lead ORDER BY lead", workspace)
    #expect(found.count == leads.count)
    for (row, lead) in zip(found, leads) {
      #expect(row.int("lead") == Int(lead.lead.rawValue))
      #expect(row.text("name") == lead.contact.name && row.text("email") == lead.contact.email)
      #expect(row.text("company") == lead.contact.company && row.text("phone") == lead.contact.phone)
      #expect(row.text("status") == lead.status.rawValue)
      #expect(row.int("stage_number") == lead.stage?.number && row.text("stage") == lead.stage?.key)
      #expect(row.text("furthest_stage") == lead.furthest?.key)
      #expect(row.text("source") == lead.source && row.text("campaign") == lead.campaign)
      #expect(row.text("segment") == lead.segment && row.text("owner") == lead.owner)
      #expect(row.text("created_at") == iso(lead.created) && row.text("stage_since_at") == iso(lead.since))
      #expect(row.text("lost_at") == iso(lead.lostAt) && row.text("lost_reason") == lead.lostReason)
      #expect(row.int("expected_minor") == lead.expected.map { Int($0.minor) })
      #expect(row.text("expected_currency") == lead.expected?.currency.code)
      #expect(row.text("expected_close_at") == iso(lead.expectedClose))
      #expect(row.int("touches") == lead.touches && row.text("last_touch_at") == iso(lead.lastTouch))
      #expect(row.text("flags") ?? "" == lead.flags.keys.joined(separator: " "))
    }
  }

  @Test func eventsAreThoseOfTheExport() throws {
    let workspace = try DemoWorkspace(leads: 120, seed: 13)
    var exported: [[EventColumn: String]] = []
    try workspace.store.exportEvents { values in
      exported.append(
        Dictionary(
          uniqueKeysWithValues: zip(EventColumn.allCases, values).compactMap { column, value in
            value.map { (column, $0) }
          }))
    }
    let found = try rows("SELECT * FROM v_event WHERE kind <> 'initialized' ORDER BY seq", workspace)
    #expect(found.count == exported.count)
    let same: [(String, EventColumn)] = [
      ("event_id", .eventID), ("kind", .kind), ("occurred_at", .occurred), ("recorded_at", .recorded),
      ("stage", .stage), ("member", .member), ("giver", .giver), ("receiver", .receiver), ("word", .word),
      ("source", .source), ("campaign", .campaign), ("segment", .segment), ("currency", .currency),
      ("until_at", .until), ("note", .note), ("data", .data),
    ]
    var live: [String: Bool] = [:]
    for lead in try workspace.store.leads(LeadQuery()) {
      for item in try workspace.store.history(of: lead.lead) { live[item.event.id.text] = !item.isVoided }
    }
    for (row, event) in zip(found, exported) {
      for (column, exported) in same { #expect(row.text(column) == event[exported], "\(column)") }
      #expect(row.text("actor") == event[.actor] ?? event[.login])
      #expect(row.int("lead").map { String($0) } == event[.lead])
      #expect(row.int("is_voided") == (live[row.text("event_id") ?? ""] == false ? 1 : 0))
    }
    #expect(live.values.contains(false), "nothing was voided, so nothing was proved of it")
  }

  @Test func entriesAndOpenLeadsAreThoseOfTheReports() throws {
    let workspace = try DemoWorkspace()
    let report = try workspace.store.funnel(FunnelRequest(scope: ReportScope(now: workspace.now)))
    let entered = try rows(
      """
      SELECT stage_number, sum(NOT is_before_entry) AS n, min(first_entered_at) AS first
      FROM v_stage_entry
      GROUP BY stage_number
      """, workspace)
    #expect(entered.map { $0.int("n") } == report.total.steps.map(\.entered))
    #expect(try !rows("SELECT 1 FROM v_stage_entry WHERE is_before_entry", workspace).isEmpty, "nothing was proved")
    // A brute-force reading of the journeys, to the second.
    var first: [Int: Timestamp] = [:]
    for lead in try workspace.store.leads(LeadQuery()) {
      let journey = try workspace.store.journey(lead.lead)
      for stage in Stage.allCases where journey.firstEntry[stage.index] != 0 {
        let time = Timestamp(seconds: Int64(journey.firstEntry[stage.index]))
        first[stage.number] = min(first[stage.number] ?? time, time)
      }
    }
    for row in entered { #expect(row.text("first") == iso(first[row.int("stage_number") ?? 0])) }
    let period = try DateText.period("2026", now: workspace.now, zone: .utc)
    let owners = try workspace.store.owners(ReportScope(now: workspace.now), period: period)
    let open = try rows(
      """
      SELECT stage.number, count(v_visit.lead) AS n
      FROM stage
      LEFT JOIN v_visit ON v_visit.stage_number = stage.number AND v_visit.exit = 'open'
      GROUP BY stage.number
      """, workspace)
    #expect(open.map { $0.int("n") } == owners.report.stages.map(\.open))
  }

  @Test func crossingsAndSalesAreThoseOfTheJourneys() throws {
    let workspace = try DemoWorkspace()
    var outcomes: [String: Int] = [:]
    var money: [String: Int64] = [:]
    var products: [String: Int] = [:]
    for lead in try workspace.store.leads(LeadQuery()) {
      let journey = try workspace.store.journey(lead.lead)
      for handoff in journey.handoffs { outcomes[handoff.outcome.key, default: 0] += 1 }
      for purchase in journey.purchases {
        products[try workspace.store.terms.text(.product, purchase.product) ?? "none", default: 0] += 1
        money[purchase.amount?.currency.code ?? "none", default: 0] +=
          (purchase.amount?.minor ?? 0) - purchase.refundedMinor
      }
    }
    let handoffs = try rows("SELECT outcome, count(*) AS n FROM v_handoff GROUP BY outcome", workspace)
    #expect(handoffs.reduce(into: [:]) { $0[$1.text("outcome") ?? ""] = $1.int("n") } == outcomes)
    #expect(outcomes.count == 7, "an outcome is missing, so nothing was proved of it")
    let purchases = try rows(
      "SELECT coalesce(currency, 'none') AS c, coalesce(sum(net_minor), 0) AS n FROM v_purchase GROUP BY currency",
      workspace)
    #expect(purchases.reduce(into: [:]) { $0[$1.text("c") ?? ""] = Int64($1.int("n") ?? -1) } == money)
    let sold = try rows(
      "SELECT coalesce(product, 'none') AS p, count(*) AS n FROM v_purchase GROUP BY product", workspace)
    #expect(sold.reduce(into: [:]) { $0[$1.text("p") ?? ""] = $1.int("n") } == products)
    #expect(products.count == DemoWords.all(.product).count + 1, "a product is missing, so nothing was proved of it")
  }

  @Test func membersAndOwnersAreThoseOfTheWorkspace() throws {
    let workspace = try DemoWorkspace(leads: 20)
    let members = try rows("SELECT * FROM v_member ORDER BY number", workspace)
    let names = try workspace.store.memberNames()
    let roster = workspace.store.workspace.roster.members
    #expect(members.count == roster.count)
    for (row, member) in zip(members, roster) {
      #expect(row.int("number") == Int(member.id.rawValue) && row.text("handle") == member.handle)
      #expect(row.text("name") == names[member.id])
      #expect(row.text("departments") == member.departments.key && row.text("heads") == member.heads.key)
      #expect(row.int("is_active") == (member.isActive ? 1 : 0))
    }
    #expect(roster.contains { !$0.isActive })
    let owners = try rows("SELECT * FROM v_stage_owner WHERE seq > 0 ORDER BY seq", workspace)
    let given = workspace.store.workspace.ownership.assignments
    #expect(owners.count == given.count)
    for row in owners {
      let match = given.first { $0.stage.number == row.int("stage_number") && iso($0.from) == row.text("from_at") }
      #expect(row.text("owners") == match?.owners.key)
      #expect(row.text("responsible") == match?.responsible.flatMap { workspace.store.workspace.roster[$0]?.handle })
    }
    let usual = try rows("SELECT * FROM v_stage_owner WHERE seq = 0 ORDER BY stage_number", workspace)
    #expect(usual.map { $0.text("owners") } == Stage.allCases.map { Ownership.defaultOwners(of: $0).key })
  }
}
