import ArgumentParser
import FunnelStore
import SharedFunnel

/// `check`: proves the invariants on the file, and writes nothing. Exit status 5 if one does not hold.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration("check", .checkAbstract, .checkDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let report = try Progress.show(.checking, counted: .progressLeads) { progress in
      do {
        let session = try file.reading()
        return try session.store.check(now: session.now) { try progress(nil, Int64($0)) }
      } catch let error as StoreError {
        // A file that is too damaged to be opened did not pass either.
        guard let report = CheckReport(of: error) else { throw error }
        return report
      }
    }
    let grid = Grid(
      columns: [
        Grid.Column(key: "what", title: .columnInvariant), Grid.Column(key: "detail", title: .columnDetails),
      ],
      rows: report.findings.map { [.text($0.what), .text($0.detail)] })
    let values: KeyValuePairs = [
      "leads": NumberText.integer(Int64(report.leads)), "events": NumberText.integer(Int64(report.events)),
      "count": NumberText.integer(Int64(report.findings.count)),
    ]
    let isSound = report.findings.isEmpty
    try output.print(
      Answer(
        schema: "check", lines: isSound ? [Message.checkSound(values)] : [], grid: grid,
        members: [
          "ok": .bool(isSound), "leads": .int(Int64(report.leads)), "events": .int(Int64(report.events)),
          "commissions_waiting": .int(Int64(report.commissionsWaiting)),
        ], sections: isSound ? [] : [grid], notes: waiting(report)))
    guard isSound else { throw Failure(status: .checkFailed, sentence: Message.checkFound(values)) }
  }

  /// What the ledger has yet to follow is no damage.
  private func waiting(_ report: CheckReport) -> [String] {
    guard report.commissionsWaiting > 0 else { return [] }
    return [Message.checkWaiting(["count": String(report.commissionsWaiting)])]
  }
}
