/// Why a seasonal plan was refused.
public enum PlanCurveError: Error, Equatable {
  /// The first step does not start with the period, which starts on this day.
  case startsElsewhere(CivilDate)
  case notInOrder(CivilDate)
  case outsidePeriod(CivilDate)
  case weightOutOfRange(CivilDate)
  /// No step has a weight above zero.
  case noWeight

  public var message: String {
    switch self {
    case .startsElsewhere(let day): Message.planStartsElsewhere(["day": day.iso])
    case .notInOrder(let day): Message.planNotInOrder(["day": day.iso])
    case .outsidePeriod(let day): Message.planOutsidePeriod(["day": day.iso])
    case .weightOutOfRange(let day):
      Message.planWeightOutOfRange(["day": day.iso, "most": String(PlanCurve.heaviest)])
    case .noWeight: Message.planNoWeight()
    }
  }
}
