/// The conversion triangle: a cohort a row, an age a column. Rendered elsewhere; no number is computed there.
public struct CohortReport: Sendable, Equatable {
  /// Seconds from the entry, ascending: the columns.
  public let ages: [UInt32]
  /// A row for each cohort from the first to the last one that has leads, or that the period names; the earliest
  /// first.
  public var rows: [CohortRow]
  /// One an age, weighted by leads, over the cohorts that are mature at that age.
  public let total: [CohortTotal]
  /// Leads of all rows.
  public let leads: Int
  /// Leads in no row: first seen in the goal stage or behind it, so that nobody saw them come there.
  public let startedBehind: Int
}

extension CohortReport {
  /// Takes the rows of another report over the same cohorts: those that are missing here have no leads, and those that
  /// are missing there have none in all.
  public mutating func alignRows(with other: CohortReport) {
    let known = Dictionary(rows.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
    let none = CohortCell(converted: 0, lost: 0, open: 0, unresolved: 0, maturity: .mature)
    rows = other.rows.map { row in
      known[row.start]
        ?? CohortRow(
          label: row.label, start: row.start, leads: 0, isUnfinished: row.isUnfinished, cells: ages.map { _ in none })
    }
  }
}

/// Leads that entered in one month (week, quarter …).
public struct CohortRow: Sendable, Equatable {
  /// `2026-10`, which ``DateText/period(_:now:zone:)`` reads.
  public let label: String
  /// First second of the cohort, in seconds since 1970.
  public let start: UInt32
  public let leads: Int
  /// Leads may still enter: the month was not over when observation ended.
  public let isUnfinished: Bool
  /// One an age.
  public var cells: [CohortCell]
}

/// What had become of a cohort by an age. converted + lost + open + unresolved = the leads of the row.
public struct CohortCell: Sendable, Equatable {
  public enum Maturity: String, Sendable, CaseIterable {
    /// Every lead had come to the goal, was lost, or was observed for the whole age.
    case mature
    /// Some leads were observed for the whole age, others may yet come to the goal: the rate is too low.
    case immature
    /// No lead was observed for so long.
    case ahead
  }

  public let converted: Int
  public let lost: Int
  public let open: Int
  public let unresolved: Int
  public let maturity: Maturity
  /// Allows for leads that were not observed for the whole age; there where the cell is immature.
  public var estimate: CumulativeIncidence?

  public var leads: Int { converted + lost + open + unresolved }
  /// Too low where the cell is not mature.
  public var rate: Rate { Rate(converted, of: leads) }
  /// More than a quarter of the leads is neither resolved nor observed for the whole age.
  public var isMostlyUnresolved: Bool { unresolved * 4 > leads }
}

/// The cohorts that are mature at an age, together.
public struct CohortTotal: Sendable, Equatable {
  /// How many cohorts with leads these are.
  public let cohorts: Int
  public let converted: Int
  public let leads: Int

  public var rate: Rate { Rate(converted, of: leads) }
}
