import ArgumentParser
import SharedFunnel

/// How leads cross the line between departments, a command each.
struct HandoffGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "handoff", .handoffAbstract, .handoffDiscussion,
    subcommands: [
      HandoffOffer.self, HandoffAccept.self, HandoffReject.self, HandoffWithdraw.self, HandoffReturn.self,
      HandoffRefer.self, HandoffInbox.self, HandoffList.self, HandoffShow.self, HandoffSweep.self,
    ])
}
