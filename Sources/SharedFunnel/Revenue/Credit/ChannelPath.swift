/// Leads that took the same way: the channels (or campaigns, or departments) that they met, in order, how many of them
/// bought and how many did not.
public struct ChannelPath<Channel: Hashable & Comparable & Sendable>: Sendable, Hashable {
  public var channels: [Channel]
  /// How many bought.
  public var converted: UInt64
  /// How many did not.
  public var lost: UInt64
  /// What those who bought brought in all, in minor units of one currency.
  public var minor: Int64

  public init(_ channels: [Channel], converted: UInt64 = 0, lost: UInt64 = 0, minor: Int64 = 0) {
    self.channels = channels
    self.converted = converted
    self.lost = lost
    self.minor = minor
  }
}

/// What a model that compares channels gives to each.
public struct ChannelCredit<Channel: Hashable & Comparable & Sendable>: Sendable, Hashable {
  public let channel: Channel
  /// Of the purchases of all paths with a channel, to which the credits sum.
  public let conversions: Double
  /// Of their amount, to which the credits sum to the minor unit.
  public let minor: Int64
  /// For Markov chains: the share of purchases that would be lost without the channel; `nil` for other models.
  public let removalEffect: Double?
}
