import ArgumentParser
import FunnelStore
import SharedFunnel

/// `member list`: everyone, also those who left.
struct MemberList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .memberListAbstract, .memberListDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    try output.print(MemberAnswer(session: try file.reading()).grid, schema: "members")
  }
}
