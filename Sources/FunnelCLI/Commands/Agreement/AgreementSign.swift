import ArgumentParser
import FunnelStore
import SharedFunnel

/// `agreement sign`: signs a version for the side that the member heads. It holds once both sides have signed.
struct AgreementSign: ParsableCommand {
  static let configuration = CommandConfiguration("sign", .signAbstract, .signDiscussion)

  @Argument(help: ArgumentHelp(.signVersionHelp)) var version: UInt16?
  @OptionGroup var line: LineOptions
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let line = try line.line(in: session)
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    guard let agreement = try session.store.signAgreement(for: line, version: version, act) else {
      return try output.print(
        Answer(
          schema: "agreements", lines: [Message.recordedBefore()], grid: AgreementPage.grid([], session),
          members: ["recorded": .bool(false)]))
    }
    let signed = Message.agreementSigned(["version": String(agreement.version), "member": act.actor.handle])
    let state =
      agreement.effective.map { Message.agreementHolds(["time": $0.label]) }
      ?? Message.signatureMissing(["departments": agreement.unsigned.key])
    try output.print(
      Answer(
        schema: "agreements", lines: [signed, state], grid: AgreementPage.grid([agreement], session),
        members: ["recorded": .bool(!dry.isDryRun), "dry_run": .bool(dry.isDryRun)],
        notes: dry.isDryRun ? [Message.nothingRecorded()] : []))
    AgreementWarning(agreement: agreement, session: session).say()
  }
}
