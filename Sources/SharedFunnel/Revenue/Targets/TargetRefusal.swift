/// Why something about a revenue target is refused.
public enum TargetRefusal: Sendable, Equatable {
  /// The period has a target, which is revised and not set anew.
  case exists(TargetPeriod)
  case none(TargetPeriod)
  case noVersion(TargetPeriod, UInt16)
  /// Reports sum in the currency of the workspace.
  case otherCurrency(Currency, workspace: String)
  case notPositive
  /// The parts of a dimension sum to so much more, or less.
  case partsMiss(TargetPart.Dimension, by: Money)
  case badPlan(PlanCurveError)
  /// A revision that changes nothing.
  case unchanged(TargetPeriod)

  public var message: String {
    switch self {
    case .exists(let period): Text.exists(["period": period.label])
    case .none(let period): Text.none(["period": period.label])
    case .noVersion(let period, let version): Text.noVersion(["period": period.label, "version": String(version)])
    case .otherCurrency(let currency, let workspace): Text.otherCurrency(["code": currency.code, "own": workspace])
    case .notPositive: Text.notPositive()
    case .partsMiss(let dimension, let excess):
      (excess.minor > 0 ? Text.partsAbove : Text.partsBelow)([
        "dimension": dimension.rawValue, "amount": Money(minor: abs(excess.minor), currency: excess.currency).decimal,
        "code": excess.currency.code,
      ])
    case .badPlan(let error): error.message
    case .unchanged(let period): Text.unchanged(["period": period.label])
    }
  }

  private enum Text {
    static let exists = Message(
      "refused.target_exists",
      "{period} has a target already. Change it with 'funnel target revise {period}', which makes a new version for both sides to sign."
    )
    static let none = Message(
      "refused.no_target", "{period} has no target. Set one with 'funnel target set {period} --amount AMOUNT'.")
    static let noVersion = Message(
      "refused.no_target_version",
      "The target of {period} has no version {version}. See 'funnel target history {period}'.")
    static let otherCurrency = Message(
      "refused.target_currency",
      "The workspace reports in {own}, and a target in {code} could never be compared with its sums. Give the amount in {own}."
    )
    static let notPositive = Message("refused.target_not_positive", "A target is an amount above 0.")
    static let partsAbove = Message(
      "refused.parts_above",
      "The parts by {dimension} sum to {amount} {code} more than the target. Make them sum to it.")
    static let partsBelow = Message(
      "refused.parts_below",
      "The parts by {dimension} sum to {amount} {code} less than the target. Make them sum to it.")
    static let unchanged = Message(
      "refused.target_unchanged", "That is what the last version of the target of {period} says already.")
  }
}
