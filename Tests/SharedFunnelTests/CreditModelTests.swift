import Foundation
import SharedFunnel
import Testing

/// The models on paths whose answer is known by hand.
struct CreditModelTests {
  static let day: Int64 = 86_400

  /// Touches on the days given, by marketing and sales in turn.
  static func path(days: [Int64]) -> CreditPath {
    CreditPath(
      days.enumerated().map { index, day in
        Touchpoint(
          event: EventID(high: 0, low: UInt64(index)), at: Timestamp(seconds: day * Self.day), kind: .touch,
          channel: TermID(rawValue: UInt32(index + 1)), departments: index.isMultiple(of: 2) ? .marketing : .sales,
          member: MemberID(rawValue: UInt32(index % 2 + 1)))
      })
  }

  static let euro = Currency(code: "EUR")

  static func amounts(_ model: CreditModel, _ path: CreditPath, of minor: Int64 = 100_000) throws -> [Int64] {
    let credit = Credit(of: Money(minor: minor, currency: try #require(euro)), for: path, by: model)
    return credit.parts.map(\.minor)
  }

  @Test(
    arguments: [
      (.firstTouch, [100_000]), (.lastTouch, [100_000]), (.linear, [25_000, 25_000, 25_000, 25_000]),
      (.positionBased, [40_000, 10_000, 10_000, 40_000]),
      // Ages 21, 14, 7 and 0 days before the last: 1/8, 1/4, 1/2, 1 of 15/8.
      (.timeDecay(halfLife: 7 * 86_400), [6_667, 13_333, 26_667, 53_333]),
    ] as [(CreditModel, [Int64])])
  func fourTouchesAWeekApart(_ model: CreditModel, _ expected: [Int64]) throws {
    #expect(try Self.amounts(model, Self.path(days: [100, 107, 114, 121])) == expected)
  }

  @Test func positionsOfOneTwoAndThree() throws {
    #expect(try Self.amounts(.positionBased, Self.path(days: [1])) == [100_000])
    #expect(try Self.amounts(.positionBased, Self.path(days: [1, 9])) == [50_000, 50_000])
    #expect(try Self.amounts(.positionBased, Self.path(days: [1, 2, 9])) == [40_000, 20_000, 40_000])
  }

  @Test func decayIsThatOfThePowerOfTwo() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let days = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int64.random(in: 0...60, using: &random) }
      let halfLife = Int64.random(in: 3_600...30 * Self.day, using: &random)
      let path = Self.path(days: days.sorted())
      let fractions = CreditShares(of: path, by: .timeDecay(halfLife: halfLife)).fractions
      #expect(abs(fractions.reduce(0, +) - 1) < 1e-12)
      let end = Double(days.max() ?? 0) * Double(Self.day)
      let exact = days.sorted().map { exp2(-(end - Double($0 * Self.day)) / Double(halfLife)) }
      let total = exact.reduce(0, +)
      let counted = exact.filter { $0 > 0x1p-42 }
      for (fraction, value) in zip(fractions.suffix(counted.count), counted) {
        #expect(abs(fraction - value / total) < 1e-12)
      }
    }
  }

  @Test func aHalfLifeHalves() throws {
    let shares = CreditShares(of: Self.path(days: [10, 15, 20]), by: .timeDecay(halfLife: 5 * Self.day)).shares
    #expect(shares[1].weight == 2 * shares[0].weight && shares[2].weight == 2 * shares[1].weight)
  }

  @Test func whatIsFartherBackThanAnyWeightGetsNothing() throws {
    #expect(try Self.amounts(.timeDecay(halfLife: 1), Self.path(days: [0, 40_000])) == [100_000])
    #expect(try Self.amounts(.timeDecay(halfLife: .max), Self.path(days: [0, 40_000])) == [50_000, 50_000])
  }

  @Test func modelsComeBackFromTheirText() throws {
    let weights = try #require(TransitionWeights([1, 1, 1, 2, 3, 0, 0]))
    let models: [(CreditModel, String)] = [
      (.firstTouch, "first_touch"), (.lastTouch, "last_touch"), (.linear, "linear"),
      (.positionBased, "position_based"), (.timeDecay(halfLife: 7 * Self.day), "time_decay:7d"),
      (.timeDecay(halfLife: 36 * 3600), "time_decay:36h"), (.timeDecay(halfLife: 61), "time_decay:61s"),
      (.transitions(.equal), "transitions"), (.transitions(weights), "transitions:1,1,1,2,3,0,0"),
    ]
    for (model, text) in models {
      #expect(model.text == text)
      #expect(try CreditModel(text: text) == model)
      #expect(try JSONDecoder().decode(CreditModel.self, from: JSONEncoder().encode(model)) == model)
      #expect(try AttributionModel(text: text) == .perPurchase(model))
      #expect(try AttributionModel(text: text).lockable() == model)
    }
    #expect(try CreditModel(text: "Time-Decay") == .timeDecay(halfLife: CreditModel.defaultHalfLife))
  }

  @Test func aModelThatComparesChannelsCannotBeLocked() throws {
    for text in ["markov", "markov:2", "shapley", "shapley:rate"] {
      let model = try AttributionModel(text: text)
      #expect(model.text == text && !model.isPerPurchase)
      #expect(throws: CreditModelError.notPerPurchase(text)) { try model.lockable() }
      #expect(throws: CreditModelError.unknown(text)) { try CreditModel(text: text) }
    }
  }

  @Test(
    arguments: [
      ("", .unknown("")), ("last", .unknown("last")), ("markov:0", .unknown("markov:0")),
      ("shapley:x", .unknown("shapley:x")), ("time_decay:0d", .badHalfLife("0d")), ("time_decay:", .badHalfLife("")),
      ("time_decay:3 months", .badHalfLife("3 months")), ("transitions:1,2", .badWeights("1,2")),
      ("transitions:0,0,0,0,0,0,0", .badWeights("0,0,0,0,0,0,0")),
      ("transitions:1,1,1,1,1,1,-1", .badWeights("1,1,1,1,1,1,-1")), ("linear:3", .noSetting("linear")),
    ] as [(String, CreditModelError)])
  func whatIsNoModelIsRefused(_ text: String, _ error: CreditModelError) {
    #expect(throws: error) { try AttributionModel(text: text) }
    #expect(!error.message.contains("{"))
  }
}
