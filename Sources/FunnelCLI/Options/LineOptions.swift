import ArgumentParser
import SharedFunnel

/// A line between two departments, as people name it.
struct LineOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.lineHelp, valueName: "from:to"), transform: LineOptions.read) var line: HandoffLine?

  /// The line that is named, else the only one that stands now.
  func line(in session: Session) throws -> HandoffLine {
    if let line { return line }
    let standing = session.workspace.ownership.boundaries(at: session.now)
    guard standing.count == 1, let only = standing.first else {
      let known = standing.map { "\($0.before.number):\($0.after.number)" }.joined(separator: ", ")
      throw Failure.usage(Message.whichLine(["known": known.isEmpty ? Message.nobody() : known]))
    }
    return HandoffLine(from: only.before, to: only.after)
  }

  private static func read(_ text: String) throws -> HandoffLine {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] != parts[1] else { throw Failure.usage(Message.noSuchLine(["text": text])) }
    let line = HandoffLine(from: try StageArgument.read(parts[0]), to: try StageArgument.read(parts[1]))
    guard line.from != line.to else { throw Failure.usage(Message.noSuchLine(["text": text])) }
    return line
  }
}
