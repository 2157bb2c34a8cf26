import ArgumentParser
import SharedFunnel

/// The catalogue of reasons, a command each.
struct ReasonGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "reason", .reasonAbstract, .reasonDiscussion, subcommands: [ReasonAdd.self, ReasonList.self])
}
