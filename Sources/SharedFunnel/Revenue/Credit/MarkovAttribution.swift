/// Credit by what would be lost without a channel (Anderl, Becker, von Wangenheim and Schumann, "Mapping the customer
/// journey", International Journal of Research in Marketing 33, 2016).
///
/// The paths make a chain: start, channels in order, bought or lost, with the frequencies as probabilities. The removal
/// effect of a channel is 1 - P(buy, when whoever comes to the channel is lost) / P(buy). The purchases are divided in
/// proportion to the removal effects. In a chain of order k a state is the last k channels (fewer near the start), and
/// removing a channel removes every state that it is in.
///
/// Paths without a channel are no part of the chain: a purchase that no channel shows cannot be credited to one.
public struct MarkovAttribution<Channel: Hashable & Comparable & Sendable>: Sendable, Equatable {
  /// In the order of the channels.
  public let credits: [ChannelCredit<Channel>]
  /// P(buy) of a lead with a channel, by the chain; it is their share of buyers.
  public let conversion: Double
  /// Purchases of paths without a channel, which are not in the credits.
  public let unattributed: UInt64
  /// Their amount.
  public let unattributedMinor: Int64

  public static var largestOrder: Int { 8 }
  /// More would take minutes to solve.
  public static var mostStates: Int { 600 }

  public init(_ paths: [ChannelPath<Channel>], order: Int = 1) throws(AttributionError) {
    guard (1...Self.largestOrder).contains(order) else { throw .badOrder(order) }
    guard let totals = PathTotals(paths) else { throw .tooLarge }
    let states = try Self.states(of: paths, order: order)
    let chain = Self.chain(of: paths, states.numbers, order: order)
    let channels = Set(paths.flatMap(\.channels)).sorted()
    let whole = chain.conversion { _ in false }
    let effects = channels.map { channel -> Double in
      guard whole > 0 else { return 0 }
      let without = chain.conversion { states.list[$0].contains(channel) }
      return max(0, 1 - without / whole)
    }
    conversion = whole
    unattributed = totals.unattributed
    unattributedMinor = totals.unattributedMinor
    let sum = effects.reduce(0, +)
    let minors = Apportionment.split(totals.minor, weights: effects)
    credits = channels.indices.map { index in
      ChannelCredit(
        channel: channels[index],
        conversions: sum > 0 ? Double(totals.converted) * effects[index] / sum : 0,
        minor: minors?[index] ?? 0, removalEffect: effects[index])
    }
  }

  /// The last channels before each step of every path, each once; the start is the empty one, and first.
  private static func states(
    of paths: [ChannelPath<Channel>], order: Int
  ) throws(AttributionError) -> (list: [[Channel]], numbers: [[Channel]: Int]) {
    var found: Set<[Channel]> = []
    for path in paths {
      for end in path.channels.indices { found.insert(Array(path.channels[...end].suffix(order))) }
    }
    guard found.count < mostStates else { throw .tooManyStates(found.count + 1) }
    // In one order, so that the same paths give the same last bit however they are listed.
    let list = [[]] + found.sorted { $0.lexicographicallyPrecedes($1) }
    return (list, Dictionary(uniqueKeysWithValues: zip(list, list.indices)))
  }

  private static func chain(
    of paths: [ChannelPath<Channel>], _ numbers: [[Channel]: Int], order: Int
  ) -> AbsorbingChain {
    var chain = AbsorbingChain(states: numbers.count)
    for path in paths where !path.channels.isEmpty {
      let count = Double(path.converted) + Double(path.lost)
      var state = 0
      for end in path.channels.indices {
        guard let other = numbers[Array(path.channels[...end].suffix(order))] else { continue }
        chain.add(count, from: state, to: other)
        state = other
      }
      chain.addConversion(Double(path.converted), from: state)
      chain.addLoss(Double(path.lost), from: state)
    }
    return chain
  }
}

/// Sums over paths, with and without a channel.
struct PathTotals {
  private(set) var converted: UInt64 = 0
  private(set) var minor: Int64 = 0
  private(set) var unattributed: UInt64 = 0
  private(set) var unattributedMinor: Int64 = 0

  /// `nil` where a sum does not fit.
  init?<Channel>(_ paths: [ChannelPath<Channel>]) {
    for path in paths {
      let isEmpty = path.channels.isEmpty
      let count = (isEmpty ? unattributed : converted).addingReportingOverflow(path.converted)
      let money = (isEmpty ? unattributedMinor : minor).addingReportingOverflow(path.minor)
      guard !count.overflow, !money.overflow else { return nil }
      if isEmpty {
        (unattributed, unattributedMinor) = (count.partialValue, money.partialValue)
      } else {
        (converted, minor) = (count.partialValue, money.partialValue)
      }
    }
  }
}
