import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead add NAME`: a new lead, by default in stage 1. Any member before the first line; behind it, an owner of the
/// stage.
struct LeadAdd: ParsableCommand {
  static let configuration = CommandConfiguration("add", .leadAddAbstract, .leadAddDiscussion)

  @Argument(help: ArgumentHelp(.leadAddNameHelp)) var name: String
  @Option(help: ArgumentHelp(.leadAddStageHelp, valueName: "stage"), completion: .stages, transform: StageArgument.read)
  var stage: Stage = .customerAwareness
  @Option(help: ArgumentHelp(.sourceHelp)) var source: String?
  @Option(help: ArgumentHelp(.campaignHelp)) var campaign: String?
  @Option(help: ArgumentHelp(.segmentHelp)) var segment: String?
  @Option(help: ArgumentHelp(.ownerHelp, valueName: "member")) var owner: String?
  @Option(help: ArgumentHelp(.emailHelp)) var email: String?
  @Option(help: ArgumentHelp(.phoneHelp)) var phone: String?
  @Option(help: ArgumentHelp(.companyHelp)) var company: String?
  @Option(name: .customLong("key"), help: ArgumentHelp(.keyHelp, valueName: "system:id")) var keys: [String] = []
  @Option(name: .customLong("tag"), help: ArgumentHelp(.tagHelp)) var tags: [String] = []
  @Option(help: ArgumentHelp(.expectedHelp, valueName: "amount")) var value: String?
  @Option(help: ArgumentHelp(.currencyHelp, valueName: "code")) var currency: String?
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, at: try time.timestamp(in: session))
    if let known = try session.store.leads(recordedBy: act.context.id) {
      let receipt = LeadReceipt(session: session, act: act, leads: known, isBulk: false)
      return try output.print(receipt.answer(try session.store.leads(known), Message.recordedBefore(), false))
    }
    let money = try MoneyArgument.read(optional: value, currency, in: session)
    let lead = try session.store.add(
      NewLead(
        contact: Contact(name: name, email: email, phone: phone, company: company), keys: keys, stage: stage,
        source: source ?? "", campaign: campaign ?? "", segment: segment ?? "",
        owner: try owner.map(session.store.member), tags: tags.filter { !$0.isEmpty },
        value: money.map { Valuation(amount: $0, close: nil) }),
      act)
    let receipt = LeadReceipt(session: session, act: act, leads: [lead].compactMap(\.self), isBulk: false)
    let rows = try session.store.leads(receipt.leads)
    try output.print(receipt.answer(rows, Message.leadAdded(["lead": rows.first?.title ?? ""]), true))
  }
}
