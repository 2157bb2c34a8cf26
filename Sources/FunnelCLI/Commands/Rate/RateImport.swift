import ArgumentParser
import FunnelStore
import SharedFunnel

/// `rate import FILE`: rates of many days, in the layout of the European Central Bank's history. Any member.
struct RateImport: ParsableCommand {
  static let configuration = CommandConfiguration("import", .rateImportAbstract, .rateImportDiscussion)

  @Argument(help: ArgumentHelp(.rateFileHelp), completion: .file()) var path: String
  @Option(help: ArgumentHelp(.rateFileBaseHelp, valueName: "code"), transform: CurrencyArgument.read)
  var base: Currency?
  @Option(
    name: .customLong("currency"), help: ArgumentHelp(.rateOnlyHelp, valueName: "code"),
    transform: CurrencyArgument.read)
  var currencies: [Currency] = []
  @Option(help: ArgumentHelp(.rateFromHelp, valueName: "date"), transform: CurrencyArgument.readDay)
  var from: CivilDate?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let sheets = try RateFile.read(
      path: path, base: try base ?? CurrencyArgument.read("EUR"), currencies: Set(currencies), from: from)
    let receipt = try session.store.setRates(sheets, act)
    let days = Message.rateDays(["count": NumberText.integer(Int64(sheets.count))])
    try output.print(RateReceipt(receipt: receipt, isDryRun: dry.isDryRun, first: days).answer)
  }
}
