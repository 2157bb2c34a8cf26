import ArgumentParser
import Foundation
import Testing

@testable import FunnelCLI

/// The README, the worked week of docs/handoffs.md and the worked quarter of docs/revenue.md show real output only: their
/// sessions are run, and what they print is compared.
///
/// With `FUNNEL_README=write` in the environment the sessions are written anew instead.
struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let readme = root.appending(path: "README.md")

  @Test(arguments: ["README.md", "docs/handoffs.md", "docs/revenue.md"])
  func theSessionsPrintWhatIsShown(_ path: String) throws {
    let document = ReadmeTests.root.appending(path: path)
    let text = try String(contentsOf: document, encoding: .utf8)
    var session = DocumentSession(folder: try TemporaryFolder())
    var blocks = text.components(separatedBy: "```")
    var sessions = 0
    // Blocks stand at the odd places.
    for index in stride(from: 1, to: blocks.count, by: 2) where blocks[index].hasPrefix("console\n") {
      sessions += 1
      blocks[index] = "console\n" + (try session.run(blocks[index]))
    }
    let now = blocks.joined(separator: "```")
    if ProcessInfo.processInfo.environment["FUNNEL_README"] == "write" {
      try now.write(to: document, atomically: true, encoding: .utf8)
    }
    #expect(sessions > 0)
    for (shown, real) in zip(text.components(separatedBy: "\n"), now.components(separatedBy: "\n")) {
      #expect(shown == real)
    }
    #expect(text.count == now.count)
  }

  @Test func everySubcommandIsNamed() throws {
    let text = try String(contentsOf: ReadmeTests.readme, encoding: .utf8)
    var missing: [String] = []
    func visit(_ command: any ParsableCommand.Type, _ path: String) {
      for child in command.configuration.subcommands {
        let name = [path, child._commandName].filter { !$0.isEmpty }.joined(separator: " ")
        if child.configuration.subcommands.isEmpty {
          if !text.contains("`\(name)`") { missing.append(name) }
        } else {
          visit(child, name)
        }
      }
    }
    visit(Funnel.self, "")
    #expect(missing == [])
  }

  @Test func everyExitStatusIsInTheTable() throws {
    let text = try String(contentsOf: ReadmeTests.readme, encoding: .utf8)
    for status in ExitStatus.allCases { #expect(text.contains("| \(status.rawValue) |")) }
  }
}

/// The sessions of one document, one after the other in one folder.
private struct DocumentSession {
  let folder: TemporaryFolder
  /// `export NAME=VALUE` holds for what follows.
  private var environment = [
    "PATH": "\(FunnelBinary.executable.deletingLastPathComponent().path):/usr/bin:/bin", "LOGNAME": "ana",
    "LC_ALL": "C.UTF-8", "COLUMNS": "96", "FUNNEL_NOW": "2026-11-03T09:00:00Z",
  ]

  init(folder: TemporaryFolder) { self.folder = folder }

  /// Runs the lines that begin with `$ ` and puts what they print behind them.
  mutating func run(_ block: String) throws -> String {
    var lines: [String] = []
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) where line.hasPrefix("$ ") {
      lines.append(String(line))
      if let export = line.wholeMatch(of: /\$ export (\w+)=(\S+)/) {
        environment[String(export.1)] = String(export.2)
        continue
      }
      let printed = try shell(String(line.dropFirst(2)))
      if !printed.isEmpty { lines.append(printed) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func shell(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(command) 2>&1"]
    process.currentDirectoryURL = folder.url
    process.environment = environment
    let output = try folder.write("", to: ".output")
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }
}
