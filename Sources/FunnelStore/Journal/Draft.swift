import SQLite
import SharedFunnel

/// A command while it is being recorded: appends events and keeps track of what they change.
final class Draft {
  let store: Store
  let context: CommandContext
  let actor: Actor
  private let command: Int64
  private var nextSeq: Int64
  private var place = 0

  init(_ store: Store, _ context: CommandContext, _ actor: Actor) throws {
    self.store = store
    self.context = context
    self.actor = actor
    command = try store.journal.append(
      CommandRow(
        number: 0, id: context.id, recorded: context.now.milliseconds, member: actor.member?.rawValue,
        feed: actor.feed?.rawValue, login: context.login))
    nextSeq = try store.journal.lastSeq() + 1
  }

  /// The id of the next event.
  func nextID() -> EventID {
    defer { place += 1 }
    return context.id.event(place)
  }

  /// Appends an event of the workspace.
  @discardableResult
  func append(_ fact: WorkspaceFact, id: EventID? = nil) throws -> Int64 {
    var row = try EventRow(fact)
    row.id = id ?? nextID()
    row.occurred = context.now.milliseconds
    row.command = command
    row.seq = nextSeq
    nextSeq += 1
    try store.journal.append(row)
    store.workspace.apply(fact)
    return row.seq
  }

  /// Appends an event of a lead behind the head of its chain, and returns the new head.
  ///
  /// - Parameter data: JSON of what the columns have no place for.
  func append(_ event: LeadEvent, after prev: Int64?, data: String? = nil) throws -> Int64 {
    var row = EventRow(event)
    row.data = data
    row.command = command
    row.prev = prev
    row.seq = nextSeq
    nextSeq += 1
    try store.journal.append(row)
    return row.seq
  }
}

extension Store {
  /// Records a command in one transaction; a command whose id is known is recorded no second time.
  ///
  /// - Returns: what the body returns, or `nil` if the command was recorded before.
  @discardableResult
  func record<T>(_ context: CommandContext, as actor: Actor, _ body: (Draft) throws -> T) throws -> T? {
    try write {
      guard try journal.command(id: context.id) == nil else { return nil }
      try settle(context)
      return try body(try Draft(self, context, actor))
    }
  }
}
