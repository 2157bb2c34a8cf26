import Testing

@testable import FunnelCLI

@Suite("Table: aligned, fitting, calm")
struct RenderingTableTests {
  @Test("a funnel prints as a person expects it")
  func funnel() {
    let expected = """
      Funnel, January to March 2026

      Stage                   Owner      Reached                    Conversion    Median             Value
      ──────────────────────  ─────────  ───────  ────────────────  ──────────  ────────  ────────────────
      Visitor                 Marketing    8,000  ████████████████           –         –                 –
      Subscriber              Marketing    3,120  ██████▎               39.0 %    3.08 d                 –
      Qualified by marketing  Marketing      842  █▋                    27.0 %   14.65 d          0.00 EUR
      Accepted by sales       Sales          411  ▉                     48.8 %  3 h 20 m  1,250,000.00 EUR
      Opportunity             Sales          203  ▍                     49.4 %   24.00 d  2,000,000.00 EUR
      Customer                Sales           66  ▏                     32.5 %   4 m 5 s    640,129.50 EUR
      ──────────────────────  ─────────  ───────  ────────────────  ──────────  ────────  ────────────────
      All                                  8,000                         0.8 %              640,129.50 EUR

      Conversion: of those who reached the stage before. So far: leads may still move.

      """
    #expect(Grid.funnel.text(as: .table, schema: "conversion", for: .plain) == expected)
  }

  @Test("a narrow terminal loses the least important columns, cuts names, keeps numbers whole, and says so")
  func narrow() {
    let expected = """
      Funnel, January to March 2026

      Stage        Reached  Conversion    Median             Value
      -----------  -------  ----------  --------  ----------------
      Visitor        8,000           -         -                 -
      Subscriber     3,120      39.0 %    3.08 d                 -
      Qualified~       842      27.0 %   14.65 d          0.00 EUR
      Accepted b~      411      48.8 %  3 h 20 m  1,250,000.00 EUR
      Opportunity      203      49.4 %   24.00 d  2,000,000.00 EUR
      Customer          66      32.5 %   4 m 5 s    640,129.50 EUR
      -----------  -------  ----------  --------  ----------------
      All            8,000       0.8 %              640,129.50 EUR

      Conversion: of those who reached the stage before. So far:
      leads may still move.
      Not shown at this width: Owner. A wider terminal or --format
      csv shows them.

      """
    #expect(Grid.funnel.text(as: .table, schema: "conversion", for: .screen(width: 60, ["LANG": "C"])) == expected)
  }

