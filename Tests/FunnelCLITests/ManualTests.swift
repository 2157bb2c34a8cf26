import Foundation
import Testing

@testable import FunnelCLI

/// What is said of the program outside of it: manual pages and completions.
struct ManualTests {
  private static func paths(_ outline: CommandOutline, _ path: [String] = []) -> [[String]] {
    [path] + outline.commands.flatMap { paths($0, path + [$0.commandName]) }
  }

  @Test func everyCommandHasAPageWithItsOptionsAndExamples() throws {
    let program = try CommandOutline.program()
    let paths = ManualTests.paths(program)
    #expect(paths.count > 45)
    let macros: Set<String> = ["TH", "SH", "PP", "TP", "EX", "EE"]
    for path in paths {
      let command = try #require(program.command(at: path))
      let roff = ManualPage(path: path, command: command).roff
      for line in roff.split(separator: "\n") where line.hasPrefix(".") {
        #expect(macros.contains(String(line.dropFirst().prefix(2))), "\(path): \(line)")
      }
      #expect(roff.utf8.allSatisfy { $0 < 0x80 }, "\(path): a reader would have to guess the encoding")
      for name in (command.arguments ?? []).filter(\.shouldDisplay).flatMap({ $0.names ?? [] }) {
        #expect(roff.contains(name.text.replacing("-", with: "\\-")), "\(path) \(name.text)")
      }
      if command.commands.isEmpty {
        #expect(roff.contains("\nfunnel \(path.joined(separator: " ").replacing("-", with: "\\-"))"))
      }
    }
  }

  @Test func aPageIsPrintedAndAnUnknownCommandIsNot() throws {
    #expect(try FunnelBinary.run(["man", "lead", "add"]).out.hasPrefix(".TH \"FUNNEL\\-LEAD\\-ADD\" \"1\""))
    let unknown = try FunnelBinary.run(["man", "lead", "fly"])
    #expect(unknown.status == 2 && unknown.err.contains("lead fly") && unknown.out.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func aShellGetsItsScript(_ shell: String) throws {
    let outcome = try FunnelBinary.run(["completions", shell])
    #expect(outcome.status == 0 && outcome.err.isEmpty)
    for word in ["handoff", "purchase_intention", "--svg"] {
      #expect(outcome.out.contains(shell == "fish" ? word.replacing("--", with: "") : word), "\(word)")
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)") else { return }
    let folder = try TemporaryFolder()
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/\(shell)")
    check.arguments = ["-n", try folder.write(outcome.out, to: "script").path]
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0, "\(shell) does not understand it")
  }
}
