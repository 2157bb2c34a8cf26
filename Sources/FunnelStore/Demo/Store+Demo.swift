import SQLite
public import SharedFunnel

extension Store {
  /// Fills a workspace in which nothing happened yet with a made-up funnel, in one transaction: members,
  /// owners, and every step of every lead as if it had been recorded on its day.
  ///
  /// - Parameter onProgress: told how many events are written.
  /// - Returns: how many events were written.
  /// - Throws: ``StoreError/fileExists(path:)`` if anything was recorded in the file before.
  @discardableResult
  public func fill(with demo: DemoFunnel, onProgress: (Int) throws -> Void = { _ in }) throws -> Int {
    try write {
      try requireUnused()
      for kind in TermKind.allCases {
        for word in DemoWords.all(kind) { _ = try terms.intern(kind, word) }
      }
      let writer = try BulkWriter(self)
      try setUp(demo, writer)
      var written = 0
      for step in demo.steps() {
        try append(step, writer)
        written += step.facts.count
        if written % 1024 < step.facts.count { try onProgress(written) }
      }
      _ = try writer.finish { _ in }
      return written
    }
  }

  /// Whether the file is as 'funnel init' leaves it. Words count too, for a demo brings its own numbers of them.
  ///
  /// - Throws: ``StoreError/fileExists(path:)`` if it is not.
  public func requireUnused() throws {
    let events = try journal.workspaceEvents()
    let words = try TermKind.allCases.map { try terms.all($0).count - 1 }.reduce(0, +)
    guard words == 0, events.map(\.kind) == [.initialized], try journal.lastSeq() == events[0].seq else {
      throw StoreError.fileExists(path: path)
    }
  }

  private func setUp(_ demo: DemoFunnel, _ writer: BulkWriter) throws {
    func command(_ place: Int) throws -> (id: EventID, number: Int64) {
      let id = demo.setUpCommand(place)
      let number = try journal.append(
        CommandRow(
          number: 0, id: id, recorded: demo.start.milliseconds, member: nil, feed: nil, login: Store.demoLogin))
      return (id, number)
    }
    func append(_ fact: WorkspaceFact, _ id: EventID, _ command: Int64) throws -> Int64 {
      var row = try EventRow(fact)
      row.id = id
      row.occurred = demo.start.milliseconds
      workspace.apply(fact)
      return try writer.append(workspace: row, command: command)
    }
    let members = try command(1)
    for (place, person) in demo.team.people.enumerated() {
      let seq = try append(.memberAdded(person.addition), members.id.event(place), members.number)
      try personal.set(.name, person.name, of: seq)
    }
    let stages = try command(2)
    for (place, assignment) in demo.assignments.enumerated() {
      _ = try append(.stageAssigned(StageOwners(assignment)), stages.id.event(place), stages.number)
    }
  }

  private func append(_ step: DemoStep, _ writer: BulkWriter) throws {
    let command = try journal.append(
      CommandRow(
        number: 0, id: step.command, recorded: step.recorded.milliseconds, member: step.actor.rawValue, feed: nil,
        login: workspace.roster[step.actor]?.handle ?? Store.demoLogin))
    if step.person != nil { writer.createLead(step.lead.rawValue) }
    for (place, event) in step.events.enumerated() {
      try writer.append(event, command: command, personal: place == 0 ? step.personal : [])
    }
  }

  /// Makes the file of a demo, as of the day on which its story starts, so that no clock leaves a trace.
  public static func create(path: String, for demo: DemoFunnel, zone: String, currency: String) throws -> Store {
    try create(
      path: path, start: Initialization(zone: zone, currency: currency),
      CommandContext(id: demo.setUpCommand(0), now: demo.start, login: demoLogin))
  }

  private static let demoLogin = "demo"
}

extension DemoStep {
  fileprivate var personal: [(field: PersonalField, value: String)] {
    let fields: [(PersonalField, String?)] = [
      (.name, person?.name), (.email, person?.email), (.company, person?.company), (.note, note),
    ]
    return fields.compactMap { field, value in value.map { (field, $0) } }
  }
}
