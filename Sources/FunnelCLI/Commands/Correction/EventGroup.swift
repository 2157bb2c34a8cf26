import ArgumentParser
import SharedFunnel

/// What is done with single events.
struct EventGroup: ParsableCommand {
  static let configuration = CommandConfiguration("event", .eventAbstract, subcommands: [EventVoid.self])
}
