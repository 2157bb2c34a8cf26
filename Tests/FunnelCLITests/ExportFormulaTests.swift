import Foundation
import Testing

/// What a stranger typed into a form does not run in the spreadsheet of whoever exports it.
struct ExportFormulaTests {
  private static let attacks = [
    "=cmd|' /C calc'!A0", "+1-1", "-2+3", "@SUM(1)", "\tx", "'=quoted", "''-twice", " =spaced", "＝wide", "\"=\"",
    "-12.50", "+31 6 1234 5678", "'tis", "=1,2;3", "\u{A0}=1", "=e\u{301}",
  ]
  private let fixture: WorkspaceFixture

  init() throws {
    fixture = try WorkspaceFixture()
    for (index, attack) in Self.attacks.enumerated() {
      // A value that looks like an option stands behind an equals sign, or behind all options.
      try fixture.done([
        "lead", "add", "--phone=\(attack)", "--company=\(attack)", "--source=\(attack)", "--stage", "1", "--", attack,
      ])
      try fixture.done(["lead", "note", String(index + 1), "--", attack])
    }
    try fixture.done(["lead", "value", "1", "12.50"])
  }

  private func isRun(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  @Test("no cell of any CSV begins like a formula")
  func cells() throws {
    let commands = [
      ["export"], ["export", "leads"], ["export", "visits"], ["lead", "list"], ["lead", "history", "1"],
      ["report", "funnel", "--by", "source"], ["report", "funnel", "--leads", "stage=1,outcome=reached"],
    ]
    for command in commands {
      let rows = PlainCSV.rows(try fixture.done(command + ["--format", "csv"]).out)
      #expect(rows.count > 1, "\(command) has no row, so nothing was proved")
      for cell in rows.joined() { #expect(!isRun(cell), "\(command): \(cell)") }
    }
  }

  @Test("what was defused comes back as it was, and the next export is the same to the byte", arguments: [false, true])
  func roundTrip(isRaw: Bool) throws {
    let flags = isRaw ? ["--raw"] : []
    let first = try fixture.done(["export"] + flags).out
    #expect(first.contains("'=cmd|") != isRaw)
    let other = try ImportWorkspace()
    let file = try other.folder.write(first, to: "events.csv").path
    let summary = try other.json(["import", file, "--mapping", "generic-long"])
    #expect(summary.int("rejected") == 0)
    #expect(try other.run(["export"] + flags).out == first)
    #expect(try other.run(["export"]).out == fixture.done(["export"]).out)
    let names = try other.json(["export", "leads", "--format", "json"]).objects("rows").compactMap { $0.string("name") }
    #expect(names == Self.attacks)
  }

  @Test("a number of ours stays a number, and other forms are as they are")
  func numbers() throws {
    let rows = PlainCSV.rows(try fixture.done(["export", "leads"]).out)
    let column = try #require(rows[0].firstIndex(of: "expected"))
    #expect(rows[1][column] == "12.50")
    #expect(try fixture.done(["export", "leads", "--format", "ndjson"]).out.contains("\"name\":\"=cmd|"))
    let refused = try fixture.run(["export", "--raw", "--format", "json"])
    #expect(refused.status == 2 && refused.err.contains("--raw"))
  }
}
