import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// `docs/tables.md` cannot drift: its queries run, and it names every table, view and column that there is.
struct TablesDocumentTests {
  private static func queries() throws -> [String] {
    let parts = try SourceTree.text("docs/tables.md").components(separatedBy: "```sql\n")
    return parts.dropFirst().compactMap { $0.components(separatedBy: "```").first }
  }

  @Test func everyQueryRunsAndFindsSomething() throws {
    let workspace = try DemoWorkspace()
    let queries = try TablesDocumentTests.queries()
    #expect(queries.count > 10)
    for query in queries { #expect(try !SQLiteShell.rows(query, on: workspace.path).isEmpty, "\(query)") }
  }

  @Test func everyTableAndColumnIsNamed() throws {
    let workspace = try DemoWorkspace(leads: 1)
    let text = try SourceTree.text("docs/tables.md")
    let tables = try workspace.store.connection.query(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
    ) { try $0.string(0) }
    #expect(tables.count > 25)
    for table in tables {
      #expect(text.contains("`\(table)`") || text.contains("### \(table):"), "\(table)")
      let columns = try workspace.store.connection.query(
        "SELECT name FROM pragma_table_info(?)", .text(table)
      ) { try $0.string(0) }
      for column in columns { #expect(text.contains("`\(column)`"), "\(table).\(column)") }
    }
  }

  /// A column that is renamed, added or dropped has to be so in the table of its own view.
  @Test func everyViewHasATableOfItsColumnsAndOfNoOthers() throws {
    let workspace = try DemoWorkspace(leads: 1)
    let sections = try SourceTree.text("docs/tables.md").components(separatedBy: "\n### ").dropFirst()
    var documented = 0
    for section in sections {
      guard let view = section.firstMatch(of: /^(v_\w+):/)?.1 else { continue }
      let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      // The first cell names the columns.
      let named = rows.flatMap { row in
        row.split(separator: "|")[0].matches(of: /`(\w+)`/).map { String($0.1) }
      }
      let columns = try workspace.store.connection.query(
        "SELECT name FROM pragma_table_info(?)", .text(String(view))
      ) { try $0.string(0) }
      #expect(Set(named) == Set(columns), "\(view)")
      #expect(named.count == columns.count, "\(view) names a column twice")
      documented += 1
    }
    #expect(documented == 10)
  }

  /// The layouts that the document gives are those of the records.
  @Test func recordsAreAsWideAsTheDocumentSays() throws {
    let text = try SourceTree.text("docs/tables.md")
    #expect(text.contains("**lead_page**: \(LeadRecord.byteCount) bytes, \(LeadRecord.perPage) to a page."))
    #expect(text.contains("**visit_page**: \(VisitRecord.byteCount) bytes, \(VisitRecord.perPage) to a page."))
    #expect(text.contains("**handoff_page**: \(HandoffRecord.byteCount) bytes, \(HandoffRecord.perPage) to a page."))
  }
}
