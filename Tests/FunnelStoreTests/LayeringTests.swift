import Foundation
import Testing

/// The arrows of the design, and what no source of ours does. Read from the text of the files, since the
/// compiler lets a target import what it depends on indirectly.
struct LayeringTests {
  private static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  /// What each target may import.
  private static let arrows: [String: Set<String>] = [
    "CSQLite": [],
    "CZlib": [],
    "SQLite": system.union(["CSQLite"]),
    "SharedFunnel": system.union(["Foundation"]),
    "FunnelStore": system.union(["Foundation", "SQLite", "CZlib", "SharedFunnel", "Yams"]),
    "Charts": [],
    "FunnelCLI": system.union(["Foundation", "Charts", "FunnelStore", "SharedFunnel", "ArgumentParser"]),
  ]

  @Test func everyTargetImportsWhatItMayAndNothingElse() throws {
    let files = try SourceTree.swiftFiles(under: "Sources")
    #expect(files.count > 100, "the sources were not found, so nothing was proved")
    for file in files {
      let allowed = try #require(LayeringTests.arrows[file.target], "\(file.path) belongs to no layer of the design")
      for module in file.lines.compactMap(LayeringTests.imported) {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  /// All tables and all SQL are the store's; the engine's own layer knows no more than the engine.
  @Test func sqlIsWrittenInTheStoreOnly() throws {
    for file in try SourceTree.swiftFiles(under: "Sources") where file.target != "FunnelStore" {
      for (index, line) in file.lines.enumerated() {
        let isOfTheEngine = file.target == "SQLite" && (line.contains("PRAGMA") || line.contains("sqlite_schema"))
        #expect(!LayeringTests.isSQL(line) || isOfTheEngine, "\(file.path):\(index + 1) has SQL")
      }
    }
  }

  /// What people type and files bring never ends the program, and a library never writes to the terminal.
  @Test func nothingTrapsAndLibrariesAreSilent() throws {
    for file in try SourceTree.swiftFiles(under: "Sources") {
      for (index, line) in file.lines.enumerated() {
        let trap = LayeringTests.trap(line)
        #expect(trap == nil, "\(file.path):\(index + 1) has \(trap ?? "")")
        guard file.target != "FunnelCLI" else { continue }
        #expect(!LayeringTests.prints(line), "\(file.path):\(index + 1) prints")
      }
    }
  }

  @Test(arguments: [
    ("import SQLite", "SQLite"), ("public import SharedFunnel", "SharedFunnel"),
    ("@testable import FunnelStore", "FunnelStore"),
    ("@preconcurrency internal import struct Foundation.URL", "Foundation"), ("  import Glibc", "Glibc"),
  ])
  func importsAreSeen(line: String, module: String) { #expect(LayeringTests.imported(line) == module) }

  @Test(arguments: ["// import SQLite is wrong here", "  func importFiles() {", "\"import it\""])
  func otherLinesAreNoImports(line: String) { #expect(LayeringTests.imported(line) == nil) }

  @Test(arguments: [
    "try run(\"SELECT number FROM lead\")", "INSERT INTO term (kind)", "  DELETE FROM lead;", "PRAGMA cache_size = 1",
    "UPDATE lead SET name = ?",
  ])
  func sqlIsSeen(line: String) { #expect(LayeringTests.isSQL(line)) }

  @Test(arguments: ["let a = try! b()", "c as! D", "fatalError(\"no\")"])
  func trapsAreSeen(line: String) { #expect(LayeringTests.trap(line) != nil) }

  // MARK: Reading a line

  private static func imported(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(of: "import") else { return nil }
    let modifiers = ["public", "internal", "package", "private", "fileprivate"]
    guard words[..<place].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }) else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
    let name = words[(place + 1)...].first { !kinds.contains($0) }
    return name?.split(separator: ".").first.map(String.init)
  }

  private static func code(_ line: String) -> Substring {
    line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line[...]
  }

  private static func isSQL(_ line: String) -> Bool {
    let text = code(line)
    let patterns = [
      #"\bSELECT\b"#, #"\bINSERT (OR \w+ )?INTO\b"#, #"\bDELETE FROM\b"#, #"\bUPDATE \w+ SET\b"#, #"\bPRAGMA\b"#,
      #"\bCREATE (TEMP )?(TABLE|VIEW|INDEX|TRIGGER)\b"#,
    ]
    return patterns.contains { text.range(of: $0, options: .regularExpression) != nil }
  }

  private static func trap(_ line: String) -> String? {
    ["try!", " as! ", "fatalError("].first { code(line).contains($0) }
  }

  private static func prints(_ line: String) -> Bool {
    code(line).range(of: #"(^|[^\w.])(debugPrint|print|dump)\("#, options: .regularExpression) != nil
  }
}
