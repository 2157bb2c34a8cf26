import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead touch LEAD… --channel email`: a contact with the customer. Any member.
struct LeadTouch: ParsableCommand {
  static let configuration = CommandConfiguration("touch", .leadTouchAbstract, .leadTouchDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @Option(help: ArgumentHelp(.channelHelp)) var channel: String
  @Option(help: ArgumentHelp(.noteHelp, valueName: "text")) var note: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if channel.isEmpty { throw Failure.usage(Message.channelMissing()) }
  }

  func run() throws {
    let session = try file.writing()
    let receipt = try BulkLeads(names: leads, time: time, acting: acting, dry: dry).receipt(in: session)
    try output.print(
      receipt.perform(personal: .note(note), done: .leadsTouched, ["channel": channel]) { words in
        .touch(try words.intern(.channel, channel))
      })
  }
}

extension [(PersonalField, String)] {
  /// A remark, if there is one.
  static func note(_ text: String?) -> Self { said([(.note, text)]) }

  /// What was said, without what was not.
  static func said(_ fields: [(PersonalField, String?)]) -> Self {
    fields.compactMap { field, text in text.map { (field, $0) } }
  }
}
