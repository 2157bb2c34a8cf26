public import SharedFunnel

/// A demo as a plain log of events, in the columns that the mapping `event-log` reads: a row an event, in the
/// order in which things happened. What the log has no column for (touches, remarks, valuations, tags) is left out.
public enum DemoLog {
  private static let header = [
    "lead_id", "at", "kind", "stage", "actor", "department", "source", "campaign", "segment", "amount", "currency",
    "reason",
  ]

  /// - Returns: how many rows were written.
  /// - Throws: ``StoreError/input(_:)`` if the file cannot be written; nothing is then there.
  @discardableResult
  public static func write(_ demo: DemoFunnel, to path: String) throws -> Int {
    let file = try WholeFile(path: path)
    try file.write(CSVLine.text(header))
    var rows = Rows(demo)
    var count = 0
    let steps = demo.steps().enumerated().sorted { left, right in
      (left.element.occurred, left.offset) < (right.element.occurred, right.offset)
    }
    for (_, step) in steps {
      for fact in step.facts {
        guard let row = rows.row(of: fact, step) else { continue }
        try file.write(CSVLine.text(row))
        count += 1
      }
    }
    try file.finish()
    return count
  }
}

/// Puts facts into words, and keeps what each lead was created with.
private struct Rows {
  private let members: [MemberID: MemberAddition]
  private var leads: [(creation: Creation, stage: Stage?)]

  init(_ demo: DemoFunnel) {
    members = Dictionary(uniqueKeysWithValues: demo.team.people.map { ($0.addition.number, $0.addition) })
    leads = Array(repeating: (Creation(), nil), count: demo.leads + 1)
  }

  /// `nil` for a fact that the log does not tell.
  mutating func row(of fact: LeadFact, _ step: DemoStep) -> [String]? {
    let index = Int(step.lead.rawValue)
    var member = step.actor
    var money: Money?
    var reason = TermID.none
    let kind: String
    switch fact {
    case .created(let creation):
      leads[index] = (creation, creation.stage)
      kind = "create"
    case .moved(let stage):
      leads[index].stage = stage
      kind = "move"
    case .offered: kind = "offer"
    case .accepted(_, let stage, _, _):
      leads[index].stage = stage
      kind = "accept"
    case .rejected(_, let why, _): (kind, reason) = ("reject", why)
    case .lost(let why): (kind, reason) = ("lost", why)
    case .reopened: kind = "reopen"
    case .assigned(let to):
      member = to ?? member
      kind = "assign"
    case .purchased(let amount):
      leads[index].stage = max(leads[index].stage ?? .purchase, .purchase)
      (kind, money) = (EventKind.purchased.key, amount)
    case .refunded(_, let amount): (kind, money) = (EventKind.refunded.key, amount)
    case .expired, .withdrawn: kind = fact.kind.key
    case .entered, .touched, .noted, .edited, .tagged, .untagged, .valued, .voided, .merged, .erased,
      .acceptedBySilence, .returned, .disputed, .voted, .ruled, .crossed, .scored:
      return nil
    }
    let creation = leads[index].creation
    let by = member.flatMap { members[$0] }
    return [
      String(step.lead.rawValue), step.occurred.iso8601, kind, leads[index].stage.map { String($0.number) } ?? "",
      by?.handle ?? "", by?.departments ?? "", word(.source, creation.source),
      word(.campaign, creation.campaign), word(.segment, creation.segment), money?.decimal ?? "",
      money?.currency.code ?? "", word(.reason, reason),
    ]
  }

  private func word(_ kind: TermKind, _ term: TermID) -> String {
    term == .none ? "" : DemoWords.all(kind)[Int(term.rawValue) - 1]
  }
}
