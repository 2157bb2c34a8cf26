import ArgumentParser
import FunnelStore
import SharedFunnel

/// `rate list`: the rates that are known, the latest day first.
struct RateList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .rateListAbstract, .rateListDiscussion)

  @Argument(help: ArgumentHelp(.rateCurrenciesHelp, valueName: "currency"), transform: CurrencyArgument.read)
  var currencies: [Currency] = []
  @Option(help: ArgumentHelp(.rateFromHelp, valueName: "date"), transform: CurrencyArgument.readDay)
  var from: CivilDate?
  @Option(help: ArgumentHelp(.rateToHelp, valueName: "date"), transform: CurrencyArgument.readDay) var to: CivilDate?
  @Option(help: ArgumentHelp(.rateLimitHelp, valueName: "n")) var limit = 30
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    guard limit >= 0 else { throw Failure.usage(Message.limitBelowZero()) }
  }

  func run() throws {
    let session = try file.reading()
    var filter = RateFilter()
    filter.currencies = currencies
    filter.from = from
    filter.to = to
    filter.limit = limit == 0 ? nil : limit
    let rows = try session.store.rates(filter)
    let grid = Grid(
      columns: [
        Grid.Column(key: "day", title: .columnDate, priority: 9),
        Grid.Column(key: "base", title: .columnBase, priority: 8),
        Grid.Column(key: "quote", title: .columnQuote, priority: 8),
        Grid.Column(key: "rate", title: .columnRate, kind: .identifier, priority: 9),
      ],
      rows: rows.map { [.text($0.day.iso), .text($0.base.code), .text($0.quote.code), .text($0.rate.text)] },
      notes: rows.isEmpty ? [] : [Message.rateMeaning()], empty: .rateNone)
    try output.print(grid, schema: "rates")
  }
}
