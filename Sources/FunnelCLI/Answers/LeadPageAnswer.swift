import FunnelStore
import SharedFunnel

/// The page of one lead.
struct LeadPageAnswer {
  let page: LeadPage
  let history: [HistoryItem]
  let session: Session

  /// How many of the latest events the page shows.
  private static let latest = 5

  var answer: Answer {
    Answer(
      schema: "lead", lines: lines, grid: LeadGrid.full([page.row]), document: document, sections: sections)
  }

  // MARK: For people

  private var lines: [String] {
    let row = page.row
    let stage = row.stage?.label ?? Message.noStageYet()
    let fields: [(Message, String?)] = [
      (.fieldStage, row.since.map { Message.sinceTime(["what": stage, "time": $0.label]) } ?? stage),
      (.fieldStatus, row.status == .open ? row.status.rawValue : row.state),
      (.fieldPersonal, row.erased.map { Message.erasedOn(["time": $0.label]) }),
      (.fieldFurthest, row.furthest == row.stage ? nil : row.furthest?.label),
      (.fieldOwner, row.owner ?? Message.nobody()),
      (.fieldCompany, row.contact.company), (.fieldEmail, row.contact.email), (.fieldPhone, row.contact.phone),
      (.fieldKeys, page.keys.isEmpty ? nil : page.keys.joined(separator: ", ")),
      (.fieldTags, page.tags.isEmpty ? nil : page.tags.joined(separator: ", ")),
      (.fieldSource, row.source), (.fieldCampaign, row.campaign), (.fieldSegment, row.segment),
      (.fieldExpected, expected), (.fieldScore, row.score.map { String($0) }),
      (.fieldReferredBy, row.referrer?.text), (.fieldTouches, touches), (.fieldCreated, row.created?.label),
      (.fieldFlags, row.flags.isEmpty ? nil : row.flags.keys.joined(separator: ", ")),
    ]
    return [row.title, ""] + FieldLines(fields).lines
  }

  private var expected: String? {
    guard let amount = page.row.expected else { return nil }
    guard let close = page.row.expectedClose else { return amount.label }
    return Message.expectedBy(["amount": amount.label, "date": session.zone.date(of: close).iso])
  }

  private var touches: String? {
    page.row.lastTouch.map { Message.touchesLast(["count": String(page.row.touches), "time": $0.label]) }
  }

  private var live: [HistoryItem] { history.filter { !$0.isVoided && !$0.isVoid } }

  private var sections: [Grid] {
    var latest = HistoryAnswer(items: Array(live.suffix(LeadPageAnswer.latest)), lead: page.row.lead).grid(full: false)
    latest.heading = Message.latestEvents()
    if live.count > LeadPageAnswer.latest {
      latest.notes = [Message.moreEvents(["count": String(live.count), "lead": page.row.lead.text])]
    }
    return [handoffs, purchases].compactMap(\.self) + [latest]
  }

  private var handoffs: Grid? {
    guard !page.journey.handoffs.isEmpty else { return nil }
    return Grid(
      columns: [
        Grid.Column(key: "offered", title: .columnOffered, kind: .timestamp, priority: 9),
        Grid.Column(key: "from", title: .columnFrom, priority: 4, fit: .wrapped),
        Grid.Column(key: "to", title: .columnTo, priority: 7, fit: .wrapped),
        Grid.Column(key: "outcome", title: .columnOutcome, priority: 8),
        Grid.Column(key: "due", title: .columnDue, kind: .timestamp, priority: 6),
        Grid.Column(key: "answered", title: .columnAnswered, kind: .timestamp, priority: 5),
        Grid.Column(key: "returned", title: .columnReturned, kind: .timestamp, priority: 4),
        Grid.Column(key: "dispute", title: .columnDispute, priority: 4),
      ],
      rows: page.journey.handoffs.map { handoff in
        [
          Cell(handoff.offered), .text(handoff.from.label), .text(handoff.to.label),
          .text(handoff.outcome(asOf: session.now).key), Cell(handoff.due), Cell(handoff.answered),
          Cell(handoff.returned), Cell(handoff.dispute.map { $0.ruling?.key ?? Message.wordOpen() }),
        ]
      }, heading: Message.headingHandoffs())
  }

  private var purchases: Grid? {
    guard !page.journey.purchases.isEmpty else { return nil }
    return Grid(
      columns: [
        Grid.Column(key: "at", title: .columnOccurred, kind: .timestamp, priority: 9),
        Grid.Column(key: "amount", title: .columnAmount, kind: .money, priority: 8),
        Grid.Column(key: "refunded", title: .columnRefunded, kind: .money, priority: 7),
        Grid.Column(key: "product", title: .columnProduct, priority: 5),
        Grid.Column(key: "priced", title: .columnPriced, kind: .money, priority: 4),
        Grid.Column(key: "event", title: .columnEventID, priority: 6),
      ],
      rows: page.journey.purchases.map { purchase in
        [
          Cell(purchase.at), Cell(purchase.amount), Cell(purchase.refunded), Cell(page.products[purchase.product]),
          Cell(purchase.price?.amount), .text(purchase.event.text),
        ]
      }, heading: Message.headingPurchases())
  }

  // MARK: For programs

  private var document: JSONObject {
    var document = LeadGrid.object(page.row)
    document.append("entry_stage", page.journey.entryStage.map { .int(Int64($0.number)) } ?? .null)
    document.append("keys", .array(page.keys.map(JSONValue.string)))
    document.append("tags", .array(page.tags.map(JSONValue.string)))
    document.append("handoffs", .array(page.journey.handoffs.map(object)))
    document.append("purchases", .array(page.journey.purchases.map(object)))
    document.append("history", .array(HistoryAnswer(items: history, lead: page.row.lead, all: true).objects))
    return document
  }

  private func object(_ handoff: Handoff) -> JSONValue {
    .object([
      "offer": .string(handoff.offer.text), "from": .int(Int64(handoff.from.number)),
      "to": .int(Int64(handoff.to.number)), "giver": Cell(handoff.giver).json,
      "receiver": Cell(handoff.receiver).json,
      "member": JSONValue(handoff.member.flatMap { session.workspace.roster[$0]?.handle }),
      "offered": JSONValue(handoff.offered), "due": JSONValue(handoff.due),
      "outcome": .string(handoff.outcome(asOf: session.now).key), "answered": JSONValue(handoff.answered),
      "agreement": handoff.agreement == 0 ? .null : .int(Int64(handoff.agreement)),
      "contact_due": JSONValue(handoff.contactDue), "contacted": JSONValue(handoff.contacted),
      "attempts": .int(Int64(handoff.attempts)), "returned": JSONValue(handoff.returned),
      "dispute": JSONValue(handoff.dispute.map { $0.ruling?.key ?? "open" }),
    ])
  }

  private func object(_ purchase: Purchase) -> JSONValue {
    .object([
      "event": .string(purchase.event.text), "at": JSONValue(purchase.at), "amount": JSONValue(purchase.amount),
      "product": JSONValue(page.products[purchase.product]),
      "refunded": JSONValue(purchase.refunded), "is_refunded": .bool(purchase.isRefunded),
      "priced": JSONValue(purchase.price?.amount), "rate": JSONValue(purchase.price?.rate.text),
      "rate_on": JSONValue(purchase.price?.day.iso),
    ])
  }
}

extension Purchase {
  /// What was given back; `nil` while nothing was, or where no amount is known.
  fileprivate var refunded: Money? {
    guard refundedMinor > 0 else { return nil }
    return amount.map { Money(minor: refundedMinor, currency: $0.currency) }
  }
}
