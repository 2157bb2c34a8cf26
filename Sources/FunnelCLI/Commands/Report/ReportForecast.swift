import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report forecast`: what a period is expected to bring, from what leads did before; how that would have done at past
/// months; or what is behind one of its counts.
struct ReportForecast: ParsableCommand {
  static let configuration = CommandConfiguration("forecast", .forecastAbstract, .forecastDiscussion)

  @OptionGroup var outlook: OutlookOptions
  @Option(help: ArgumentHelp(.forecastByHelp)) var by: ForecastGrouping?
  @Flag(help: ArgumentHelp(.forecastBacktestHelp)) var backtest = false
  @Option(help: ArgumentHelp(.forecastMonthsHelp)) var months: Int?
  @Option(help: ArgumentHelp(.forecastLeadsHelp, valueName: "number")) var leads: ForecastNumber?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  /// Ten years.
  private static let mostMonths = 120

  func validate() throws {
    if let months, !backtest || !(1...ReportForecast.mostMonths).contains(months) {
      throw Failure.usage(Message.forecastMonthsBad(["most": String(ReportForecast.mostMonths)]))
    }
    if backtest, outlook.period != nil || by != nil || leads != nil {
      throw Failure.usage(Message.forecastBacktestAlone())
    }
    if leads != nil, by != nil {
      throw Failure.usage(Message.reportLeadsAlone(["options": "--by", "example": "open"]))
    }
  }

  func run() throws {
    let session = try file.reading()
    var request = try outlook.request(in: session)
    let text = RateText(glyphs: Terminal.standardOutput().glyphs)
    if backtest {
      let answer = try session.store.backtest(request, months: months ?? 12)
      try output.print(BacktestRendering(answer: answer, request: request, text: text).page)
      return
    }
    if let leads {
      let found = try session.store.list(behind: leads, of: request)
      try output.print(
        ForecastListRendering(number: leads, list: found, request: request, zone: session.zone.identifier))
      return
    }
    request.isBySegment = by == .segment
    try output.print(
      ForecastRendering(answer: try session.store.forecast(request), request: request, text: text).page)
  }
}

/// What a forecast can be told apart by.
enum ForecastGrouping: String, CaseIterable, ExpressibleByArgument { case segment }
