/// How well both sides judged, and what it cost.
public struct HandoffAudit: Sendable, Equatable {
  /// A lead that is lost so many days of 24 hours after it was accepted should not have been accepted, or not offered.
  public static let earlyDays = 14

  /// How often leads were offered over one line, in either direction: a lead at each of its lines is one.
  public let offersAtLine: [Int: Int]
  /// For each lead that was offered more than once over one line: seconds from the first of these offers to the last.
  public let cost: Spread
  /// The sum of these.
  public let costSeconds: Int64
  /// Offers that failed criteria and were made all the same, and what became of them.
  public let overridden: HandoffCounts
  /// All the others.
  public let others: HandoffCounts
  /// Who offered and who overrode, the most overrides first.
  public let offerers: [OffererCounts]

  /// Leads that were offered so often over one line, or more often; a lead counts at each of its lines.
  public func leads(offeredAtLeast times: Int) -> Int {
    offersAtLine.reduce(0) { $1.key >= times ? $0 + $1.value : $0 }
  }
}

/// The offers of one member, on behalf of one side.
public struct OffererCounts: Sendable, Equatable {
  /// The departments on whose behalf the offers were made.
  public let giver: DepartmentSet
  /// `nil`: made by no member, as an import brings them.
  public let member: MemberID?
  public let offered: Int
  public let overridden: Int

  /// Of the offers, those that failed criteria and were made all the same.
  public var share: Rate { Rate(overridden, of: offered) }
}

/// Adds crossings up to a ``HandoffAudit``.
public struct HandoffAuditScan: HandoffScan {
  private struct Place: Hashable {
    let lead: UInt32
    /// The lower stage and the higher one: back and forth is one line.
    let line: UInt8
  }
  private struct Offerer: Hashable {
    let giver: UInt16
    /// 0: none.
    let member: UInt32
  }

  private let query: HandoffQuery
  private var places: [Place: (count: Int, first: UInt32, last: UInt32)] = [:]
  private var offerers: [Offerer: (offered: Int, overridden: Int)] = [:]
  private var overridden = HandoffTally()
  private var others = HandoffTally()

  public init(_ query: HandoffQuery) { self.query = query }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard let crossing = Crossing(handoff, asOf: query.asOf) else { return }
    let numbers = query.numbers(of: crossing)
    guard numbers.contains(.offered) else { return }
    let isOverridden = numbers.contains(.overridden)
    if isOverridden {
      overridden.add(crossing, numbers, query)
    } else {
      others.add(crossing, numbers, query)
    }
    let offerer = Offerer(giver: handoff.giver, member: query.offerer(of: crossing))
    offerers[offerer, default: (0, 0)].offered += 1
    if isOverridden { offerers[offerer, default: (0, 0)].overridden += 1 }
    let ends = (handoff.line >> 4, handoff.line & 15)
    let place = Place(lead: handoff.lead, line: min(ends.0, ends.1) << 4 | max(ends.0, ends.1))
    let known = places[place] ?? (0, .max, 0)
    places[place] = (known.count + 1, min(known.first, handoff.offered), max(known.last, handoff.offered))
  }

  public func audit() -> HandoffAudit {
    let costs = places.values.filter { $0.count > 1 }.map { Int64($0.last) - Int64($0.first) }
    return HandoffAudit(
      offersAtLine: places.values.reduce(into: [:]) { $0[$1.count, default: 0] += 1 }, cost: Spread(costs),
      costSeconds: costs.reduce(0, +), overridden: overridden.counts, others: others.counts,
      offerers: offerers.sorted { left, right in
        (right.value.overridden, right.value.offered, left.key.giver, left.key.member)
          < (left.value.overridden, left.value.offered, right.key.giver, right.key.member)
      }.map { key, counts in
        OffererCounts(
          giver: DepartmentSet(rawValue: key.giver), member: key.member == 0 ? nil : MemberID(rawValue: key.member),
          offered: counts.offered, overridden: counts.overridden)
      })
  }

  /// The leads that were offered so often over one line, a lead at each of its lines.
  public func leads(_ frequency: OfferFrequency) -> [LeadAtLine] {
    places.filter { frequency.includes($0.value.count) }.map { place, offers in
      LeadAtLine(
        lead: LeadID(rawValue: place.lead), line: HandoffLine(packed: place.line), offers: offers.count,
        first: offers.first, last: offers.last)
    }.sorted { ($0.lead, $0.line?.packed ?? 0) < ($1.lead, $1.line?.packed ?? 0) }
  }
}
