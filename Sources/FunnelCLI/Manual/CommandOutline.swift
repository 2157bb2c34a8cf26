import ArgumentParser
import Foundation

/// What the parser knows of a command: names, arguments and help, as its own tools read it.
struct CommandOutline: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    /// `positional`, `option` or `flag`.
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandOutline]?
  let arguments: [Argument]?

  private struct Document: Decodable { let command: CommandOutline }

  /// The program as a whole.
  static func program() throws -> CommandOutline {
    try JSONDecoder().decode(Document.self, from: Data(Funnel._dumpHelp().utf8)).command
  }

  /// The command at the end of a path, such as `lead add`; `nil` where there is none.
  func command(at path: [String]) -> CommandOutline? {
    path.reduce(Optional(self)) { command, name in command?.commands.first { $0.commandName == name } }
  }

  /// Its subcommands, without the one that prints help.
  var commands: [CommandOutline] { (subcommands ?? []).filter { $0.commandName != "help" } }
}
