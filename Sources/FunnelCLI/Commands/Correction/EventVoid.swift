import ArgumentParser
import FunnelStore
import SharedFunnel

/// `event void EVENT…`: these never happened. Whoever recorded them, a member of an owner of the lead's stage, a head.
struct EventVoid: ParsableCommand {
  static let configuration = CommandConfiguration("void", .eventVoidAbstract, .eventVoidDiscussion)

  @Argument(help: ArgumentHelp(.eventNamesHelp, valueName: "event"), transform: EventVoid.read)
  var events: [EventName]
  @Option(help: ArgumentHelp(.correctionReasonHelp, valueName: "text")) var reason: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let leads = try session.store.void(events, reason: reason, act)
    let rows = try session.store.leads(leads)
    try output.print(
      Answer.corrected(rows, Message.voidedEvents(["count": String(events.count), "leads": rows.titles]), act, "void"))
  }

  private static func read(_ text: String) throws -> EventName {
    guard let name = EventName(text: text) else { throw Failure.usage(Message.badEventName(["text": text])) }
    return name
  }
}
