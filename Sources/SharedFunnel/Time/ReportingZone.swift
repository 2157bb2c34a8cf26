internal import Foundation

/// The time zone in which days, weeks, months and quarters are cut.
///
/// Its offsets from 1970 to 2105 are a table made once, so that a conversion costs nanoseconds and needs no Foundation.
/// Outside those years the first or the last offset holds.
public struct ReportingZone: Sendable, Equatable {
  /// A name of the IANA list, as it was given.
  public let identifier: String
  let offsets: ZoneOffsets

  public static let utc = ReportingZone(identifier: "UTC", offsets: ZoneOffsets(fixed: 0))

  private init(identifier: String, offsets: ZoneOffsets) {
    self.identifier = identifier
    self.offsets = offsets
  }

  public init(identifier: String) throws(ReportingZoneError) {
    if identifier == "UTC" {
      self = .utc
      return
    }
    guard let zone = TimeZone(identifier: identifier) else { throw .unknown(identifier) }
    self.init(identifier: identifier, offsets: ZoneOffsets(zone))
  }

  /// The first instant of the day. Where the clock skips midnight that is the first one after it; where it shows
  /// midnight twice it is the earlier.
  public func timestamp(of date: CivilDate) -> Timestamp {
    let local = Int64(date.daysSinceEpoch) * 86_400
    return Timestamp(seconds: offsets.resolve(local: local, gap: .firstInstantAfter))
  }

  /// The instant at which the clock on the wall shows this. A reading that the clock skips is moved forward by what is
  /// skipped (02:30 becomes 03:30); of a reading that it shows twice, the earlier is meant.
  public func timestamp(of civil: CivilDateTime) -> Timestamp {
    let local = civil.localMilliseconds
    let localSeconds = local.floorDivided(by: 1000)
    let seconds = offsets.resolve(local: localSeconds, gap: .movedForward)
    return Timestamp(milliseconds: seconds * 1000 + (local - localSeconds * 1000))
  }

  /// What the clock on the wall shows at the instant.
  public func civil(_ timestamp: Timestamp) -> CivilDateTime {
    let offset = Int64(offsets.offset(at: timestamp.seconds)) * 1000
    let (local, overflow) = timestamp.milliseconds.addingReportingOverflow(offset)
    return CivilDateTime(localMilliseconds: overflow ? timestamp.milliseconds : local)
  }

  /// The day in which the instant lies.
  public func date(of timestamp: Timestamp) -> CivilDate {
    civil(timestamp).date
  }
}
