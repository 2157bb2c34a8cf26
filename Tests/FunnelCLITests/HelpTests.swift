import ArgumentParser
import Testing

@testable import FunnelCLI

@Suite("Help answers the question")
struct HelpTests {
  /// Every command that is no group, with its path.
  private static func commands(
    _ type: any ParsableCommand.Type = Funnel.self, _ path: [String] = []
  ) -> [(path: [String], type: any ParsableCommand.Type)] {
    let children = type.configuration.subcommands
    if children.isEmpty { return path.isEmpty ? [] : [(path, type)] }
    return children.flatMap { commands($0, path + [$0._commandName]) }
  }

  @Test("every command says what it does in a sentence, and shows how it is typed")
  func every() {
    let commands = HelpTests.commands()
    #expect(commands.count > 35)
    for (path, type) in commands where path != ["report"] {
      let name = path.joined(separator: " ")
      #expect(type.configuration.abstract.hasSuffix("."), "\(name)")
      #expect(type.configuration.discussion.contains("  funnel \(name)"), "\(name) has no example")
      // The parser does not break its usage line.
      let lines = type.helpMessage(columns: 80).split(separator: "\n").filter { !$0.hasPrefix("USAGE: ") }
      #expect(lines.allSatisfy { $0.count <= 120 }, "\(name)")
    }
  }

  @Test("every example in the help is understood by the parser")
  func examples() throws {
    for (path, type) in HelpTests.commands() {
      for line in type.configuration.discussion.split(separator: "\n") where line.hasPrefix("  funnel ") {
        for part in line.split(separator: "|") {
          // A redirection is the shell's.
          let arguments = HelpTests.words(part.prefix { $0 != ">" }).dropFirst()
          #expect(throws: Never.self, "\(path): \(part)") { _ = try Funnel.parseAsRoot(Array(arguments)) }
        }
      }
    }
  }

  /// Splits as a shell does, with single quotes.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quoted = false
    for character in line {
      if character == "'" {
        quoted.toggle()
        word = word ?? ""
      } else if character == " ", !quoted {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + [word].compactMap(\.self)
  }
}
