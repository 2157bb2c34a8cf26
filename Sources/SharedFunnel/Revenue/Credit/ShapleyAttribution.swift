/// Credit by what a channel adds to the channels that are there. The order and the number of a lead's contacts over a
/// channel do not matter: a path is the set of its channels.
public enum ShapleyGame: String, CaseIterable, Sendable {
  /// A coalition of channels is worth the purchases that it makes alone: those of leads who met no other channel (Zhao,
  /// Mahboobi and Bagheri, "Shapley value methods for attribution modeling in online advertising", 2018). Every
  /// purchase is then divided evenly among the channels of its path, exactly, for any number of channels. Leads who did
  /// not buy play no part.
  case conversions
  /// Each set of channels met together is a game of its own, in which a coalition is worth the share of buyers among
  /// the leads who met just its channels (0 where nobody bought). The purchases of the set are divided in proportion. A
  /// channel that lowers the share is credited less than nothing; money, which no channel can owe, is divided among the
  /// others.
  case rates = "rate"
}

/// The credit of channels by one of the games.
///
/// Paths without a channel are left out: a purchase that no channel shows cannot be credited to one.
public struct ShapleyAttribution<Channel: Hashable & Comparable & Sendable>: Sendable, Equatable {
  /// In the order of the channels.
  public let credits: [ChannelCredit<Channel>]
  /// Purchases of paths without a channel, which are not in the credits.
  public let unattributed: UInt64
  /// Their amount.
  public let unattributedMinor: Int64

  /// Of one path, for ``ShapleyGame/rates``.
  public static var mostChannels: Int { ShapleyValue.mostPlayers }

  public init(_ paths: [ChannelPath<Channel>], game: ShapleyGame = .conversions) throws(AttributionError) {
    guard let totals = PathTotals(paths) else { throw .tooLarge }
    let sets = Self.sets(of: paths)
    var sums: [Channel: (conversions: Double, minor: Int64)] = [:]
    // In one order, so that the same paths give the same last bit however they are listed.
    for (set, sum) in sets.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let weights = game == .rates && sum.converted > 0 ? try Self.game(of: set, among: sets) : set.map { _ in 1 }
      let whole = weights.reduce(0, +)
      let minors = Apportionment.split(sum.minor, weights: weights.map { max(0, $0) })
      for (index, channel) in set.enumerated() {
        let conversions = Double(sum.converted) * weights[index] / whole
        sums[channel, default: (0, 0)].conversions += conversions
        // A part of the whole amount, which fits.
        sums[channel, default: (0, 0)].minor &+= minors?[index] ?? 0
      }
    }
    credits = sums.sorted { $0.key < $1.key }.map { channel, sum in
      ChannelCredit(channel: channel, conversions: sum.conversions, minor: sum.minor, removalEffect: nil)
    }
    unattributed = totals.unattributed
    unattributedMinor = totals.unattributedMinor
  }

  private struct Sum {
    var converted: UInt64 = 0
    var lost: UInt64 = 0
    var minor: Int64 = 0

    /// 0 where nobody bought.
    var rate: Double { converted > 0 ? Double(converted) / (Double(converted) + Double(lost)) : 0 }
  }

  /// What is known of each set of channels, in order within the set.
  private static func sets(of paths: [ChannelPath<Channel>]) -> [[Channel]: Sum] {
    var sets: [[Channel]: Sum] = [:]
    for path in paths where !path.channels.isEmpty {
      let set = Set(path.channels).sorted()
      var sum = sets[set, default: Sum()]
      // The totals of purchases and money fit, and so do their parts.
      sum.converted &+= path.converted
      sum.minor &+= path.minor
      let (lost, overflow) = sum.lost.addingReportingOverflow(path.lost)
      sum.lost = overflow ? .max : lost
      sets[set] = sum
    }
    return sets
  }

  /// The value of each channel of the set, which sum to the rate of the set.
  private static func game(of set: [Channel], among sets: [[Channel]: Sum]) throws(AttributionError) -> [Double] {
    let values = ShapleyValue.values(players: set.count) { coalition in
      sets[set.indices.filter { coalition & 1 << $0 != 0 }.map { set[$0] }]?.rate ?? 0
    }
    guard let values else { throw .tooManyChannels(set.count) }
    return values
  }
}
