import ArgumentParser
import SharedFunnel

/// `man [COMMAND…]`: the manual page of the program or of a command, for `man`.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration("man", .manAbstract, .manDiscussion)

  @Argument(help: ArgumentHelp(.manCommandHelp)) var command: [String] = []

  func run() throws {
    guard let outline = try CommandOutline.program().command(at: command) else {
      throw Failure.usage(Message.manNoSuchCommand(["command": command.joined(separator: " ")]))
    }
    var output = StandardOutput()
    try output.write(ManualPage(path: command, command: outline).roff)
    try output.flush()
  }
}
