/// Crossings over one line, between one giver and one receiver: as it stood when each was offered.
public struct BoundaryCounts: Sendable, Equatable {
  /// `nil` where a damaged record names none.
  public let line: HandoffLine?
  public let giver: DepartmentSet
  public let receiver: DepartmentSet
  public let counts: HandoffCounts
}

/// Crossings whose lead, or which themselves, have one value in the query's dimension.
public struct HandoffGroup: Sendable, Equatable {
  /// A number of ours: of a term, a place among the months, the raw value of departments. 0: none.
  public let key: UInt32
  public let counts: HandoffCounts
}

public struct HandoffReport: Sendable, Equatable {
  public let total: HandoffCounts
  /// By line, then giver and receiver.
  public let boundaries: [BoundaryCounts]
  /// Empty without a grouping, and by boundary.
  public let groups: [HandoffGroup]
}

/// Adds crossings up to a ``HandoffReport``.
public struct HandoffReportScan: HandoffScan {
  private struct Boundary: Hashable {
    let line: UInt8
    let giver: UInt16
    let receiver: UInt16
  }

  private let query: HandoffQuery
  private var boundaries: [Boundary: HandoffTally] = [:]
  private var groups: [UInt32: HandoffTally] = [:]

  public init(_ query: HandoffQuery) { self.query = query }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard let crossing = Crossing(handoff, asOf: query.asOf) else { return }
    let numbers = query.numbers(of: crossing)
    guard !numbers.isEmpty else { return }
    let boundary = Boundary(line: handoff.line, giver: handoff.giver, receiver: handoff.receiver)
    boundaries[boundary, default: HandoffTally()].add(crossing, numbers, query)
    guard let group = query.group(of: crossing, numbers) else { return }
    groups[group, default: HandoffTally()].add(crossing, numbers, query)
  }

  public consuming func report() -> HandoffReport {
    var all = HandoffTally()
    for tally in boundaries.values { all.merge(tally) }
    let sorted = boundaries.sorted {
      ($0.key.line, $0.key.giver, $0.key.receiver) < ($1.key.line, $1.key.giver, $1.key.receiver)
    }
    return HandoffReport(
      total: all.counts,
      boundaries: sorted.map { key, tally in
        BoundaryCounts(
          line: HandoffLine(packed: key.line), giver: DepartmentSet(rawValue: key.giver),
          receiver: DepartmentSet(rawValue: key.receiver), counts: tally.counts)
      },
      groups: groups.sorted { $0.key < $1.key }.map {
        HandoffGroup(key: $0.key, counts: $0.value.counts)
      })
  }
}

extension HandoffQuery {
  /// `nil` where the report is not broken down.
  func group(of crossing: Crossing, _ numbers: HandoffNumbers) -> UInt32? {
    let record = crossing.record
    switch grouping {
    case .source, .campaign, .segment:
      guard record.slot != HandoffRecord.noSlot else { return waitingGroups[record.lead] ?? 0 }
      return Int(record.slot) < groups.count ? groups[Int(record.slot)] : 0
    case .giver: return UInt32(record.giver)
    case .receiver: return UInt32(record.receiver)
    case .member: return offerer(of: crossing)
    case .reason: return crossing.isExplained ? record.reason : 0
    // One that only fell due in the period stands in the month in which it did.
    case .month: return UInt32(months.place(of: includes(record.offered) ? record.offered : record.due))
    case .boundary, nil: return nil
    }
  }
}

extension Crossing {
  /// Whether it was turned down with a reason, at once or later.
  var isExplained: Bool { outcome == .rejected || record.returned != 0 }
}
