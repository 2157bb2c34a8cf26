import ArgumentParser
import SharedFunnel

/// What is done with single events.
struct EventGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "event", .eventAbstract, .eventDiscussion, subcommands: [EventVoid.self])
}
