import Testing

/// What lifelines says of random observations: the committed cases, or fresh ones where it is installed.
struct SurvivalOracle: Decodable {
  struct Curve: Decodable {
    struct Step: Decodable {
      let seconds: Int64
      let surviving: Double
      let low: Double?
      let high: Double?
    }
    struct Quantile: Decodable {
      let share: Double
      let compared: Bool
      let value: Int64?
      let low: Int64?
      let high: Int64?
    }
    let seconds: [Int64]
    let ended: [Bool]
    let steps: [Step]
    let quantiles: [Quantile]
  }
  struct Incidence: Decodable {
    struct Answer: Decodable {
      let horizon: Int64
      let value: Double
      let low: Double?
      let high: Double?
    }
    let seconds: [Int64]
    /// 0 open, 1 the event of interest, 2 the one that competes.
    let outcomes: [Int]
    let answers: [Answer]
  }
  /// Several ways to end.
  struct Competing: Decodable {
    struct Cause: Decodable {
      let cause: Int
      let answers: [Incidence.Answer]
    }
    let seconds: [Int64]
    /// 0 open, else the cause.
    let outcomes: [Int]
    let causes: [Cause]
    /// The time to any of them.
    let ending: Curve
  }
  let lifelines: String
  let curves: [Curve]
  let incidences: [Incidence]
  let competing: [Competing]

  enum CodingKeys: String, CodingKey {
    case lifelines
    case curves = "kaplan_meier"
    case incidences = "aalen_johansen"
    case competing = "competing_risks"
  }

  static let python = PythonOracle.interpreter(with: ["lifelines"])

  static func committed() throws -> SurvivalOracle { try PythonOracle.committed("survival.json") }

  static func fresh(seed: UInt32) throws -> SurvivalOracle {
    try PythonOracle.run("survival.py", by: try #require(python), seed: seed)
  }
}
