import FunnelStore
import SharedFunnel

/// What became of rates that were brought.
struct RateReceipt {
  /// `nil`: the command was recorded before.
  let receipt: RatesReceipt?
  let isDryRun: Bool
  /// What the command did, as it says it.
  let first: String

  var answer: Answer {
    let columns = [
      Grid.Column(key: "read", title: .columnRead, kind: .integer),
      Grid.Column(key: "new", title: .columnNew, kind: .integer),
      Grid.Column(key: "changed", title: .columnChanged, kind: .integer),
      Grid.Column(key: "already_known", title: .columnKnown, kind: .integer),
      Grid.Column(key: "priced", title: .columnPriced, kind: .integer),
      Grid.Column(key: "outdated", title: .columnOutdated, kind: .integer),
    ]
    let row = receipt.map {
      [[Cell($0.read), Cell($0.new), Cell($0.changed), Cell($0.known), Cell($0.priced), Cell($0.outdated)]]
    }
    return Answer(
      schema: "rates_set", lines: lines, grid: Grid(columns: columns, rows: row ?? []),
      members: ["recorded": .bool(receipt != nil && !isDryRun), "dry_run": .bool(isDryRun)],
      notes: isDryRun ? [Message.nothingRecorded()] : [])
  }

  private var lines: [String] {
    guard let receipt else { return [Message.recordedBefore()] }
    func number(_ count: Int) -> String { NumberText.integer(Int64(count)) }
    var lines = [first]
    lines.append(
      Message.ratesRead([
        "count": number(receipt.read), "new": number(receipt.new), "changed": number(receipt.changed),
        "known": number(receipt.known),
      ]))
    if receipt.priced > 0 { lines.append(Message.purchasesPriced(["count": number(receipt.priced)])) }
    if receipt.outdated > 0 { lines.append(Message.pricesOutdated(["count": number(receipt.outdated)])) }
    return lines
  }
}
