import FunnelStore
import SharedFunnel

/// A number of the flow report as people name it for its list: `stage=4,outcome=lost,interval=2026-10`.
struct FlowNumberText {
  /// As it was typed.
  let text: String
  private let choice: FlowChoice
  private let conditions: [Condition]

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    let stage = try list.choice("stage", known: Stage.allCases.map { String($0.number) }) { Stage(text: $0) }
    guard let number = try list.choice("outcome", as: FlowNumber.self) else {
      throw Failure.usage(
        Message.flowLeadsNeedOutcome(["known": FlowNumber.allCases.map(\.rawValue).joined(separator: ", ")]))
    }
    choice = FlowChoice(number, stage: stage, interval: list.take("interval") ?? nil)
    conditions = try list.leadConditions(besides: ["stage", "outcome", "interval"], months: false)
  }

  /// - Throws: a usage failure for an interval that the report does not have.
  func visits(
    of request: FlowRequest, in store: Store
  ) throws -> (items: [VisitListItem], conditions: [Condition]) {
    var request = request
    request.conditions = try request.conditions.narrowed(by: conditions)
    guard let items = try store.visits(behind: choice, of: request) else {
      throw Failure.usage(
        Message.flowNoInterval(["interval": choice.interval ?? "", "unit": request.unit.rawValue]))
    }
    return (items, request.conditions)
  }
}

extension [Condition] {
  /// With more conditions, as `--where` and `--leads` together ask for them.
  ///
  /// - Throws: a usage failure for two values of one dimension.
  func narrowed(by others: [Condition]) throws(Failure) -> [Condition] {
    var all = self
    for condition in others where !all.contains(condition) {
      guard !all.contains(where: { $0.dimension == condition.dimension }) else {
        throw .usage(Message.reportKeyTwice(["key": condition.dimension.rawValue]))
      }
      all.append(condition)
    }
    return all
  }
}
