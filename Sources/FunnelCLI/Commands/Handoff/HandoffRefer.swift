import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff refer LEAD --name NAME`: a customer's referral, a new lead that is offered to the owners of stage 1. A
/// member of an owner of the advocate's stage.
struct HandoffRefer: ParsableCommand {
  static let configuration = CommandConfiguration("refer", .referAbstract, .referDiscussion)

  @Argument(help: ArgumentHelp(.referLeadHelp)) var lead: String
  @Option(help: ArgumentHelp(.nameHelp)) var name: String
  @Option(help: ArgumentHelp(.emailHelp)) var email: String?
  @Option(help: ArgumentHelp(.phoneHelp)) var phone: String?
  @Option(help: ArgumentHelp(.companyHelp)) var company: String?
  @Option(help: ArgumentHelp(.sourceHelp)) var source = "referral"
  @Option(help: ArgumentHelp(.campaignHelp)) var campaign: String?
  @Option(help: ArgumentHelp(.segmentHelp)) var segment: String?
  @Option(name: .customLong("tag"), help: ArgumentHelp(.tagHelp)) var tags: [String] = []
  @Option(help: ArgumentHelp(.offerMemberHelp, valueName: "member")) var member: String?
  @Option(help: ArgumentHelp(.dueHelp, valueName: "time")) var due: String?
  @Option(help: ArgumentHelp(.offerNoteHelp, valueName: "text")) var note: String?
  @Option(help: ArgumentHelp(.evidenceHelp, valueName: "text")) var evidence: String?
  @Option(help: ArgumentHelp(.overrideHelp, valueName: "reason")) var override: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, at: try time.timestamp(in: session), isDryRun: dry.isDryRun)
    if let known = try session.store.leads(recordedBy: act.context.id) {
      let receipt = LeadReceipt(session: session, act: act, leads: known, isBulk: false)
      return try output.print(receipt.answer(try session.store.leads(known), Message.recordedBefore(), false))
    }
    var request = OfferRequest(
      to: .customerAwareness, member: try member.map(session.store.member),
      due: try due.map { try DueTime.read($0, offered: act.at ?? session.now, in: session) })
    request.isOverridden = override != nil
    let referrer = try session.store.lead(named: lead)
    let new = try session.store.refer(
      by: referrer,
      NewLead(
        contact: Contact(name: name, email: email, phone: phone, company: company), source: source,
        campaign: campaign ?? "", segment: segment ?? "", tags: tags.filter { !$0.isEmpty }),
      request, said: .said([(.note, note), (.evidence, evidence), (.override, override)]), act)
    let leads = act.isDryRun ? [] : [new].compactMap(\.self)
    let receipt = LeadReceipt(session: session, act: act, leads: leads, isBulk: false)
    let rows = try session.store.leads(leads)
    let title = rows.first?.title ?? name
    try output.print(
      receipt.answer(rows, Message.leadReferred(["lead": title, "referrer": referrer.text]), !act.isDryRun))
  }
}
