import FunnelStore
import SharedFunnel

/// One run of one command on one file: the store, and the one clock reading.
struct Session {
  let store: Store
  /// The one reading of the clock: all that the command records is recorded then.
  let now: Timestamp
  let login: String
  /// The zone in which people type times.
  let zone: ReportingZone

  init(store: Store, now: Timestamp) throws {
    self.store = store
    self.now = now
    login = ProcessEnvironment.login
    zone = try ReportingZone(identifier: store.workspace.zone)
    DisplayZone.set(zone)
    store.shouldStop = { Interruption.isRequested }
  }

  /// Opens the file.
  static func open(path: String, _ access: Store.Access, now: Timestamp) throws -> Session {
    try Session(store: try Store.open(path: path, access, now: now), now: now)
  }

  var workspace: Workspace { store.workspace }

  /// - Parameter id: the id of a command that is tried again; `nil`: a new one.
  func context(_ id: EventID? = nil) -> CommandContext {
    var random = SystemRandomNumberGenerator()
    return CommandContext(id: id ?? .command(at: now, using: &random), now: now, login: login)
  }

  func instant(_ text: String) throws -> Timestamp { try DateText.instant(text, now: now, zone: zone) }
}
