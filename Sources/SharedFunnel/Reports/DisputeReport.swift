/// What disputes can be broken down by.
public enum DisputeDimension: String, Sendable, CaseIterable {
  case cause
  /// Of the cause: economic, cultural, or none where the catalogue does not have it.
  case kind
  /// In which it was opened, in the reporting zone.
  case month
  /// The member who opened it.
  case opener
  case outcome
  /// A rejection, or a return.
  case subject
  case boundary
}

/// Disputes, broken down one way or several: the rows of each way sum to `total`.
public struct DisputeReport: Sendable, Equatable {
  public let total: DisputeTally
  /// Until a ruling, with the open ones as far as they have been waiting: Kaplan-Meier.
  public let median: KaplanMeier.Quantile?
  public let sides: [DisputeSide]
  public let breakdowns: [DisputeBreakdown]
}

public struct DisputeBreakdown: Sendable, Equatable {
  public let dimension: DisputeDimension
  public let rows: [DisputeRow]
}

public struct DisputeRow: Sendable, Equatable {
  /// `nil`: without one, such as a dispute that an import opened.
  public let name: String?
  public let tally: DisputeTally
}

/// What became of the disputes of one side.
public struct DisputeSide: Sendable, Equatable {
  public enum Role: String, Sendable, CaseIterable {
    /// It objected: overturned means that it was right.
    case giver
    /// It had rejected or returned the lead: overturned means that it was not.
    case receiver
  }

  public let role: Role
  public let departments: DepartmentSet
  public let tally: DisputeTally
}

/// Disputes by their outcome, and how long they took.
public struct DisputeTally: Sendable, Equatable {
  public let open: Int
  public let upheld: Int
  public let overturned: Int
  public let split: Int
  /// From the opening to the ruling, over the ruled ones.
  public let ruling: WaitingTimes
  /// From the opening to the end of observation, over the open ones.
  public let age: WaitingTimes

  public var ruled: Int { upheld + overturned + split }
  public var opened: Int { ruled + open }
  /// Of the rulings.
  public var overturnedShare: Rate { Rate(overturned, of: ruled) }

  init(_ cases: [DisputeCase], asOf end: Timestamp) {
    func count(_ outcome: DisputeOutcome) -> Int { cases.count { $0.outcome == outcome } }
    open = count(.open)
    upheld = count(.upheld)
    overturned = count(.overturned)
    split = count(.split)
    ruling = WaitingTimes(
      cases.compactMap { found in found.ruled.map { $0.seconds - found.opened.seconds } })
    age = WaitingTimes(cases.filter { $0.ruling == nil }.map { end.seconds - $0.opened.seconds })
  }
}

/// Lengths of time in seconds: how many, and their percentiles (type 7).
public struct WaitingTimes: Sendable, Equatable {
  public let count: Int
  public let p50: Double?
  public let p90: Double?
  public let max: Int64?

  public init(_ seconds: [Int64]) {
    var seconds = seconds
    count = seconds.count
    p50 = Quantile.type7(&seconds, 0.5)
    p90 = Quantile.type7(&seconds, 0.9)
    max = seconds.max()
  }
}
