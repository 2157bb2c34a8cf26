import ArgumentParser
import FunnelStore
import SharedFunnel

/// `mapping show NAME`: prints a mapping as the file that it would be.
struct MappingShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .mappingShowAbstract, .mappingShowDiscussion)

  @Argument(help: ArgumentHelp(.mappingNameHelp)) var name: String

  func run() throws {
    guard let mapping = BuiltInMapping.all.first(where: { $0.name == name }) else {
      let known = BuiltInMapping.all.map(\.name).joined(separator: ", ")
      throw Failure.usage(Message.mappingNoneSuch(["name": name, "known": known]))
    }
    var output = StandardOutput()
    try output.write(mapping.yaml.map { $0 + "\n" } ?? MappingShow.native)
    try output.flush()
  }

  /// Our own export has no mapping, but columns that others can write too.
  private static var native: String {
    let lines = [Message.mappingNativeHead()] + Store.eventColumns
    return lines.map { "# " + $0 + "\n" }.joined()
  }
}
