import ArgumentParser
import FunnelStore
import SharedFunnel

/// `stage list`: the stages, who owns them today, and where the lines are.
struct StageList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .stageListAbstract, .stageListDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    try output.print(StageAnswer(session: session).grid, schema: "stages")
  }
}
