import Foundation
import Testing

@Suite("The joint commission on the command line")
struct CommissionTranscriptTests {
  private let fixture: WorkspaceFixture

  /// A policy of 5 % and, from 1,000.00 on, 10 %, and one lead that bought for 1,200.00 and once more for nobody knows what.
  init() throws {
    fixture = try WorkspaceFixture()
    try fixture.done(["lead", "add", "Acme", "--stage", "5", "--source", "web"], actor: "ben")
    try fixture.done(
      ["commission", "draft", "--model", "linear", "--tier", "0:5", "--tier", "1000:10%", "--from", "2026-10-01"])
    try fixture.done(["commission", "sign"])
    try fixture.done(["lead", "purchase", "1", "--amount", "1200"], actor: "ben")
    try fixture.done(["lead", "purchase", "1"], actor: "ben")
  }

  @Test("drafted, signed by both, previewed, accrued, held, released, paid, corrected, paid again")
  func life() throws {
    let shown = try fixture.done(["commission", "show"]).out
    #expect(shown.contains("No commission policy is in force today."))
    #expect(shown.contains("the signature of sales is missing"))
    let preview = try fixture.done(["commission", "preview", "--period", "2026-Q4", "--format", "json"]).json
    #expect(preview.objects("rows").first?.object("would_pay")["minor"] as? Int == 7_000)
    #expect(preview.objects("rows").first?.object("in_force")["minor"] as? Int == 0)
    try fixture.done(["commission", "sign"], actor: "ben")
    #expect(try fixture.done(["commission", "show"]).out.contains("signed; for purchases from 2026-10-01 on"))

    let dry = try fixture.done(["commission", "accrue", "--dry-run"])
    #expect(dry.out.contains("Accrued: 1 purchase, 70.00 EUR."))
    #expect(try fixture.done(["commission", "ledger"]).out.contains("No rows."))
    let accrued = try fixture.done(["commission", "accrue", "--format", "json"]).json
    #expect(accrued["accrued"] as? Int == 1)
    // The count that people read leads to the list behind it.
    #expect(accrued.objects("unvalued").map { $0["ordinal"] as? Int } == [1])
    #expect(dry.out.contains("Without an amount, so that nothing can be accrued: 1 purchase (lead 1)."))
    #expect(try fixture.done(["commission", "accrue"]).out.contains("The ledger is up to date"))

    try fixture.done(["commission", "hold", "1", "--reason", "=contested"])
    let refused = try fixture.run(["commission", "pay", "--period", "2026-Q4"])
    #expect(refused.status == 1 && refused.err.contains("Nothing is to be paid for 2026-Q4"))
    try fixture.done(["commission", "release", "1", "--reason", "settled"])
    let paid = try fixture.done(["commission", "pay", "--period", "2026-Q4"]).out
    #expect(paid.contains("Paid for 2026-Q4: 70.00 EUR to 1 payee."))

    let bought = try #require(
      try fixture.done(["commission", "ledger", "--format", "json"]).json.objects("rows").first?.string("purchase"))
    try fixture.done(["lead", "refund", "1", "--purchase", bought, "--amount", "300"], actor: "ben")
    #expect(try fixture.done(["check"]).out.contains("behind for 1 purchase"))
    #expect(try fixture.done(["check", "--format", "json"]).json["commissions_waiting"] as? Int == 1)
    let behind = try fixture.run(["commission", "pay", "--period", "2026-Q4"])
    #expect(behind.status == 1 && behind.err.contains("'funnel commission accrue'"))
    #expect(try fixture.done(["commission", "accrue"]).out.contains("Reversed: 1 purchase, 70.00 EUR."))
    // 900.00 at 5 %: 45.00, of which 70.00 are paid.
    let rows = PlainCSV.rows(try fixture.done(["commission", "ledger", "--format", "csv"]).out)
    let (kind, amount, status) = (1, 7, 9)
    #expect(
      rows.dropFirst().map { "\($0[kind]) \($0[amount]) \($0[status])" } == [
        "accrued 7000 paid", "reversed -7000 accrued", "accrued 4500 accrued",
      ])
    let export = PlainCSV.rows(try fixture.done(["export", "ledger"]).out)
    #expect(export.count == rows.count)
    let revenue = try fixture.done(["export", "revenue", "--period", "2026-Q4", "--format", "json"]).json
    let sale = try #require(revenue.objects("rows").first)
    #expect(["accrued", "reversed", "held", "paid"].map { sale["commission_\($0)"] as? Double } == [115, -70, 0, 70])
    #expect(revenue["policy_versions"] as? [Int] == [1])
    #expect(
      try fixture.run(["commission", "pay", "--period", "2026-Q4"]).status == 1, "nobody is paid less than nothing")
    #expect(try fixture.done(["check"]).out.contains("Sound"))
  }

  @Test("a filter of the ledger lets exactly its rows through, in every format")
  func filters() throws {
    try fixture.done(["commission", "sign"], actor: "ben")
    try fixture.done(["commission", "accrue"])
    func count(_ options: String...) throws -> Int {
      try fixture.done(["commission", "ledger", "--format", "ndjson"] + options).out.split(separator: "\n").count
    }
    let all = try count()
    #expect(all > 0)
    #expect(try count("--period", "2026-Q4", "--lead", "1", "--status", "accrued", "--member", "ben") == all)
    #expect(try count("--period", "2026-Q3") == 0)
    #expect(try count("--member", "ana") == 0)
    #expect(try count("--status", "held") == 0)
  }

  @Test(
    "what makes no sense is refused, and says what to do",
    arguments: [
      (["draft", "--tier", "0:5"], "--model"),
      (["draft", "--model", "linear"], "--tier 0:5"),
      (["draft", "--model", "shapley", "--tier", "0:5"], "compare channels"),
      (["draft", "--model", "linear", "--tier", "0:5.00001"], "at most 4 decimals"),
      (["draft", "--model", "linear", "--tier", "five"], "100000:7.5"),
      (["draft", "--model", "linear", "--tier", "0:101"], "from 0 % to 100 %"),
      (["draft", "--model", "linear", "--tier", "0:5", "--tier", "0:6"], "the same amount"),
      (["draft", "--model", "linear", "--tier", "0:60", "--accelerator", "100%:2"], "more than the whole revenue"),
      (["draft", "--model", "linear", "--tier", "0:5", "--accelerator", "2"], "100%:1.5"),
      (["draft", "--model", "linear", "--tier", "0:5", "--per", "week"], "month, quarter, half or year"),
      (["draft", "--model", "linear", "--tier", "0:5", "--from", "soon"], "2026-07-01"),
      (["sign", "7"], "commission show"), (["show", "7"], "commission show"),
      (["ledger", "--status", "owed"], "unallocated"), (["ledger", "--period", "later"], "2026-Q4"),
      (["pay", "--period", "later"], "2026-Q4"), (["hold", "99", "--reason", "x"], "99"),
    ])
  func refusals(arguments: [String], hint: String) throws {
    let outcome = try fixture.run(["commission"] + arguments)
    #expect(outcome.status != 0 && !outcome.crashed)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
    #expect(outcome.out.isEmpty)
  }
}
