import Foundation
import Testing

/// What was sold, from the command to every place where a sale is told.
struct ProductTranscriptTests {
  @Test func aSaleTellsItsProductWhereverItIsTold() throws {
    let workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", "Acme", "--stage", "5"], actor: "ben")
    try workspace.done(["lead", "purchase", "1", "--amount", "990", "--product", "Team, \"yearly\""], actor: "ben")
    try workspace.done(["lead", "purchase", "1", "--amount", "10"], actor: "ben")

    let purchases = try workspace.done(["lead", "show", "1", "--format", "json"]).json.objects("purchases")
    #expect(purchases.map { $0.string("product") } == ["Team, \"yearly\"", nil])
    #expect(purchases[1]["product"] is NSNull)
    let page = try workspace.done(["lead", "show", "1"]).out
    #expect(page.contains("Product") && page.contains("Team, \"yearly\""))
    let history = try workspace.done(["lead", "history", "1"]).lines.filter { $0.contains("purchased") }
    #expect(history.count == 2)
    #expect(history[0].contains("amount=990.00 EUR product=Team, \"yearly\""))
    #expect(!history[1].contains("product="))

    let sales = try workspace.done(["export", "purchases", "--format", "ndjson"]).out
    let products = sales.split(separator: "\n").map {
      (try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?.string("product")
    }
    #expect(products == ["Team, \"yearly\"", nil])
    let events = PlainCSV.rows(try workspace.done(["export", "events"]).out)
    let columns = try ["kind", "word"].map { try #require(events[0].firstIndex(of: $0)) }
    #expect(events.filter { $0[columns[0]] == "purchased" }.map { $0[columns[1]] } == ["Team, \"yearly\"", ""])
  }
}
