import ArgumentParser
import FunnelStore
import SharedFunnel

/// From when a report looks, and under which name it is saved.
struct ScopeOptions: ParsableArguments {
  @Option(name: .customLong("as-of"), help: ArgumentHelp(.reportAsOfHelp, valueName: "time"))
  var asOf: String?
  @Option(name: .customLong("known-at"), help: ArgumentHelp(.reportKnownAtHelp, valueName: "time"))
  var knownAt: String?
  @OptionGroup var saving: SaveOptions

  func scope(in session: Session) throws -> ReportScope {
    ReportScope(
      now: session.now, asOf: try asOf.map(session.observationEnd), knownAt: try knownAt.map(session.observationEnd))
  }
}

extension Session {
  /// The end of an observation as people type it. A day, a month … that has begun is observed up to now.
  ///
  /// - Throws: a usage failure for what lies in the future as a whole, since it cannot have been observed.
  func observationEnd(_ text: String) throws -> Timestamp {
    let end = try DateText.asOf(text, now: now, zone: zone)
    guard end > now else { return end }
    let start = (try? DateText.period(text, now: now, zone: zone))?.start ?? end
    guard start <= now else { throw Failure.usage(Message.reportFuture(["text": text])) }
    return now
  }

  /// A period as people type it. `last 90 days` counts back from the end of observation, so that a past report prints
  /// again with the same words.
  func period(_ text: String, _ scope: ReportScope) throws -> Period {
    try DateText.period(text, now: scope.end ?? now, zone: zone)
  }
}
