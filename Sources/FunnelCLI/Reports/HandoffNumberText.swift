import FunnelStore
import SharedFunnel

/// A number of the handoff report as people name it for its list: `outcome=rejected,reason=not_qualified`.
struct HandoffNumberText {
  /// As it was typed.
  let text: String
  private var choice = HandoffChoice()
  private let conditions: [Condition]

  /// Every offer, whatever came of it.
  private static let offered = "offered"

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    let outcomes = [HandoffNumberText.offered] + HandoffOutcome.allCases.map(\.key)
    choice.outcome =
      try list.choice("outcome", known: outcomes) { word -> HandoffOutcome?? in
        word == HandoffNumberText.offered ? .some(nil) : HandoffOutcome(key: word).map { .some($0) }
      } ?? nil
    let departments = ["marketing", "sales", "marketing+sales"]
    choice.giver = try list.choice("giver", known: departments) { DepartmentSet(key: $0) }
    choice.receiver = try list.choice("receiver", known: departments) { DepartmentSet(key: $0) }
    if let reason = list.take("reason") { choice.reason = .some(reason) }
    conditions = try list.leadConditions(besides: ["outcome", "giver", "receiver", "reason"], months: false)
  }

  func items(of request: HandoffRequest, in store: Store) throws -> [HandoffListItem] {
    var request = request
    request.conditions += conditions
    return try store.handoffs(choice, of: request)
  }
}
