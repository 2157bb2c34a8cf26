import ArgumentParser
import FunnelStore
import SharedFunnel

/// Who acts. Identity on the command line is asserted; the journal keeps the login beside it.
struct ActorOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.actorHelp, valueName: "member"), completion: .members)
  var actor: String?

  @OptionGroup var command: CommandOptions

  /// `--actor`, else `FUNNEL_ACTOR`, else the login.
  ///
  /// - Throws: a failure that says how to add a member, if there is none of that handle.
  func member(in session: Session) throws -> Member {
    let name = actor ?? ProcessEnvironment.variable("FUNNEL_ACTOR") ?? session.login
    if let member = session.workspace.roster.member(handle: name) { return member }
    let known = session.workspace.roster.members.filter(\.isActive).map(\.handle)
    let message: Message = known.isEmpty ? .actorOfNone : .actorUnknown
    throw Failure.refused(
      message(["login": name.lowercased(), "known": known.joined(separator: ", ")]))
  }

  /// The acting member, for commands that everybody may use: `nil` where the login is no member and nobody is named.
  func known(in session: Session) throws -> Member? {
    if actor != nil { return try member(in: session) }
    let name = ProcessEnvironment.variable("FUNNEL_ACTOR") ?? session.login
    return session.workspace.roster.member(handle: name)
  }

  /// Who is put down where no member is needed: the acting member, else the login.
  func recorder(in session: Session) throws -> Actor {
    try known(in: session).map { .member($0.id) } ?? .login
  }

  /// What the store is told of a command.
  func act(in session: Session, at: Timestamp? = nil, isDryRun: Bool = false) throws -> Act {
    Act(actor: try member(in: session), at: at, context: session.context(command.id), isDryRun: isDryRun)
  }
}

/// The id of a command, so that a script can try again what may have been recorded.
struct CommandOptions: ParsableArguments {
  @Option(
    name: .customLong("command-id"), help: ArgumentHelp(.commandIDHelp, valueName: "uuid", visibility: .hidden),
    transform: CommandOptions.read)
  var id: EventID?

  private static func read(_ text: String) throws -> EventID {
    guard let id = EventID(text: text.lowercased()) else { throw Failure.usage(Message.badCommandID()) }
    return id
  }
}
