import ArgumentParser
import Testing

@testable import FunnelCLI

@Suite("Help answers the question")
struct HelpTests {
  /// Every command and every group, the program first, with its path.
  private static func commands(
    _ type: any ParsableCommand.Type = Funnel.self, _ path: [String] = []
  ) -> [(path: [String], type: any ParsableCommand.Type)] {
    [(path, type)] + type.configuration.subcommands.flatMap { commands($0, path + [$0._commandName]) }
  }

  private static func examples(_ type: any ParsableCommand.Type) -> [Substring] {
    type.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  funnel ") }
  }

  @Test("every command says what it does in a sentence, and shows how it is typed")
  func every() {
    let commands = HelpTests.commands()
    #expect(commands.count > 45)
    for (path, type) in commands {
      let name = path.joined(separator: " ")
      #expect(type.configuration.abstract.hasSuffix("."), "\(name)")
      let examples = HelpTests.examples(type)
      let own = (["  funnel"] + path).joined(separator: " ")
      #expect(examples.contains { $0 == own || $0.hasPrefix(own + " ") }, "\(name) has no example")
      // The parser would break it where it stands, and a broken example cannot be copied.
      for example in examples { #expect(example.count <= 80, "\(example)") }
      // The parser does not break its usage line.
      let lines = type.helpMessage(columns: 80).split(separator: "\n").filter { !$0.hasPrefix("USAGE: ") }
      #expect(lines.allSatisfy { $0.count <= 120 }, "\(name)")
    }
  }

  @Test("every example in the help is understood by the parser")
  func examples() throws {
    for (path, type) in HelpTests.commands() {
      // A report that was saved is a name that only its file knows.
      for line in HelpTests.examples(type) where !line.hasPrefix("  funnel report monthly") {
        for part in line.split(separator: "|") {
          let arguments = HelpTests.words(part).dropFirst()
          #expect(throws: Never.self, "\(path): \(part)") { _ = try Funnel.parseAsRoot(Array(arguments)) }
        }
      }
    }
  }

  /// Splits as a shell does, with single quotes. A redirection is the shell's.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quoted = false
    for character in line {
      if character == "'" {
        quoted.toggle()
        word = word ?? ""
      } else if character == ">", !quoted {
        break
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
