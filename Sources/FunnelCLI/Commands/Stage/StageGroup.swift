import ArgumentParser
import SharedFunnel

/// The eight stages and whose they are, a command each.
struct StageGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "stage", .stageAbstract, .stageDiscussion,
    subcommands: [StageList.self, StageAssign.self, StageHistory.self])
}
