import ArgumentParser
import FunnelStore
import SharedFunnel

/// `rate set BASE QUOTE RATE`: one rate of one day. Any member.
struct RateSet: ParsableCommand {
  static let configuration = CommandConfiguration("set", .rateSetAbstract, .rateSetDiscussion)

  @Argument(help: ArgumentHelp(.rateBaseHelp), transform: CurrencyArgument.read) var base: Currency
  @Argument(help: ArgumentHelp(.rateQuoteHelp), transform: CurrencyArgument.read) var quote: Currency
  @Argument(help: ArgumentHelp(.rateHelp), transform: CurrencyArgument.readRate) var rate: RateNumber
  @Option(help: ArgumentHelp(.rateOnHelp, valueName: "date")) var on: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    guard base != quote else { throw Failure.usage(Message.rateOfItself(["code": base.code])) }
  }

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let day = try on.map { session.zone.date(of: try session.instant($0)) } ?? session.zone.date(of: session.now)
    let sheet = RateSheet(base: base, day: day, rates: [quote: rate])
    let receipt = try session.store.setRates([sheet], act)
    let done = Message.rateSet(["base": base.code, "quote": quote.code, "rate": rate.text, "day": day.iso])
    try output.print(RateReceipt(receipt: receipt, isDryRun: dry.isDryRun, first: done).answer)
  }
}
