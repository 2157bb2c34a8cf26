import ArgumentParser
import SharedFunnel

/// Objections to rejections and returns, a command each.
struct DisputeGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "dispute", .disputeAbstract, .disputeDiscussion,
    subcommands: [DisputeOpen.self, DisputeRule.self, DisputeList.self, DisputeShow.self])
}
