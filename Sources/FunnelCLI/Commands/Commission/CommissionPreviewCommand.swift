import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission preview [VERSION] --period P`: what a version would have paid beside the policy in force. Writes nothing.
struct CommissionPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration("preview", .commissionPreviewAbstract, .commissionPreviewDiscussion)

  @Argument(help: ArgumentHelp(.commissionVersionHelp)) var version: UInt16?
  @Option(help: ArgumentHelp(.commissionPeriodHelp)) var period: String
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let period = try TargetPeriodArgument.read(period, in: session)
    let (policy, preview) = try session.store.previewCommission(version: version, over: period, now: session.now)
    try output.print(CommissionPage(session: session).answer(preview, of: policy, over: period))
  }
}
