import Testing

@testable import SharedFunnel

/// The models that compare channels, by their definitions.
struct ChannelAttributionTests {
  private func randomPaths(_ random: inout SplitMix64, channels: Int) -> [ChannelPath<Int>] {
    (0..<Int.random(in: 1...12, using: &random)).map { _ in
      ChannelPath(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in Int.random(in: 1...channels, using: &random) },
        converted: UInt64.random(in: 0...9, using: &random), lost: UInt64.random(in: 0...30, using: &random),
        minor: Int64.random(in: -100...100_000, using: &random))
    }
  }

  /// Start to A always, A to B in half of the paths, B buys in half; by hand: without A nobody buys, without B only
  /// those who bought at A.
  @Test func aChainByHand() throws {
    let paths = [
      ChannelPath(["a"], converted: 1, lost: 1, minor: 500),
      ChannelPath(["a", "b"], converted: 1, lost: 1, minor: 500),
    ]
    let chain = try MarkovAttribution(paths)
    #expect(chain.conversion == 0.5)
    #expect(chain.credits.map(\.removalEffect) == [1, 0.5])
    #expect(chain.credits.map { ($0.conversions * 3).rounded() } == [4, 2])
    #expect(chain.credits.map(\.minor) == [667, 333])
  }

  @Test func creditsSumToThePurchases() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<400 {
      let paths = randomPaths(&random, channels: 5)
      let met = paths.filter { !$0.channels.isEmpty }
      let converted = Double(met.reduce(0) { $0 + $1.converted })
      let minor = met.reduce(0) { $0 + $1.minor }
      for order in 1...3 {
        let chain = try MarkovAttribution(paths, order: order)
        // The chain is made of the paths, so it converts as they do.
        let leads = met.reduce(0.0) { $0 + Double($1.converted + $1.lost) }
        #expect(leads == 0 || abs(chain.conversion - converted / leads) < 1e-12)
        #expect(abs(chain.credits.reduce(0) { $0 + $1.conversions } - converted) < 1e-9)
        if converted > 0 { #expect(chain.credits.reduce(0) { $0 + $1.minor } == minor) }
        #expect(chain.credits.allSatisfy { (0...1).contains($0.removalEffect ?? -1) })
      }
      for game in ShapleyGame.allCases {
        let credits = try ShapleyAttribution(paths, game: game).credits
        #expect(abs(credits.reduce(0) { $0 + $1.conversions } - converted) < 1e-9)
        #expect(credits.reduce(0) { $0 + $1.minor } == minor)
      }
    }
  }

  @Test func thePathsMayComeInAnyOrderAndInPieces() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<100 {
      let paths = randomPaths(&random, channels: 4)
      // Each path as its buyers and the others, the other way round; money stays with the buyers.
      let pieces = paths.reversed().flatMap { path in
        [
          ChannelPath(path.channels, lost: path.lost),
          ChannelPath(path.channels, converted: path.converted, minor: path.minor),
        ]
      }
      #expect(try MarkovAttribution(paths, order: 2) == MarkovAttribution(pieces, order: 2))
      for game in ShapleyGame.allCases {
        #expect(try ShapleyAttribution(paths, game: game) == ShapleyAttribution(pieces, game: game))
      }
    }
  }

  /// The definition: over all orders of joining.
  private func byPermutations(_ players: Int, _ value: (Int) -> Double) -> [Double] {
    var sums = [Double](repeating: 0, count: players)
    var orders = 0.0
    func join(_ present: Int, _ gains: [Double]) {
      guard present != (1 << players) - 1 else {
        for player in 0..<players { sums[player] += gains[player] }
        orders += 1
        return
      }
      for player in 0..<players where present & 1 << player == 0 {
        var more = gains
        more[player] = value(present | 1 << player) - (present == 0 ? 0 : value(present))
        join(present | 1 << player, more)
      }
    }
    join(0, [Double](repeating: 0, count: players))
    return sums.map { $0 / orders }
  }

  @Test func valuesAreThoseOfAllOrdersOfJoining() throws {
    var random = SplitMix64(seed: 6)
    for players in 0...6 {
      let worth = (0..<(1 << players)).map { _ in Double.random(in: -5...20, using: &random) }
      let values = try #require(ShapleyValue.values(players: players) { worth[$0] })
      for (value, expected) in zip(values, byPermutations(players) { worth[$0] }) {
        #expect(abs(value - expected) < 1e-9)
      }
    }
  }

  /// The game of conversions is solved without coalitions; by coalitions it comes to the same.
  @Test func evenSharesAreTheValuesOfTheGameOfConversions() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<60 {
      let paths = randomPaths(&random, channels: 6)
      let channels = Set(paths.flatMap(\.channels)).sorted()
      let values = try #require(
        ShapleyValue.values(players: channels.count) { coalition in
          let present = Set(channels.indices.filter { coalition & 1 << $0 != 0 }.map { channels[$0] })
          return paths.reduce(0) { sum, path in
            let isAlone = !path.channels.isEmpty && present.isSuperset(of: path.channels)
            return isAlone ? sum + Double(path.converted) : sum
          }
        })
      for (credit, value) in zip(try ShapleyAttribution(paths).credits, values) {
        #expect(abs(credit.conversions - value) < 1e-9)
      }
    }
  }

  @Test func whatNoChannelShowsIsSaidApart() throws {
    let paths = [ChannelPath<Int>([], converted: 3, lost: 9, minor: 70), ChannelPath([1], converted: 1, minor: 30)]
    let chain = try MarkovAttribution(paths)
    #expect(chain.unattributed == 3 && chain.unattributedMinor == 70)
    #expect(chain.credits.map(\.conversions) == [1] && chain.credits.map(\.minor) == [30])
    let game = try ShapleyAttribution(paths)
    #expect(game.unattributed == 3 && game.unattributedMinor == 70 && game.credits.map(\.minor) == [30])
    #expect(try MarkovAttribution([ChannelPath<Int>]()).credits.isEmpty)
    #expect(try MarkovAttribution([ChannelPath([1, 2], lost: 5)]).credits.map(\.conversions) == [0, 0])
  }

  @Test func limitsAreSaidAndNotRunInto() {
    let wide = ChannelPath(Array(1...17), converted: 1)
    #expect(throws: AttributionError.tooManyChannels(17)) {
      try ShapleyAttribution([wide], game: .rates)
    }
    #expect(throws: Never.self) { try ShapleyAttribution([wide]) }
    #expect(throws: AttributionError.tooManyStates(1_001)) {
      try MarkovAttribution([ChannelPath(Array(1...1_000), converted: 1)])
    }
    #expect(throws: AttributionError.badOrder(0)) { try MarkovAttribution([wide], order: 0) }
    let most = ChannelPath([1], converted: .max, lost: .max, minor: .max)
    #expect(throws: AttributionError.tooLarge) { try MarkovAttribution([most, most]) }
    #expect(throws: AttributionError.tooLarge) { try ShapleyAttribution([most, most]) }
  }
}
