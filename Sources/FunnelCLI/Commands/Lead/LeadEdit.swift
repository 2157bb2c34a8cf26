import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead edit LEAD`: what a lead is called, how it is reached and what it is described by. Any member.
struct LeadEdit: ParsableCommand {
  static let configuration = CommandConfiguration("edit", .leadEditAbstract, .leadEditDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Option(help: ArgumentHelp(.nameHelp)) var name: String?
  @Option(help: ArgumentHelp(.emailHelp)) var email: String?
  @Option(help: ArgumentHelp(.phoneHelp)) var phone: String?
  @Option(help: ArgumentHelp(.companyHelp)) var company: String?
  @Option(help: ArgumentHelp(.sourceHelp)) var source: String?
  @Option(help: ArgumentHelp(.campaignHelp)) var campaign: String?
  @Option(help: ArgumentHelp(.segmentHelp)) var segment: String?
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  private var personal: [(PersonalField, String)] {
    [(.name, name), (.email, email), (.phone, phone), (.company, company)].compactMap { field, value in
      value.map { (field, $0) }
    }
  }

  func run() throws {
    guard !personal.isEmpty || source != nil || campaign != nil || segment != nil else {
      throw Refusal.nothingToChange
    }
    let session = try file.writing()
    let act = try acting.act(in: session, at: try time.timestamp(in: session))
    let leads = try LeadNames.leads([lead], in: session)
    let receipt = LeadReceipt(session: session, act: act, leads: leads, isBulk: false)
    try output.print(
      receipt.perform(personal: personal, done: .leadEdited) { words in
        .edit(
          Description(
            source: try source.map { try words.intern(.source, $0) },
            campaign: try campaign.map { try words.intern(.campaign, $0) },
            segment: try segment.map { try words.intern(.segment, $0) }))
      })
  }
}
