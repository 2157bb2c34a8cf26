import SharedFunnel
import Synchronization

/// The zone in which people read times: that of the workspace that the command opened.
///
/// The one thing that rendering knows of the run as a whole, set once when a file is opened; programs always read
/// UTC.
enum DisplayZone {
  private static let zone = Mutex(ReportingZone.utc)

  static var current: ReportingZone { zone.withLock { $0 } }

  static func set(_ new: ReportingZone) { zone.withLock { $0 = new } }
}
