import FunnelStore
import SharedFunnel

/// A number of the report on handoffs as people name it for its list: `outcome=rejected,reason=not_qualified`, or by
/// its place in the document: `number=sla.missed,boundary=4:5`; and `offers=2+` for the leads that were offered more
/// than once over one line.
struct HandoffNumberText {
  /// As it was typed.
  let text: String
  let frequency: OfferFrequency?
  private var choice = HandoffChoice()
  private let month: String?
  private let conditions: [Condition]

  private static let keys = [
    "outcome", "number", "offers", "boundary", "giver", "receiver", "member", "overridden", "reason", "month",
  ]

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    let outcomes = [HandoffNumber.offered.key] + HandoffOutcome.allCases.map(\.key)
    let outcome = try list.choice("outcome", known: outcomes) { word -> HandoffNumber? in
      outcomes.contains(word) ? HandoffNumber(key: word) : nil
    }
    let number = try list.choice("number", known: HandoffNumber.allCases.map(\.key)) { HandoffPlace($0) }
    choice.numbers = [outcome, number?.number].compactMap(\.self)
    let isOverridden = try list.choice("overridden", known: ["yes", "no"]) { ["yes": true, "no": false][$0] }
    if let isOverridden, let place = number?.isOverridden, place != isOverridden {
      throw Failure.usage(Message.reportKeyTwice(["key": "overridden"]))
    }
    choice.isOverridden = isOverridden ?? number?.isOverridden
    frequency = try list.choice("offers", known: ["1", "2", "2+", "3+"]) { OfferFrequency(text: $0) }
    choice.line = try list.choice("boundary", known: ["4:5", "brand_preference:purchase_intention"]) { word in
      HandoffLine(text: word)
    }
    let departments = ["marketing", "sales", "marketing+sales"]
    choice.giver = try list.choice("giver", known: departments) { DepartmentSet(key: $0) }
    choice.receiver = try list.choice("receiver", known: departments) { DepartmentSet(key: $0) }
    if let member = list.take("member") { choice.member = .some(member) }
    if let reason = list.take("reason") { choice.reason = .some(reason) }
    month = list.take("month") ?? nil
    conditions = try list.leadConditions(besides: HandoffNumberText.keys, months: false)
    if frequency != nil, choice != HandoffChoice() || month != nil {
      throw Failure.usage(Message.handoffOffersAlone())
    }
  }

  /// The request, narrowed to the conditions that were named.
  private func narrowed(_ request: HandoffRequest) throws -> HandoffRequest {
    var request = request
    request.conditions = try request.conditions.narrowed(by: conditions)
    return request
  }

  func items(of request: HandoffRequest, in session: Session) throws -> [HandoffListItem] {
    var choice = choice
    choice.month = try month.map { try session.period($0, request.scope) }
    return try session.store.handoffs(choice, of: try narrowed(request))
  }

  func leads(
    offered frequency: OfferFrequency, of request: HandoffRequest, in store: Store
  ) throws -> [LeadAtLineItem] {
    try store.leads(offered: frequency, of: try narrowed(request))
  }
}

/// The place of a number in the documents of the report: in that of `--audit` the offers against the criteria and the
/// others stand apart.
private struct HandoffPlace {
  let number: HandoffNumber
  var isOverridden: Bool?

  init?(_ key: String) {
    var name = key
    for (part, isOverridden) in [("criteria.overridden.", true), ("criteria.others.", false)]
    where key.hasPrefix(part) {
      name = String(key.dropFirst(part.count))
      self.isOverridden = isOverridden
    }
    guard let number = HandoffNumber(key: name) ?? HandoffNumber(key: "audit." + name) else { return nil }
    self.number = number
  }
}

extension OfferFrequency {
  /// `2`, or `2+` for two or more.
  fileprivate init?(text: String) {
    let digits = text.hasSuffix("+") ? text.dropLast() : text[...]
    guard let times = Int(digits), times > 0 else { return nil }
    self.init(times: times, isAtLeast: text.hasSuffix("+"))
  }
}

extension HandoffLine {
  /// Two stages, by number or key: `4:5`.
  fileprivate init?(text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Stage(text: String($0)) }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else { return nil }
    self.init(from: from, to: to)
  }
}
