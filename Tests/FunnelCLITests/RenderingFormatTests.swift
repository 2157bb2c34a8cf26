import Foundation
import Testing

@testable import FunnelCLI

@Suite("CSV, JSON, NDJSON, Markdown: the same grid for programs and documents")
struct RenderingFormatTests {
  private let mixed = Grid(
    columns: [
      .init(key: "name", title: "Name"), .init(key: "leads", title: "Leads", kind: .integer),
      .init(key: "share", title: "Share", kind: .percent(digits: 1)),
      .init(key: "bar", title: "", kind: .bar(width: 8)),
      .init(key: "seen", title: "Seen", kind: .timestamp), .init(key: "wait_seconds", title: "Wait", kind: .duration),
      .init(key: "value", title: "Value", kind: .money), .init(key: "tags", title: "Tags"),
    ],
    rows: [
      [
        .text("Smith, \"Jo\"\nLtd | <b>"), .integer(12_345), .fraction(1.0 / 3), .fraction(1.0 / 3),
        .timestamp(1_767_225_600_250), .seconds(90), .money(minor: -12_345, currency: "EUR", exponent: 2),
        .list([.text("a"), .text("b")]),
      ],
      [.text(""), .null, .fraction(.nan), .null, .timestamp(0), .seconds(0.1), .null, .list([])],
    ])

  @Test("CSV holds raw values: no separators, no rounding, UTC, and null is not an empty text")
  func csv() {
    let expected = [
      "name,leads,share,seen,wait_seconds,value_minor,value_currency,tags",
      "\"Smith, \"\"Jo\"\"\nLtd | <b>\",12345,0.3333333333333333,"
        + "2026-01-01T00:00:00.250Z,90.0,-12345,EUR,\"[\"\"a\"\",\"\"b\"\"]\"",
      "\"\",,,1970-01-01T00:00:00Z,0.1,,,[]", "",
    ]
    #expect(mixed.text(as: .csv, schema: "x", for: .plain) == expected.joined(separator: "\r\n"))
  }

  @Test("NDJSON is one object a line, with the nulls in")
  func ndjson() {
    let expected = """
      {"name":"Smith, \\"Jo\\"\\nLtd | <b>","leads":12345,"share":0.3333333333333333,"seen":"2026-01-01T00:00:00.250Z",\
      "wait_seconds":90.0,"value":{"minor":-12345,"currency":"EUR"},"tags":["a","b"]}
      {"name":"","leads":null,"share":null,"seen":"1970-01-01T00:00:00Z","wait_seconds":0.1,"value":null,"tags":[]}

      """
    #expect(mixed.text(as: .ndjson, schema: "x", for: .plain) == expected)
  }

  @Test("Markdown lines up in its source, and a name cannot become markup or another column")
  func markdown() {
    let expected = """
      | Name                        |  Leads |  Share |     | Seen             |     Wait |       Value | Tags |
      | --------------------------- | -----: | -----: | --- | ---------------- | -------: | ----------: | ---- |
      | Smith, "Jo"\\\\nLtd \\| &lt;b> | 12,345 | 33.3 % | ██▋ | 2026-01-01 00:00 | 1 m 30 s | -123.45 EUR | a, b |
      |                             |      – |      – | –   | 1970-01-01 00:00 |   0.10 s |           – |      |

      """
    #expect(mixed.text(as: .markdown, schema: "x", for: .plain) == expected)
  }

  @Test("a pipe ends no cell, also where a combining mark hides it in one character with itself")
  func markdownPipe() {
    let grid = Grid(columns: [.init(key: "name", title: "Name")], rows: [[.text("a|\u{301}b`*")]])
    #expect(grid.text(as: .markdown, schema: "x", for: .plain).hasSuffix("| a\\|\u{301}b\\`\\* |\n"))
  }

  @Test("JSON says its schema first, then the members, then the rows, then the total")
  func json() {
    let grid = Grid(
      columns: [.init(key: "leads", title: "Leads", kind: .integer)], rows: [[.integer(1)]], total: [.integer(1)])
    let expected = """
      {
        "schema": "funnel.conversion/1",
        "zone": "UTC",
        "rows": [
          {
            "leads": 1
          }
        ],
        "total": {
          "leads": 1
        }
      }

      """
    #expect(grid.text(as: .json, schema: "conversion", members: ["zone": "UTC"], for: .plain) == expected)
  }

  @Test("any text survives CSV, read by the plainest reader of RFC 4180", arguments: 0..<50)
  func csvRoundTrip(seed: UInt64) {
    let texts = randomTexts(seed: seed)
    #expect(naiveCSV(grid(of: texts).text(as: .csv, schema: "x", for: .plain)) == [["first", "second"]] + texts)
  }

  @Test(
    "any text survives CSV, read by Python's csv module",
    .enabled(if: Python.isPresent, "python3 is not on this machine"))
  func csvThroughPython() throws {
    // Older releases of that module refuse NUL, whatever its quotes.
    let texts = (0..<50).flatMap(randomTexts).map { $0.map { $0.replacing("\0", with: "0") } }
    let csv = grid(of: texts).text(as: .csv, schema: "x", for: .plain)
    let script =
      "import csv,io,json,sys; text = io.StringIO(sys.stdin.buffer.read().decode(), newline='');"
      + "print(json.dumps(list(csv.reader(text))))"
    let rows = try JSONSerialization.jsonObject(with: try Python.run(script, input: csv))
    #expect(rows as? [[String]] == [["first", "second"]] + texts)
  }

  private func randomTexts(seed: UInt64) -> [[String]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<8).map { _ in [generator.text(length: 12), generator.text(length: 3)] }
  }

  private func grid(of texts: [[String]]) -> Grid {
    var grid = Grid(
      columns: [.init(key: "first", title: "First"), .init(key: "second", title: "Second")],
      rows: texts.map { $0.map(Cell.text) })
    grid.isRaw = true
    return grid
  }

  private func naiveCSV(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        field.append("\"")
        rest.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(String(field))
        field = .init()
      case "\r" where !isQuoted && rest.first == "\n":
        rest.removeFirst()
        rows.append(row + [String(field)])
        row = []
        field = .init()
      default: field.append(scalar)
      }
    }
    return rows
  }
}

/// The Python of this machine, as a judge that shares no code with us.
enum Python {
  static let isPresent = (try? run("print(1)", input: "")) != nil

  static func run(_ script: String, input: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Python reads all before it writes, so one after the other cannot lock up.
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableRuntimeMismatch) }
    return output
  }
}
