import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// An export says what SQL says, under the same names.
struct ExportSubjectTests {
  private static let views: [(subject: ExportSubject, view: String)] = [
    (.leads, "v_lead"), (.visits, "v_visit"), (.handoffs, "v_handoff"), (.purchases, "v_purchase"),
    (.ledger, "v_ledger"),
  ]

  @Test(arguments: views)
  func columnsAreThoseOfTheView(subject: ExportSubject, view: String) throws {
    let workspace = try DemoWorkspace(leads: 1)
    let columns = try SQLiteShell.rows("SELECT name FROM pragma_table_info('\(view)')", on: workspace.path)
      .compactMap { $0.text("name") }
    // Minor units stand beside the decimal number for those who add up.
    #expect(subject.columns.map(\.name) == columns.filter { !$0.hasSuffix("_minor") })
  }

  @Test func columnsOfEventsHaveTheNamesOfTheView() throws {
    let workspace = try DemoWorkspace(leads: 1)
    let columns = try SQLiteShell.rows("SELECT name FROM pragma_table_info('v_event')", on: workspace.path)
      .compactMap { $0.text("name") }
    let onlySQL: Set = ["seq", "stage_number", "is_voided", "amount_minor", "ruling", "score"]
    #expect(Set(columns).subtracting(onlySQL).isSubset(of: Store.eventColumns))
  }

  @Test(arguments: views)
  func rowsAreThoseOfTheView(subject: ExportSubject, view: String) throws {
    let workspace = try DemoWorkspace()
    let order = subject == .leads ? "lead" : subject == .ledger ? "seq, place" : "lead, ordinal"
    let rows = try SQLiteShell.rows("SELECT * FROM \(view) ORDER BY \(order)", on: workspace.path)
    let columns = subject.columns
    var place = 0
    // At a time before anything fell due, the export knows what the view knows.
    try workspace.store.export(ExportRequest(subject, now: Timestamp(milliseconds: 0))) { values in
      defer { place += 1 }
      guard place < rows.count else { return }
      for (column, value) in zip(columns, values) {
        switch value {
        case .integer(let number): #expect(rows[place].int(column.name) == Int(number))
        case .amount(let money):
          #expect(rows[place].int(column.name + "_minor") == Int(money.minor))
          let number = (rows[place].values[column.name] as? NSNumber)?.doubleValue
          // The shell prints fewer digits than a double has.
          let exact = Double(money.decimal) ?? 0
          #expect(
            abs((number ?? .nan) - exact) <= abs(exact) * 1e-12, "\(column.name): the view divides by another number")
        case .null, .text, .time: #expect(rows[place].text(column.name) == value.text, "\(column.name)")
        }
      }
    }
    #expect(place == rows.count && place > 0)
  }

  /// What the view divides by is what the domain knows of each currency.
  @Test func unitsOfCurrenciesAreThoseOfTheDomain() throws {
    let workspace = try DemoWorkspace(leads: 1)
    let found = try SQLiteShell.rows("SELECT * FROM currency_unit", on: workspace.path)
      .reduce(into: [:]) { $0[$1.text("code") ?? ""] = $1.int("per_unit") }
    var expected: [String: Int] = [:]
    for raw in 1...17_576 as ClosedRange<UInt16> {
      guard let currency = Currency(rawValue: raw), Currency(code: currency.code) != nil, currency.exponent != 2
      else { continue }
      expected[currency.code] = (0..<currency.exponent).reduce(1) { product, _ in product * 10 }
    }
    #expect(found == expected)
  }

  @Test func aConditionIsOnTheLeadOfTheRow() throws {
    let workspace = try DemoWorkspace()
    let store = workspace.store
    let all = try store.leads(LeadQuery())
    func leads(_ request: ExportRequest) throws -> [Int64] {
      var found: [Int64] = []
      try store.export(request) { if case .integer(let lead) = $0[0] { found.append(lead) } }
      return found
    }
    for dimension in [Dimension.source, .campaign, .segment, .owner, .department] {
      func value(_ row: LeadRow) -> String? {
        switch dimension {
        case .source: row.source
        case .campaign: row.campaign
        case .segment: row.segment
        case .department: row.owner.flatMap { store.workspace.roster.member(handle: $0)?.departments.key }
        default: row.owner
        }
      }
      for wanted in Set(all.map(value)) {
        var request = ExportRequest(.leads, now: workspace.now)
        request.conditions = [Condition(dimension, wanted)]
        #expect(try leads(request) == all.filter { value($0) == wanted }.map { Int64($0.lead.rawValue) })
        request.subject = .visits
        let chosen = Set(all.filter { value($0) == wanted }.map { Int64($0.lead.rawValue) })
        #expect(try Set(leads(request)).isSubset(of: chosen))
      }
    }
    var open = ExportRequest(.leads, now: workspace.now)
    open.status = .open
    open.stage = .brandPreference
    #expect(
      try leads(open)
        == all.filter { $0.status == .open && $0.stage == .brandPreference }.map {
          Int64($0.lead.rawValue)
        })
  }
}
