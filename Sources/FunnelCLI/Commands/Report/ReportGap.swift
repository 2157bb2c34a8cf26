import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report gap`: why revenue differs from a baseline and the target, factor by factor, and whose numbers those are.
struct ReportGap: ParsableCommand {
  static let configuration = CommandConfiguration("gap", .gapAbstract, .gapDiscussion)

  @OptionGroup var outlook: OutlookOptions
  @Option(help: ArgumentHelp(.gapBaselineHelp, valueName: "period|plan")) var baseline: String?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    var request = GapRequest(try outlook.request(in: session))
    switch baseline?.lowercased() {
    case nil, "previous": request.baseline = .previous
    case "plan": request.baseline = .plan
    case .some:
      request.baseline = .period(try session.targetPeriod(baseline ?? "", request.outlook.scope))
    }
    do {
      let answer = try session.store.gap(request)
      try output.print(
        GapRendering(
          answer: answer, request: request.outlook, text: RateText(glyphs: Terminal.standardOutput().glyphs)
        ).page)
    } catch let refusal as GapRefusal {
      throw Failure.refused(refusal.sentence)
    }
  }
}

extension GapRefusal {
  fileprivate var sentence: String {
    switch self {
    case .notBegun(let period): Message.gapNotBegun(["period": period.label])
    case .overlaps(let one, let other):
      Message.compareOverlaps(["other": one.label, "period": other.label])
    case .noPlan(let period): Message.gapNoPlan(["period": period.label])
    case .notWorked(let error): error.message
    }
  }
}
