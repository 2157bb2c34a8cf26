/// How well both sides judged, and what it cost.
public struct HandoffAudit: Sendable, Equatable {
  /// A lead that is lost so many days of 24 hours after it was accepted should not have been accepted, or not offered.
  public static let earlyDays = 14

  /// Leads by how often they were offered over one line, in either direction; of a lead with several lines, over the
  /// one with the most offers.
  public let leadsByOffers: [Int: Int]
  /// For each lead that was offered more than once over one line: seconds from the first of these offers to the last.
  public let cost: Spread
  /// The sum of these.
  public let costSeconds: Int64
  /// Offers that failed criteria and were made all the same, and what became of them.
  public let overridden: HandoffCounts
  /// All the others.
  public let others: HandoffCounts

  /// Leads that were offered so often, or more often.
  public func leads(offeredAtLeast times: Int) -> Int {
    leadsByOffers.reduce(0) { $1.key >= times ? $0 + $1.value : $0 }
  }
}

/// How often a lead was offered.
public struct OfferFrequency: Sendable, Equatable {
  public var times: Int
  /// So often or more.
  public var isAtLeast: Bool

  public init(times: Int, isAtLeast: Bool) {
    self.times = times
    self.isAtLeast = isAtLeast
  }

  func includes(_ count: Int) -> Bool { isAtLeast ? count >= times : count == times }
}

/// Adds crossings up to a ``HandoffAudit``.
public struct HandoffAuditScan: HandoffScan {
  private struct Key: Hashable {
    let lead: UInt32
    /// The lower stage and the higher one: back and forth is one line.
    let line: UInt8
  }
  private struct Offers {
    var count = 0
    var first = UInt32.max
    var last: UInt32 = 0
  }

  private let query: HandoffQuery
  private var offers: [Key: Offers] = [:]
  private var overridden = HandoffTally()
  private var others = HandoffTally()

  public init(_ query: HandoffQuery) { self.query = query }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard let crossing = Crossing(handoff, asOf: query.asOf) else { return }
    let numbers = query.numbers(of: crossing)
    guard numbers.contains(.offered) else { return }
    if handoff.marks.contains(.overridden) {
      overridden.add(crossing, numbers, query)
    } else {
      others.add(crossing, numbers, query)
    }
    let ends = (handoff.line >> 4, handoff.line & 15)
    let key = Key(lead: handoff.lead, line: min(ends.0, ends.1) << 4 | max(ends.0, ends.1))
    var own = offers[key] ?? Offers()
    own.count += 1
    own.first = min(own.first, handoff.offered)
    own.last = max(own.last, handoff.offered)
    offers[key] = own
  }

  /// The most offers over one line, by lead.
  private var mostOffers: [UInt32: Int] {
    offers.reduce(into: [:]) { most, own in most[own.key.lead] = max(most[own.key.lead] ?? 0, own.value.count) }
  }

  public func audit() -> HandoffAudit {
    var costs: [UInt32: Int64] = [:]
    for (key, own) in offers where own.count > 1 { costs[key.lead, default: 0] += Int64(own.last) - Int64(own.first) }
    return HandoffAudit(
      leadsByOffers: mostOffers.values.reduce(into: [:]) { $0[$1, default: 0] += 1 },
      cost: Spread(Array(costs.values)), costSeconds: costs.values.reduce(0, +),
      overridden: overridden.counts(within: query.window), others: others.counts(within: query.window))
  }

  /// The leads that were offered so often.
  public func leads(_ frequency: OfferFrequency) -> [LeadID] {
    mostOffers.filter { frequency.includes($0.value) }.map { LeadID(rawValue: $0.key) }.sorted()
  }
}
