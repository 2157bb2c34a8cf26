import ArgumentParser
import FunnelStore
import SharedFunnel

/// `target fiscal-year MONTH`: in which month fiscal years start. A head of either department.
struct TargetFiscalYear: ParsableCommand {
  static let configuration = CommandConfiguration(
    "fiscal-year", .targetFiscalAbstract, .targetFiscalDiscussion)

  @Argument(help: ArgumentHelp(.targetMonthHelp), transform: TargetFiscalYear.read) var month: Int
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    try session.store.setFiscalYear(
      FiscalYear(start: month), try acting.act(in: session, isDryRun: dry.isDryRun))
    let year = session.zone.date(of: session.now).year
    let quarter = try TargetPeriod(text: "FY\(year)-Q1", fiscalStart: month)
    let said = Message.fiscalYearSet([
      "period": quarter.label, "from": quarter.first.iso, "to": quarter.last.iso,
    ])
    let grid = Grid(
      columns: [Grid.Column(key: "start", title: .columnMonth, kind: .integer)], rows: [[Cell(month)]])
    try output.print(
      Answer(
        schema: "fiscal_year", lines: [said], grid: grid,
        members: ["recorded": .bool(!dry.isDryRun), "dry_run": .bool(dry.isDryRun)],
        notes: dry.isDryRun ? [Message.nothingRecorded()] : []))
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// `4`, `apr` or `april`.
  static func read(_ text: String) throws -> Int {
    if let number = Int(text), (1...12).contains(number) { return number }
    let name = text.lowercased()
    guard name.utf8.count >= 3, let index = months.firstIndex(where: { $0.hasPrefix(name) }) else {
      throw Failure.usage(Message.badMonth(["text": text]))
    }
    return index + 1
  }
}
