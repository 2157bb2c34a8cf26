public import SharedFunnel

/// One run of the program that records something.
public struct CommandContext: Sendable {
  /// UUID version 7. A command whose id is known already is recorded no second time.
  public let id: EventID
  /// The one clock reading of the command.
  public let now: Timestamp
  /// Under which login the program runs.
  public let login: String

  public init(id: EventID, now: Timestamp, login: String) {
    self.id = id
    self.now = now
    self.login = login
  }
}

/// A row of the table `command`.
struct CommandRow {
  var number: Int64
  var id: EventID
  var recorded: Int64
  var member: UInt32?
  var feed: UInt32?
  var login: String

  var actor: Actor {
    if let member { return .member(MemberID(rawValue: member)) }
    if let feed { return .feed(TermID(rawValue: feed)) }
    return .login
  }
}
