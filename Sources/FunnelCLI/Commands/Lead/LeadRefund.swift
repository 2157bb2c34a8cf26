import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead refund LEAD`: money back for a purchase, by default the latest one and all that is left of it. A member of an
/// owner of the lead's stage.
struct LeadRefund: ParsableCommand {
  static let configuration = CommandConfiguration("refund", .leadRefundAbstract, .leadRefundDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Option(help: ArgumentHelp(.refundPurchaseHelp, valueName: "event-id")) var purchase: String?
  @Option(help: ArgumentHelp(.refundAmountHelp)) var amount: String?
  @Option(help: ArgumentHelp(.currencyHelp, valueName: "code")) var currency: String?
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let event = try purchase.map { text in
      guard let id = EventID(text: text.lowercased()) else { throw Failure.usage(Message.badEventID(["text": text])) }
      return id
    }
    let session = try file.writing()
    let leads = try LeadNames.leads([lead], in: session)
    // Money goes back in the currency in which it came.
    let paid = try session.store.journey(leads[0]).purchases.last { event == nil || $0.event == event }
    let money = try MoneyArgument.read(optional: amount, currency ?? paid?.amount?.currency.code, in: session)
    let act = try acting.act(in: session, at: try time.timestamp(in: session))
    let receipt = LeadReceipt(session: session, act: act, leads: leads, isBulk: false)
    let amount = money?.label ?? Message.wholeAmount()
    try output.print(receipt.perform(done: .leadRefunded, ["amount": amount]) { _ in .refund(event, money) })
  }
}
