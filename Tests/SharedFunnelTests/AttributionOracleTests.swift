import SharedFunnel
import Testing

/// Our models against ChannelAttribution and marketing_attribution_models, to 1e-9.
struct AttributionOracleTests {
  @Test func theCommittedCasesAreThoseOfTheLibraries() throws {
    let oracle = try AttributionOracle.committed()
    #expect(oracle.channelAttribution == "2.2.5" && oracle.attributionModels == "2.1.1")
    try Self.compare(oracle)
  }

  @Test(
    .enabled(
      if: AttributionOracle.python != nil,
      "No Python with ChannelAttribution and mam here: only the committed cases are compared. script/test installs them."
    ))
  func freshCasesAreThoseOfTheLiveLibraries() throws {
    let seed = UInt32.random(in: 2...UInt32(Int32.max))
    print("ChannelAttribution and mam are asked with seed \(seed)")
    try Self.compare(try AttributionOracle.fresh(seed: seed))
  }

  private static func isNear(_ left: Double, _ right: Double?, _ limit: Double = 1e-9) -> Bool {
    right.map { abs(left - $0) <= limit * max(1, abs($0)) } ?? false
  }

  private static func compare(_ oracle: AttributionOracle) throws {
    #expect(oracle.cases.count >= 40 && oracle.journeys.count >= 40)
    for item in oracle.cases {
      let paths = item.paths.map { ChannelPath($0.channels, converted: $0.converted, lost: $0.lost) }
      try compareChains(item, paths)
      try compareGames(item, paths)
      try compareHeuristics(item)
    }
    #expect(oracle.cases.contains { $0.rates.values.contains { $0 < 0 } }, "No channel lowers a rate in any case.")
    for journey in oracle.journeys { compare(journey) }
  }

  private static func compareChains(_ item: AttributionOracle.Case, _ paths: [ChannelPath<String>]) throws {
    let converted = Double(item.paths.reduce(0) { $0 + $1.converted })
    let chain = try MarkovAttribution(paths)
    #expect(chain.credits.map(\.channel) == item.markov.keys.sorted())
    for credit in chain.credits {
      let expected = item.markov[credit.channel]
      #expect(isNear(credit.removalEffect ?? .nan, expected?.effect))
      #expect(isNear(credit.conversions, expected.map { $0.share * converted }))
    }
    for order in item.orders {
      let chain = try MarkovAttribution(paths, order: order.order)
      for credit in chain.credits {
        #expect(isNear(credit.removalEffect ?? .nan, order.effects[credit.channel]))
        guard let simulated = order.simulated else { continue }
        #expect(abs((credit.removalEffect ?? .nan) - (simulated[credit.channel] ?? .nan)) < 0.03)
      }
    }
  }

  private static func compareGames(_ item: AttributionOracle.Case, _ paths: [ChannelPath<String>]) throws {
    for credit in try ShapleyAttribution(paths).credits {
      #expect(isNear(credit.conversions, item.conversions[credit.channel]))
    }
    for credit in try ShapleyAttribution(paths, game: .rates).credits {
      // A channel that met no buyer is not among theirs.
      #expect(isNear(credit.conversions, item.rates[credit.channel] ?? 0))
    }
  }

  /// Each path as so many purchases of one minor unit of credit's fractions.
  private static func compareHeuristics(_ item: AttributionOracle.Case) throws {
    let names = item.heuristics.keys.sorted()
    for (model, value) in [
      (CreditModel.firstTouch, \AttributionOracle.Heuristics.first), (.lastTouch, \.last), (.linear, \.linear),
    ] {
      var sums: [String: Double] = [:]
      for path in item.paths {
        let touchpoints = path.channels.enumerated().map { index, name in
          touchpoint(index, hours: Int64(index), channel: UInt32((names.firstIndex(of: name) ?? 0) + 1))
        }
        let shares = CreditShares(of: CreditPath(touchpoints), by: model)
        for (share, fraction) in zip(shares.shares, shares.fractions) {
          let name = names[Int(share.touchpoint.channel.rawValue) - 1]
          sums[name, default: 0] += fraction * Double(path.converted)
        }
      }
      for (name, expected) in item.heuristics { #expect(isNear(sums[name] ?? 0, expected[keyPath: value])) }
    }
  }

  private static func touchpoint(_ index: Int, hours: Int64, channel: UInt32) -> Touchpoint {
    Touchpoint(
      event: EventID(high: 0, low: UInt64(index)), at: Timestamp(seconds: 1_700_000_000 + hours * 3600), kind: .touch,
      channel: TermID(rawValue: channel), departments: .marketing)
  }

  private static func compare(_ journey: AttributionOracle.Journey) {
    let path = CreditPath(
      journey.hours.enumerated().map { touchpoint($0, hours: -$1, channel: UInt32($0 + 1)) })
    for (model, expected) in [
      (CreditModel.positionBased, Optional(journey.positionBased)),
      (.timeDecay(halfLife: journey.halfLifeHours * 3600), journey.timeDecay),
    ] {
      guard let expected else { continue }
      let shares = CreditShares(of: path, by: model)
      var found = [Double](repeating: 0, count: expected.count)
      for (share, fraction) in zip(shares.shares, shares.fractions) {
        found[Int(share.touchpoint.channel.rawValue) - 1] = fraction
      }
      for (own, other) in zip(found, expected) { #expect(isNear(own, other)) }
    }
  }
}
