import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead value LEAD AMOUNT`: what a lead is expected to bring, and when. A member of an owner of its stage.
struct LeadValue: ParsableCommand {
  static let configuration = CommandConfiguration("value", .leadValueAbstract, .leadValueDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @Argument(help: ArgumentHelp(.amountHelp)) var amount: String
  @Option(help: ArgumentHelp(.currencyHelp, valueName: "code")) var currency: String?
  @Option(help: ArgumentHelp(.closeHelp, valueName: "date")) var close: String?
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let money = try MoneyArgument.read(amount, currency, in: session)
    let valuation = Valuation(amount: money, close: try close.map(session.instant))
    let act = try acting.act(in: session, at: try time.timestamp(in: session))
    let leads = try LeadNames.leads([lead], in: session)
    let receipt = LeadReceipt(session: session, act: act, leads: leads, isBulk: false)
    try output.print(receipt.perform(done: .leadValued, ["amount": money.label]) { _ in .value(valuation) })
  }
}
