import ArgumentParser
import SharedFunnel

/// Who works in the funnel, a command each.
struct MemberGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "member", .memberAbstract, .memberDiscussion,
    subcommands: [MemberAdd.self, MemberList.self, MemberDeactivate.self])
}
