import ArgumentParser
import FunnelStore
import SharedFunnel

/// The second period that a report sets beside its own.
struct CompareOptions: ParsableArguments {
  @Option(name: .customLong("compare"), help: ArgumentHelp(.compareHelp, valueName: "period"))
  var text: String?

  /// What `validate` asks, before any file is opened.
  ///
  /// - Throws: a usage failure where nothing is there to compare with.
  func check(period: String?) throws(Failure) {
    if text != nil, period == nil { throw .usage(Message.compareNeedsPeriod()) }
  }

  /// The period to compare with: `previous`, the one just before of equal length; `last year`, the same part of the
  /// calendar a year earlier; or any period by its name.
  ///
  /// - Throws: a usage failure for a period that overlaps with the report's own, for then the two share leads.
  func period(beside own: Period?, _ scope: ReportScope, in session: Session) throws -> Period? {
    guard let text, let own else { return nil }
    let other = try period(text, beside: own, scope, in: session)
    guard !other.overlaps(own) else {
      throw Failure.usage(Message.compareOverlaps(["other": other.label, "period": own.label]))
    }
    return other
  }

  private func period(_ text: String, beside own: Period, _ scope: ReportScope, in session: Session) throws -> Period {
    switch text.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).joined(separator: " ") {
    case "previous": own.previous(session.zone)
    case "last year", "same period last year": own.yearBefore(session.zone)
    default: try session.period(text, scope)
    }
  }
}
