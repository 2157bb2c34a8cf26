import ArgumentParser
import SharedFunnel

/// When something happened, as people type it.
struct TimeOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.atHelp, valueName: "time"))
  var at: String?

  /// `nil`: now.
  func timestamp(in session: Session) throws -> Timestamp? { try at.map(session.instant) }
}
