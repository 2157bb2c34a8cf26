import ArgumentParser
import FunnelStore
import SharedFunnel

/// `reason add KEY`: a new reason for losing a lead or rejecting an offer. Any member.
struct ReasonAdd: ParsableCommand {
  static let configuration = CommandConfiguration("add", .reasonAddAbstract, .reasonAddDiscussion)

  @Argument(help: ArgumentHelp(.reasonKeyHelp)) var key: String
  @Option(help: ArgumentHelp(.reasonKindHelp), transform: ReasonAdd.readKind) var kind: Reason.Kind
  @Option(help: ArgumentHelp(.reasonLabelHelp, valueName: "text")) var label: String
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session)
    let isNew = try session.store.leads(recordedBy: act.context.id) == nil
    try session.store.addReason(Reason(key: key, kind: kind, label: label), act)
    let grid = ReasonList.grid(session.workspace.reasons.filter { $0.key == key && $0.kind == kind })
    let done = isNew ? Message.reasonAdded(["key": key, "label": label]) : Message.recordedBefore()
    try output.print(
      Answer(schema: "reasons", lines: [done], grid: grid, members: ["recorded": .bool(isNew)]))
  }

  private static func readKind(_ text: String) throws -> Reason.Kind {
    guard let kind = Reason.Kind(rawValue: text.lowercased()) else {
      let known = Reason.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage(Message.noSuchReasonKind(["text": text, "known": known]))
    }
    return kind
  }
}
