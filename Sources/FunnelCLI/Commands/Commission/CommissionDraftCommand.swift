import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission draft --model MODEL --tier AMOUNT:PERCENT`: a version of the policy. Any member; it is in force once heads
/// of both departments have signed.
struct CommissionDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration("draft", .commissionDraftAbstract, .commissionDraftDiscussion)

  @OptionGroup var policy: CommissionOptions
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let made = try session.store.draftCommission(try policy.terms(in: session), from: policy.from, act)
    try output.print(
      PolicyPage(session: session).receipt(made, isDryRun: dry.isDryRun) {
        Message.commissionDrafted(["version": String($0.version)])
      })
  }
}
