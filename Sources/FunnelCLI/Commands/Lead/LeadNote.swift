import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead note LEAD TEXT`: a remark. Any member.
struct LeadNote: ParsableCommand {
  static let configuration = CommandConfiguration("note", .leadNoteAbstract, .leadNoteDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Argument(help: ArgumentHelp(.noteTextHelp)) var text: String
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if text.isEmpty { throw Failure.usage(Message.noteMissing()) }
  }

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, at: try time.timestamp(in: session))
    let leads = try LeadNames.leads([lead], in: session)
    let receipt = LeadReceipt(session: session, act: act, leads: leads, isBulk: false)
    try output.print(receipt.perform(personal: .note(text), done: .leadNoted) { _ in .note })
  }
}
