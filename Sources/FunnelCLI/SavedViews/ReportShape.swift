import ArgumentParser
import Foundation

/// Which options a report takes, as the parser itself tells: so that a report that is added tomorrow can be saved
/// without a word about it here.
struct ReportShape {
  struct Option {
    /// `--by`, and what else it is called.
    let names: [String]
    let takesValue: Bool
    /// It is about this run and not about the report: which file, who acts, what time it is, where to write. It is not
    /// saved, and a file that somebody else sent cannot set it.
    let isOfTheRun: Bool
  }

  let name: String
  let options: [Option]

  /// Every report that can be saved.
  static func all() -> [ReportShape] {
    let dump = try? JSONDecoder().decode(ParserDump.self, from: Data(Report._dumpHelp().utf8))
    let reports = Set(Report.reports.map { $0._commandName })
    return (dump?.command.subcommands ?? []).filter { reports.contains($0.commandName) }.map { command in
      ReportShape(name: command.commandName, options: (command.arguments ?? []).compactMap(Option.init))
    }
  }

  /// The place of the option of that name among the options.
  func index(of name: some StringProtocol) -> Int? {
    options.firstIndex { $0.names.contains { $0 == name } }
  }
}

extension ReportShape.Option {
  private static let ofTheRun: Set = ["--db", "--now", "--actor", "--command-id", "--save", "--help"]

  fileprivate init?(_ argument: ParserDump.Argument) {
    guard let names = argument.names?.map(\.text), !names.isEmpty else { return nil }
    self.init(
      names: names, takesValue: argument.kind == "option",
      isOfTheRun: argument.isPath || names.contains { Self.ofTheRun.contains($0) })
  }
}

/// What is used of the description that the parser gives of itself.
private struct ParserDump: Decodable {
  struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?
  }
  struct Argument: Decodable {
    let kind: String
    let names: [Name]?
    let completionKind: [String: Ignored]?

    /// A file or a folder.
    var isPath: Bool { completionKind.map { $0["file"] != nil || $0["directory"] != nil } ?? false }
  }
  struct Name: Decodable {
    let kind: String
    let name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }
  struct Ignored: Decodable {
    init(from decoder: any Decoder) {}
  }

  let command: Command
}
