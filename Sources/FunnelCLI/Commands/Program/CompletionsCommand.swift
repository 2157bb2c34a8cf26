import ArgumentParser
import SharedFunnel

/// `completions SHELL`: the script that lets a shell complete commands, options, stages and members.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration("completions", .completionsAbstract, .completionsDiscussion)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    var known: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: ArgumentHelp(.completionsShellHelp)) var shell: Shell

  func run() throws {
    var output = StandardOutput()
    try output.write(Funnel.completionScript(for: shell.known) + "\n")
    try output.flush()
  }
}
