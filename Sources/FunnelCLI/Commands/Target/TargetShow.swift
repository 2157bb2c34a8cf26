import ArgumentParser
import FunnelStore
import SharedFunnel

/// `target show PERIOD`: the target that counts now or at a time, and a draft that waits for signatures.
struct TargetShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .targetShowAbstract, .targetShowDiscussion)

  @Argument(help: ArgumentHelp(.targetPeriodHelp)) var period: String
  @Option(help: ArgumentHelp(.targetVersionHelp)) var version: UInt16?
  @Option(help: ArgumentHelp(.targetAtHelp, valueName: "time")) var at: String?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let period = try TargetPeriodArgument.read(period, in: session)
    let targets = session.workspace.targets
    let versions = targets.versions(of: period)
    guard !versions.isEmpty else { throw Refusal.target(.none(period)) }
    let time = try at.map(session.instant) ?? session.now
    let counting = targets.inForce(for: period, at: time)
    let named = version.map { number in versions.first { $0.version == number } }
    if let version, case .some(.none) = named { throw Refusal.target(.noVersion(period, version)) }
    let found = (named ?? nil) ?? counting
    let page = TargetPage(session: session)
    var lines = found.map(page.lines) ?? [Message.targetNoneSigned(["period": period.label, "time": time.label])]
    let draft = version == nil && at == nil ? versions.last.flatMap { $0.effective == nil ? $0 : nil } : nil
    if let draft { lines += [""] + page.lines(draft) }
    var document = page.document([found].compactMap(\.self))
    document.append("draft", draft.map { .object(page.object($0)) } ?? .null)
    try output.print(
      Answer(schema: "targets", lines: lines, grid: page.grid([found].compactMap(\.self)), document: document))
  }
}
