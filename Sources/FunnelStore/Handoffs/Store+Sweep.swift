import SQLite
public import SharedFunnel

/// An offer that silence settled.
public struct SweptOffer: Sendable, Equatable {
  public let lead: LeadID
  public let due: Timestamp
  /// `expired`, or `acceptedBySilence`.
  public let outcome: HandoffOutcome
}

extension Store {
  /// Writes down what has fallen due: every open offer past its due time expired at that time or, where the agreement
  /// says so, was accepted by silence.
  ///
  /// The events' ids follow from the offers', so however many sweep at once, each is written once. It belongs to
  /// nobody's command, so that an undo does not take it back.
  public func sweep(_ context: CommandContext, isDryRun: Bool = false) throws -> [SweptOffer] {
    // Where nothing has fallen due, nobody needs the lock.
    guard try !overdueLeads(at: context.now).isEmpty else { return [] }
    guard isDryRun else { return try write { try settle(context) } }
    var swept: [SweptOffer] = []
    do {
      try write {
        swept = try settle(context)
        throw EndOfDryRun()
      }
    } catch is EndOfDryRun {}
    return swept
  }

  /// What every writer does before its own work.
  @discardableResult
  func settle(_ context: CommandContext) throws -> [SweptOffer] {
    var swept: [SweptOffer] = []
    var draft: Draft?
    let terms = workspace.handoffTerms
    for lead in try overdueLeads(at: context.now) {
      let history = try events(of: lead)
      let journey = Journey.fold(history, of: lead, under: workspace.ownership)
      let events = journey.settlement(
        at: context.now, recorded: context.now, besides: Set(history.map(\.id)), under: terms)
      for event in events {
        let open =
          try draft
          ?? Draft(
            self, CommandContext(id: .sweep(of: event.id), now: context.now, login: context.login), .login)
        draft = open
        try append([event], to: event.lead, prev: try head(of: event.lead), personal: [], keys: [], open)
        swept.append(
          SweptOffer(
            lead: lead, due: event.occurred, outcome: event.fact.kind == .expired ? .expired : .acceptedBySilence))
      }
    }
    return swept
  }

  /// Leads whose offers may have fallen due: in whole seconds, as ``HandoffOutcome/asOf(_:recorded:due:lost:silence:)``
  /// decides.
  private func overdueLeads(at now: Timestamp) throws -> [LeadID] {
    try connection.query(
      "SELECT DISTINCT lead FROM handoff WHERE outcome = 1 AND due < ? ORDER BY lead", .integer(now.seconds * 1000)
    ) { LeadID(rawValue: try $0.integer(0)) }
  }

  /// Whether silence moved a lead that nobody has moved yet.
  func hasSilentAcceptance(at now: Timestamp) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM handoff WHERE outcome = 1 AND due < ? AND silence_accepts = 1 LIMIT 1",
      .integer(now.seconds * 1000)
    ) { _ in true } ?? false
  }
}
