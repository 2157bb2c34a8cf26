/// How a target is spread over its period.
public enum TargetPlan: Sendable, Hashable, Codable {
  /// As much on every day.
  case linear
  /// By the weights of the parts that begin on these days (`2026-10-01`), and within a part as much on every day.
  case seasonal([Weight])

  public struct Weight: Sendable, Hashable, Codable {
    public var from: String
    public var weight: Int64

    public init(from: CivilDate, weight: Int64) {
      self.from = from.iso
      self.weight = weight
    }
  }

  public var key: String {
    switch self {
    case .linear: "linear"
    case .seasonal: "seasonal"
    }
  }

  /// - Throws: ``PlanCurveError`` for weights that do not fit the period.
  public func curve(of period: TargetPeriod) throws(PlanCurveError) -> PlanCurve {
    switch self {
    case .linear: return .linear(from: period.first, to: period.after)
    case .seasonal(let weights):
      var steps: [PlanCurve.Step] = []
      for weight in weights {
        guard let first = CivilDate(iso: weight.from) else { throw .noWeight }
        steps.append(PlanCurve.Step(first: first, weight: weight.weight))
      }
      return try PlanCurve(seasonal: steps, from: period.first, to: period.after)
    }
  }
}
