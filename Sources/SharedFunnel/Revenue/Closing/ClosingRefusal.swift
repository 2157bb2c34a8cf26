/// Why a period is not closed.
public enum ClosingRefusal: Sendable, Equatable {
  case notOver(TargetPeriod)
  /// Both have signed just these figures.
  case closed(TargetPeriod)
  case none(TargetPeriod)

  public var message: String {
    switch self {
    case .notOver(let period): Text.notOver(["period": period.label, "day": period.last.iso])
    case .closed(let period): Text.closed(["period": period.label])
    case .none(let period): Text.none(["period": period.label])
    }
  }

  private enum Text {
    static let notOver = Message(
      "refused.period_not_over", "{period} ends with {day}. It can be closed when it is over.")
    static let closed = Message(
      "refused.period_closed", "{period} is closed with the figures that it has now: nothing was corrected since.")
    static let none = Message(
      "refused.period_not_closed", "Nobody has signed what {period} brought. 'funnel period close {period}' does.")
  }
}
