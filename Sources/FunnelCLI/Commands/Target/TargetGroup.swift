import ArgumentParser
import SharedFunnel

/// The revenue that both departments answer for, a command each.
struct TargetGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "target", .targetAbstract, .targetDiscussion,
    subcommands: [
      TargetSet.self, TargetSign.self, TargetRevise.self, TargetList.self, TargetShow.self, TargetHistory.self,
      TargetFiscalYear.self,
    ])
}
