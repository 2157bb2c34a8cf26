import ArgumentParser
import FunnelStore
import SharedFunnel

/// `agreement show`: what holds at a line, now or at a time.
struct AgreementShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .agreementShowAbstract, .agreementShowDiscussion)

  @Argument(help: ArgumentHelp(.showVersionHelp)) var version: UInt16?
  @OptionGroup var line: LineOptions
  @Option(help: ArgumentHelp(.agreementAtHelp, valueName: "time")) var at: String?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let line = try line.line(in: session)
    let agreements = session.workspace.agreements
    let time = try at.map(session.instant) ?? session.now
    let found =
      version.map { number in agreements.versions(of: line).last { $0.version == number } }
      ?? session.store.agreement(for: line, at: time)
    if version != nil, found == nil { throw Refusal.noSuchAgreement(version: version) }
    var lines = found.map { AgreementPage(agreement: $0, session: session).lines } ?? defaults(line)
    let drafts = agreements.versions(of: line).filter { $0.effective == nil }
    if version == nil, let draft = drafts.last {
      lines += ["", Message.draftWaits(["version": String(draft.version), "departments": draft.unsigned.key])]
    }
    try output.print(
      Answer(
        schema: "agreements", lines: lines, grid: AgreementPage.grid([found].compactMap(\.self), session),
        members: ["line": .string("\(line.from.key):\(line.to.key)")]))
  }

  private func defaults(_ line: HandoffLine) -> [String] {
    [
      Message.nothingAgreed([
        "line": line.label, "answer": TimeLimit.defaultAnswer.label,
        "days": String(AgreementTerms.defaultDisputeDays),
      ])
    ]
  }
}
