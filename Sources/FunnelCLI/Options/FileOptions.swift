import ArgumentParser
import FunnelStore
import SharedFunnel

/// Which file, and what time it is.
struct FileOptions: ParsableArguments {
  @Option(name: .customLong("db"), help: ArgumentHelp(.dbHelp, valueName: "file"), completion: .file())
  var database: String?

  @Option(
    name: .customLong("now"), help: ArgumentHelp(.nowHelp, valueName: "time", visibility: .hidden),
    transform: FileOptions.readClock)
  var clock: Timestamp?

  static let defaultPath = "funnel.db"

  func validate() throws {
    if database == "" { throw Failure.usage(Message.dbEmpty()) }
  }

  /// `--db`, else `FUNNEL_DB`, else `funnel.db` here.
  var path: String { database ?? ProcessEnvironment.variable("FUNNEL_DB") ?? FileOptions.defaultPath }

  /// The present, or the one that a test sets with `--now` or `FUNNEL_NOW`.
  func now() throws -> Timestamp {
    if let clock { return clock }
    guard let text = ProcessEnvironment.variable("FUNNEL_NOW") else { return ProcessEnvironment.systemTime() }
    return try FileOptions.readClock(text)
  }

  /// The present in ISO 8601 with its offset.
  private static func readClock(_ text: String) throws -> Timestamp {
    guard let time = Timestamp(iso8601: text), time.isSupported else {
      throw Failure.usage(Message.badClock(["text": text]))
    }
    return time
  }

  func reading() throws -> Session { try Session.open(path: path, .readOnly, now: try now()) }

  func writing() throws -> Session { try Session.open(path: path, .readWrite, now: try now()) }
}
