import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead purchase LEAD`: a sale. The first one enters stage 6. A member of an owner of the lead's stage.
struct LeadPurchase: ParsableCommand {
  static let configuration = CommandConfiguration("purchase", .leadPurchaseAbstract, .leadPurchaseDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String?
  @Option(help: ArgumentHelp(.currencyHelp, valueName: "code")) var currency: String?
  @Option(help: ArgumentHelp(.productHelp, valueName: "name")) var product: String?
  @Option(name: .customLong("accepted-by"), help: ArgumentHelp(.acceptedByHelp, valueName: "member"))
  var acceptedBy: String?
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let money = try MoneyArgument.read(optional: amount, currency, in: session)
    let act = try acting.act(in: session, at: try time.timestamp(in: session))
    let leads = try LeadNames.leads([lead], in: session)
    let receipt = LeadReceipt(session: session, act: act, leads: leads, isBulk: false)
    let amount = money?.label ?? Message.withoutAmount()
    try output.print(
      receipt.perform(done: .leadPurchased, ["amount": amount]) { words in
        .purchase(
          money, product: try product.map { try words.intern(.product, $0) } ?? .none,
          acceptedBy: try acceptedBy.map(words.member))
      })
  }
}
