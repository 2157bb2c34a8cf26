public import SharedFunnel

/// A report on losses as people ask for it.
public struct LossRequest: Sendable {
  public var scope: ReportScope
  /// When the leads were lost.
  public var period: Period?
  /// When they first entered the funnel.
  public var entered: Period?
  public var conditions: [Condition] = []
  public var dimensions: [LossDimension] = [.reason, .stage, .owner, .source]
  /// The same is asked about losses in this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// What a list of losses is asked for: leads that have every one of these. The words are those of the report; `nil` for
/// leads without one.
public typealias LossChoice = [(dimension: LossDimension, word: String?)]

/// A report on losses in words.
public struct LossAnswer: Sendable {
  public struct Breakdown: Sendable {
    public let dimension: LossDimension
    public let rows: [Row]
  }

  public struct Row: Sendable {
    /// `nil`: leads without a value, such as a loss for which nobody gave a reason.
    public let name: String?
    public let numbers: LossRow
  }

  public let report: LossReport
  public let breakdowns: [Breakdown]
  public let zone: String
  public let observedUntil: Timestamp
  public let observedUntilBySource: [String: Timestamp]
  public let period: Period?
  public var previous: [LossAnswer] = []
}
