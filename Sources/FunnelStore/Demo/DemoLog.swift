public import SharedFunnel

/// A demo as a plain log of events, in the columns that the mapping `event-log` reads: a row an event, in the
/// order in which things happened. What the log has no column for (remarks, valuations, tags) is left out, and so is what
/// was voided.
public enum DemoLog {
  private static let header = [
    "lead_id", "at", "kind", "stage", "actor", "department", "source", "campaign", "segment", "amount", "currency",
    "reason", "to", "due", "receiver", "channel", "ruling", "score", "referrer", "product",
  ]

  /// - Returns: how many rows were written.
  /// - Throws: ``StoreError/input(_:)`` if the file cannot be written; nothing is then there.
  @discardableResult
  public static func write(_ demo: DemoFunnel, to path: String) throws -> Int {
    let file = try WholeFile(path: path)
    try file.write(CSVLine.text(header))
    var rows = Rows(demo)
    var count = 0
    let all = demo.steps()
    let voided = Set(
      all.flatMap(\.facts).compactMap { fact -> EventID? in
        if case .voided(let event) = fact { event } else { nil }
      })
    let steps = all.enumerated().sorted { left, right in
      (left.element.occurred, left.offset) < (right.element.occurred, right.offset)
    }
    for (_, step) in steps {
      for event in step.events where !voided.contains(event.id) {
        guard let row = rows.row(of: event.fact, step) else { continue }
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
    var line = Line()
    let kind: String
    switch fact {
    case .created(let creation):
      leads[index] = (creation, creation.stage)
      line.referrer = creation.referrer
      kind = "create"
    case .moved(let stage):
      leads[index].stage = stage
      kind = "move"
    case .offered(let offer):
      line.offer = offer
      if offer.referredFrom != nil { line.referrer = leads[index].creation.referrer }
      kind = "offer"
    case .accepted(_, let stage, let taker, _):
      member = taker ?? member
      leads[index].stage = stage
      kind = "accept"
    case .acceptedBySilence(_, let stage, _), .crossed(_, let stage):
      leads[index].stage = stage
      kind = fact.kind.key
    case .returned(_, let stage, let why, _):
      leads[index].stage = stage
      (kind, reason) = (fact.kind.key, why)
    case .disputed(_, let cause): (kind, reason) = (fact.kind.key, cause)
    case .ruled(_, let ruling), .voted(_, let ruling): (kind, line.ruling) = (fact.kind.key, ruling)
    case .touched(let channel, _): (kind, line.channel) = (fact.kind.key, channel)
    case .scored(let points): (kind, line.score) = (fact.kind.key, points)
    case .rejected(_, let why, _): (kind, reason) = ("reject", why)
    case .lost(let why): (kind, reason) = ("lost", why)
    case .reopened: kind = "reopen"
    case .assigned(let to):
      member = to ?? member
      kind = "assign"
    case .purchased(let amount, let product):
      line.product = product
      leads[index].stage = max(leads[index].stage ?? .purchase, .purchase)
      (kind, money) = (EventKind.purchased.key, amount)
    case .refunded(_, let amount): (kind, money) = (EventKind.refunded.key, amount)
    case .expired, .withdrawn: kind = fact.kind.key
    case .entered, .noted, .edited, .tagged, .untagged, .valued, .voided, .merged, .erased, .priced: return nil
    }
    let creation = leads[index].creation
    let by = member.flatMap { members[$0] }
    return [
      String(step.lead.rawValue), step.occurred.iso8601, kind, leads[index].stage.map { String($0.number) } ?? "",
      by?.handle ?? "", by?.departments ?? "", word(.source, creation.source),
      word(.campaign, creation.campaign), word(.segment, creation.segment), money?.decimal ?? "",
      money?.currency.code ?? "", word(.reason, reason),
    ] + cells(line)
  }

  /// What a row says of an offer or of another event of the line.
  private struct Line {
    var offer: Offer?
    var channel = TermID.none
    var ruling: Ruling?
    var score: Int32?
    var referrer: LeadID?
    var product = TermID.none
  }

  private func cells(_ line: Line) -> [String] {
    [
      line.offer.map { String($0.to.number) } ?? "", line.offer?.due?.iso8601 ?? "",
      line.offer?.member.flatMap { members[$0]?.handle } ?? "", word(.channel, line.channel), line.ruling?.key ?? "",
      line.score.map(String.init) ?? "", line.referrer.map { String($0.rawValue) } ?? "",
      word(.product, line.product),
    ]
  }

  private func word(_ kind: TermKind, _ term: TermID) -> String {
    term == .none ? "" : DemoWords.all(kind)[Int(term.rawValue) - 1]
  }
}
