import ArgumentParser
import FunnelStore
import SharedFunnel

/// `rate reprice`: prices anew what corrected rates contradict. A head of either department.
struct RateReprice: ParsableCommand {
  static let configuration = CommandConfiguration("reprice", .rateRepriceAbstract, .rateRepriceDiscussion)

  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    guard let changed = try session.store.reprice(act) else {
      return try output.print(
        Answer(
          schema: "reprice", lines: [Message.recordedBefore()], grid: grid([]), members: ["recorded": .bool(false)]))
    }
    let said = Message.repriced(["count": NumberText.integer(Int64(changed.count))])
    try output.print(
      Answer(
        schema: "reprice", lines: [changed.isEmpty ? Message.repricedNone() : said], grid: grid(changed),
        members: ["recorded": .bool(!dry.isDryRun), "dry_run": .bool(dry.isDryRun)],
        sections: changed.isEmpty ? [] : [grid(changed)], notes: dry.isDryRun ? [Message.nothingRecorded()] : []))
  }

  private func grid(_ changed: [OutdatedPrice]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "paid", title: .columnAmount, kind: .money, priority: 6),
        Grid.Column(key: "was", title: .columnPricedBefore, kind: .money, priority: 8),
        Grid.Column(key: "now", title: .columnPriced, kind: .money, priority: 8),
      ],
      rows: changed.map {
        [.integer(Int64($0.lead.rawValue)), Cell($0.paid), Cell($0.old.amount), Cell($0.new?.amount)]
      })
  }
}
