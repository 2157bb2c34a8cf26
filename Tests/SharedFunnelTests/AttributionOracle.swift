import Testing

/// What ChannelAttribution and marketing_attribution_models say of random paths: see `Tests/Oracles/attribution.py`.
struct AttributionOracle: Decodable {
  struct Path: Decodable {
    let channels: [String]
    let converted: UInt64
    let lost: UInt64
  }
  struct Heuristics: Decodable {
    let first: Double
    let last: Double
    let linear: Double

    enum CodingKeys: String, CodingKey {
      case first = "first_touch"
      case last = "last_touch"
      case linear
    }
  }
  struct Markov: Decodable {
    let share: Double
    let effect: Double
  }
  struct Order: Decodable {
    let order: Int
    /// By solving.
    let effects: [String: Double]
    /// By simulation, of some cases.
    let simulated: [String: Double]?
  }
  struct Case: Decodable {
    let paths: [Path]
    let heuristics: [String: Heuristics]
    let markov: [String: Markov]
    let orders: [Order]
    let rates: [String: Double]
    let conversions: [String: Double]

    enum CodingKeys: String, CodingKey {
      case paths, heuristics, markov, orders
      case rates = "shapley_rates"
      case conversions = "shapley_conversions"
    }
  }
  /// One purchase: the hours from each contact to it.
  struct Journey: Decodable {
    let hours: [Int64]
    let halfLifeHours: Int64
    let positionBased: [Double]
    /// `nil` where the library has no answer.
    let timeDecay: [Double]?

    enum CodingKeys: String, CodingKey {
      case hours
      case halfLifeHours = "half_life_hours"
      case positionBased = "position_based"
      case timeDecay = "time_decay"
    }
  }
  let seed: Int
  let channelAttribution: String
  let attributionModels: String
  let cases: [Case]
  let journeys: [Journey]

  enum CodingKeys: String, CodingKey {
    case seed, cases, journeys
    case channelAttribution = "channel_attribution"
    case attributionModels = "marketing_attribution_models"
  }

  static let python = PythonOracle.interpreter(with: ["ChannelAttribution", "mam"])

  static func committed() throws -> AttributionOracle { try PythonOracle.committed("attribution.json") }

  static func fresh(seed: UInt32) throws -> AttributionOracle {
    try PythonOracle.run("attribution.py", by: try #require(python), seed: seed)
  }
}
