import ArgumentParser
import SharedFunnel

/// How leads cross the line between departments, a command each.
struct HandoffGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "handoff", .handoffAbstract, .handoffDiscussion,
    subcommands: [
      HandoffOffer.self, HandoffAccept.self, HandoffReject.self, HandoffWithdraw.self, HandoffInbox.self,
      HandoffSweep.self,
    ])
}
