import SQLite
public import SharedFunnel

extension Store {
  /// Fills a workspace in which nothing happened yet with a made-up funnel, in one transaction: members,
  /// owners, and every step of every lead as if it had been recorded on its day.
  ///
  /// - Parameter onProgress: told how many events are written.
  /// - Returns: how many events of leads were written.
  /// - Throws: ``StoreError/fileExists(path:)`` if anything was recorded in the file before.
  @discardableResult
  public func fill(with demo: DemoFunnel, onProgress: (Int) throws -> Void = { _ in }) throws -> Int {
    let written = try write {
      try requireUnused()
      for kind in TermKind.allCases {
        for word in DemoWords.all(kind) { _ = try terms.intern(kind, word) }
      }
      let writer = try BulkWriter(self)
      var acts = demo.acts(in: workspace.currency)[...]
      var written = 0
      for step in demo.steps() {
        while let act = acts.first, act.recorded <= step.recorded {
          try append(acts.removeFirst(), of: demo.team, writer)
        }
        written += try append(step, writer)
        if written % 1024 < step.facts.count { try onProgress(written) }
      }
      for act in acts { try append(act, of: demo.team, writer) }
      _ = try writer.finish { _ in }
      return written
    }
    return try written + settleRevenue(of: demo)
  }

  /// What the heads of a demo do at its end: the commissions of two years are accrued, those of all but the last two
  /// quarters paid, and both close the quarter before the last one that is over.
  ///
  /// - Returns: how many events of leads that took, such as the answers that silence gave by then.
  private func settleRevenue(of demo: DemoFunnel) throws -> Int {
    guard workspace.currency == DemoFunnel.currency, !demo.quarters.isEmpty else { return 0 }
    let before = try read { try journal.lastSeq() }
    let zone = try ReportingZone(identifier: workspace.zone)
    let over = demo.quarters.filter { $0.end(in: zone) <= demo.until }
    var place = demo.acts(in: workspace.currency).count + 1
    func act(_ side: Department) throws -> Act {
      place += 1
      let context = CommandContext(id: demo.setUpCommand(place), now: demo.until, login: demo.head(of: side))
      return Act(actor: try member(demo.head(of: side)), at: nil, context: context, isDryRun: false)
    }
    _ = try accrueCommission(try act(.sales))
    for quarter in over.dropLast(2) {
      do { _ = try payCommission(for: quarter, try act(.sales)) } catch StoreError.refused(.commission(.nothingToPay)) {
        // Of few leads nobody may have bought in a quarter.
      }
    }
    if let quarter = over.dropLast().last {
      for side in [Department.marketing, .sales] { _ = try closePeriod(quarter, try act(side)) }
    }
    return try read {
      try connection.first("SELECT count(*) FROM event WHERE seq > ? AND lead IS NOT NULL", .integer(before)) {
        try $0.int(0)
      } ?? 0
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

  private func append(_ act: DemoAct, of team: DemoTeam, _ writer: BulkWriter) throws {
    let command = try journal.append(
      CommandRow(
        number: 0, id: act.command, recorded: act.recorded.milliseconds, member: act.actor?.rawValue, feed: nil,
        login: login(of: act.actor)))
    for (place, fact) in act.facts.enumerated() {
      var row = try EventRow(fact)
      row.id = act.command.event(place)
      row.occurred = act.recorded.milliseconds
      workspace.apply(fact)
      let seq = try writer.append(workspace: row, command: command)
      if case .ratesSet(let sheet) = fact { try rates.keep(sheet, seq: seq) }
      if case .memberAdded(let addition) = fact, let name = team.name(of: addition.number) {
        try personal.set(.name, name, of: seq)
      }
    }
  }

  private func login(of member: MemberID?) -> String {
    member.flatMap { workspace.roster[$0]?.handle } ?? Store.demoLogin
  }

  /// - Returns: how many events were written.
  private func append(_ step: DemoStep, _ writer: BulkWriter) throws -> Int {
    let command = try journal.append(
      CommandRow(
        number: 0, id: step.command, recorded: step.recorded.milliseconds, member: step.actor?.rawValue, feed: nil,
        login: login(of: step.actor)))
    if step.person != nil { writer.createLead(step.lead.rawValue) }
    // What was said goes with the offer, where there is one.
    let spoken = step.facts.firstIndex { $0.kind == .offered } ?? 0
    var count = step.facts.count
    for (place, event) in step.events.enumerated() {
      let said = place == spoken ? step.said : []
      try writer.append(event, command: command, personal: place == 0 ? step.contact + said : said)
      guard let priced = try priced(event) else { continue }
      try writer.append(priced, command: command, personal: [])
      count += 1
    }
    return count
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
  fileprivate var contact: [(field: PersonalField, value: String)] {
    DemoStep.filled([(.name, person?.name), (.email, person?.email), (.company, person?.company)])
  }

  fileprivate var said: [(field: PersonalField, value: String)] {
    DemoStep.filled([(.note, note), (.evidence, evidence), (.override, override)])
  }

  private static func filled(
    _ fields: [(field: PersonalField, value: String?)]
  ) -> [(field: PersonalField, value: String)] {
    fields.compactMap { field, value in value.map { (field, $0) } }
  }
}
