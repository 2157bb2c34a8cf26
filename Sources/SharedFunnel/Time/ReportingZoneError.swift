/// Why a reporting zone was refused.
public enum ReportingZoneError: Error, Equatable {
  case unknown(String)

  public var message: String {
    switch self {
    case .unknown(let identifier): Message.unknownZone(["zone": identifier.quotedForMessage])
    }
  }
}