  @Test("a command to type goes on in the next line, and no title is cut")
  func wrapped() {
    let table = TextTable(
      columns: [
        .init(title: "What"), .init(title: "Responsible", fit: .cut, priority: 2),
        .init(title: "See", alignment: .left, fit: .wrapped, priority: 3),
      ],
      rows: [
        ["open", "ana", "funnel lead list --status open --stages-of marketing"], ["line", "ben", "marketing+sales"],
      ],
      footer: ["all", "", "one two three four five six seven"])
    #expect(
      table.text(for: .screen(width: 40)) == """
        What  Responsible  See
        ────  ───────────  ─────────────────────
        open  ana          funnel lead list
                           --status open
                           --stages-of marketing
        line  ben          marketing+sales
        ────  ───────────  ─────────────────────
        all                one two three four
                           five six seven

        """)
    let narrow = table.text(for: .screen(width: 28)).split(separator: "\n").map(String.init)
    #expect(narrow.contains("Not shown at this width:"))
    #expect(narrow.contains("open  funnel lead list"))
  }

  @Test("a percent sign stays with its number, and shared owners are broken between their names")
  func breaks() {
    #expect(Paragraph.lines("within the 95 % interval", width: 13) == ["within the", "95 % interval"])
    #expect(Paragraph.lines("at most 95 % of", width: 10) == ["at most", "95 % of"])
    #expect(Paragraph.lines("marketing+sales", width: 12) == ["marketing+", "sales"])
    #expect(Paragraph.widestPart(of: "by marketing+sales") == 10)
  }

  @Test("no line is wider than the terminal, whatever is in the cells", arguments: 20...200)
  func neverOverflows(width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    for _ in 0..<4 {
      var grid = Grid.funnel
      grid.rows = (0..<6).map { _ in
        [
          .text(generator.text(length: 30)), .text(generator.text(length: 9)),
          .integer(.random(in: .min...(.max), using: &generator)),
        ]
      }
      grid.heading = generator.text(length: 40)
      grid.notes = [generator.text(length: 80)]
      for line in grid.text(as: .table, schema: "x", for: .screen(width: width)).split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(line.debugDescription)")
      }
    }
  }

  @Test("every line of a table ends in the same column, whatever is in the cells", arguments: 0..<200)
  func aligned(seed: UInt64) {
    let lines = randomTable(seed: seed, pieces: SeededGenerator.pieces)
    #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
  }

  #if canImport(Glibc)
    @Test("the C library, too, sees every line end in the same column", arguments: 0..<200)
    func alignedForC(seed: UInt64) throws {
      let lines = randomTable(seed: seed, pieces: SeededGenerator.scripts)
      let widths = try CLibrary.withWidths { width in lines.map { $0.unicodeScalars.reduce(0) { $0 + width($1) } } }
      #expect(Set(widths).count == 1)
    }
  #endif

  /// The last column is right-aligned and never empty, so each line has to end where the rule ends.
  private func randomTable(seed: UInt64, pieces: [String]) -> [Substring] {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<12).map { _ in
      [
        generator.text(length: 12, from: pieces), generator.text(length: 5, from: pieces),
        String(Int.random(in: 0...99_999, using: &generator)),
      ]
    }
    let table = TextTable(
      columns: [
        .init(title: generator.text(length: 6, from: pieces), alignment: .left, fit: .cut),
        .init(title: "日本", alignment: .right), .init(title: "n"),
      ], rows: rows, footer: ["all", "", "0"])
    let width = Bool.random(using: &generator) ? nil : 60
    return table.text(for: width.map { .screen(width: $0) } ?? .plain).split(separator: "\n").filter {
      !$0.hasPrefix("Not shown") && !$0.hasPrefix("format")
    }
  }

  @Test("auto alignment sends numbers right and words left; a dash is no word")
  func autoAlignment() {
    let table = TextTable(
      columns: [.init(title: "stage"), .init(title: "leads")],
      rows: [["open", "8,000"], ["won", "–"], ["lost", "-1.5 %"]])
    #expect(
      table.text(for: .plain) == """
        stage   leads
        ─────  ──────
        open    8,000
        won         –
        lost   -1.5 %

        """)
  }

  @Test("sections line up with each other under their headings")
  func sections() {
    let table = TextTable(
      columns: [.init(title: "stage"), .init(title: "leads")],
      sections: [
        .init(heading: "Marketing", rows: [["visitor", "8"]]), .init(heading: "Sales", rows: [["won", "12,000"]]),
      ])
    #expect(
      table.text(for: .plain) == """
        stage     leads
        ───────  ──────
        Marketing
        visitor       8

        Sales
        won      12,000

        """)
  }

  @Test("an empty result is a calm sentence for people and an empty, valid result for programs")
  func empty() throws {
    var grid = Grid(
      columns: [.init(key: "lead", title: "Lead"), .init(key: "value", title: "Value", kind: .money)], rows: [])
    #expect(grid.text(as: .table, schema: "leads", for: .plain) == "Nothing to show.\n")
    #expect(grid.text(as: .markdown, schema: "leads", for: .plain) == "Nothing to show.\n")
    #expect(grid.text(as: .csv, schema: "leads", for: .plain) == "lead,value_minor,value_currency\r\n")
    #expect(grid.text(as: .ndjson, schema: "leads", for: .plain) == "")
    let json = "{\n  \"schema\": \"funnel.leads/1\",\n  \"rows\": []\n}\n"
    #expect(grid.text(as: .json, schema: "leads", for: .plain) == json)
    grid.columns = []
    #expect(grid.text(as: .table, schema: "leads", for: .plain) == "Nothing to show.\n")
  }

  @Test("rows shorter or longer than the columns are printed, not fatal", arguments: OutputFormat.allCases)
  func raggedRows(format: OutputFormat) {
    let grid = Grid(
      columns: [.init(key: "a", title: "A"), .init(key: "b", title: "B", kind: .money)],
      rows: [[], [.text("x")], [.text("x"), .integer(1), .text("surplus")]], total: [])
    let text = grid.text(as: format, schema: "x", for: .screen(width: 20))
    #expect(!text.contains("surplus"))
    #expect(text.contains("x"))
  }

  @Test("bold and dim are used where colour is allowed, and only there")
  func styles() {
    let styled = Grid.funnel.text(as: .table, schema: "x", for: .screen(width: 120, ["NO_COLOR": ""]))
    #expect(styled.hasPrefix("\u{1B}[1mFunnel, January to March 2026\u{1B}[0m\n"))
    #expect(styled.contains("\u{1B}[2m─"))
    let plain = Grid.funnel.text(as: .table, schema: "x", for: .screen(width: 120))
    #expect(!plain.contains("\u{1B}"))
    #expect(styled.replacing(/\u{1B}\[[0-9]m/, with: "") == plain)
  }

  @Test("a heading with a right-to-left name keeps what follows the name behind it")
  func rightToLeftHeading() {
    #expect(RightToLeft.fenced("source=نمایشگاه تهران, 2026") == "source=\u{200E}نمایشگاه تهران\u{200E}, 2026")
    #expect(RightToLeft.fenced("علی ") == "\u{200E}علی\u{200E} ")
    #expect(RightToLeft.fenced("2026, café") == "2026, café")
  }

  @Test("a right-to-left name is fenced, so that the numbers after it stay in their columns")
  func rightToLeft() {
    let table = TextTable(columns: [.init(title: "n"), .init(title: "leads")], rows: [["علی", "12"], ["Al", "3"]])
    #expect(table.text(for: .plain).contains("\u{200E}علی\u{200E}     12\n"))
    #expect(table.text(for: .plain).contains("\nAl       3\n"))
  }
}
