/// What a model that looks at all paths at once gives to each channel: to compare channels by, never to pay by.
public struct ChannelComparison: Sendable, Equatable {
  public let model: ComparisonModel
  /// By channel.
  public let credits: [TermID: ChannelCredit<TermID>]
  /// Purchases whose path shows no channel, and their amount in minor units.
  public let unattributed: UInt64
  public let unattributedMinor: Int64
  /// Leads that met a channel and had not bought.
  public let lost: UInt64

  /// - Throws: ``AttributionError`` where the model cannot be computed.
  public init(_ model: ComparisonModel, _ paths: [ChannelPath<TermID>]) throws(AttributionError) {
    self.model = model
    lost = paths.reduce(0) { $0 &+ ($1.channels.isEmpty ? 0 : $1.lost) }
    let list: [ChannelCredit<TermID>]
    switch model {
    case .markov(let order):
      let result = try MarkovAttribution(paths, order: order)
      (list, unattributed, unattributedMinor) = (result.credits, result.unattributed, result.unattributedMinor)
    case .shapley(let game):
      let result = try ShapleyAttribution(paths, game: game)
      (list, unattributed, unattributedMinor) = (result.credits, result.unattributed, result.unattributedMinor)
    }
    credits = Dictionary(list.map { ($0.channel, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The paths that a comparison is made of.
  ///
  /// - Parameters:
  ///   - entries: every purchase; those that the query counts as made in its period are the bought paths, with what they
  ///     brought in it.
  ///   - others: the channels, in order, of each lead that had bought nothing by the end of the period.
  public static func paths(
    _ entries: [RevenueEntry], _ query: RevenueQuery, others: [[TermID]]
  ) -> [ChannelPath<TermID>] {
    var bought: [ChannelPath<TermID>] = []
    for entry in entries {
      let counted = CreditedMovement.all(of: entry, query)
      guard counted.contains(where: { $0.movement.kind == .sale }) else { continue }
      let minor = counted.reduce(Int64(0)) { $0 &+ ($1.movement.value?.minor ?? 0) }
      bought.append(ChannelPath(entry.path.terms(of: .channel), converted: 1, minor: minor))
    }
    return bought + others.map { ChannelPath($0, lost: 1) }
  }
}
