/// What one command did to the workspace of a demo itself.
public struct DemoAct: Sendable {
  /// The command's id; its events follow from it.
  public let command: EventID
  public let recorded: Timestamp
  /// `nil`: whoever set the file up.
  public let actor: MemberID?
  public let facts: [WorkspaceFact]
}
