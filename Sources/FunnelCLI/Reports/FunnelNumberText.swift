import FunnelStore
import SharedFunnel

/// A number of the funnel report as people name it for its list: `stage=4,outcome=lost,source=email`.
struct FunnelNumberText {
  enum Outcome: String, CaseIterable {
    case entered, reached, skipped, cohort, converted, lost, open
    /// Of a pair of stages: leads with both entries, and those of them with the later stage first.
    case paired, negative
  }

  /// As it was typed.
  let text: String
  private let stage: Stage?
  private let outcome: Outcome
  private let charged: LossBucket?
  private let conditions: [Condition]

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    stage = try list.choice("stage", known: Stage.allCases.map { String($0.number) }) { Stage(text: $0) }
    guard let outcome = try list.choice("outcome", as: Outcome.self) else {
      throw Failure.usage(Message.funnelLeadsNeedStage())
    }
    self.outcome = outcome
    charged = try list.choice("drop_off", known: ["marketing", "sales", "marketing+sales", "in_handoff", "nobody"]) {
      LossBucket(key: $0)
    }
    conditions = try list.leadConditions(besides: ["stage", "outcome", "drop_off"])
  }

  /// - Throws: a usage failure for words that do not go together.
  func check(pair: StagePair?) throws(Failure) {
    guard charged == nil || outcome == .lost else { throw .usage(Message.funnelChargedNeedsLost()) }
    let isOfPair = outcome == .paired || outcome == .negative
    guard isOfPair || stage != nil else { throw .usage(Message.funnelLeadsNeedStage()) }
    guard !isOfPair || pair != nil else {
      throw .usage(Message.funnelLeadsNeedPair(["outcome": outcome.rawValue]))
    }
    guard !isOfPair || stage == nil else {
      throw .usage(Message.funnelPairHasNoStage(["outcome": outcome.rawValue]))
    }
  }

  /// The leads, once the conditions have narrowed the report as `--where` does.
  ///
  /// - Throws: a usage failure for a stage before the one that the report starts at.
  func leads(of request: FunnelRequest, in store: Store) throws -> (leads: [LeadID], request: FunnelRequest) {
    var request = request
    for condition in conditions {
      guard let known = request.conditions.first(where: { $0.dimension == condition.dimension }) else {
        request.conditions.append(condition)
        continue
      }
      guard known == condition else {
        throw Failure.usage(Message.reportKeyTwice(["key": condition.dimension.rawValue]))
      }
    }
    guard let leads = try store.leads(behind: number, of: request) else {
      throw Failure.usage(
        Message.funnelNoRow(["from": request.from?.label ?? "", "stage": stage?.label ?? ""]))
    }
    return (leads, request)
  }

  private var number: FunnelNumber {
    guard let stage, let outcome = StepOutcome(rawValue: outcome.rawValue) else {
      return .pair(negativeOnly: outcome == .negative)
    }
    return .step(stage, outcome, charged: charged)
  }
}
