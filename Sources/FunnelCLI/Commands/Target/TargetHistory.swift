import ArgumentParser
import FunnelStore
import SharedFunnel

/// `target history [PERIOD]`: every version, with its signatures.
struct TargetHistory: ParsableCommand {
  static let configuration = CommandConfiguration("history", .targetHistoryAbstract, .targetHistoryDiscussion)

  @Argument(help: ArgumentHelp(.targetPeriodHelp)) var period: String?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let targets = session.workspace.targets
    let periods = try period.map { [try TargetPeriodArgument.read($0, in: session)] } ?? targets.periods
    try output.print(
      TargetPage(session: session).grid(periods.flatMap { targets.versions(of: $0) }), schema: "targets")
  }
}
