/// One line of panels for each subject: at the left its balance over time, at the right what came in above the axis and
/// what went out below it. Each line has scales of its own, for the first one may be a thousand times the last.
public struct FlowPanels: Sendable, Equatable {
  public struct Interval: Sendable, Equatable {
    public let balance: Int
    public let entered: Int
    /// Below the axis, in this order from it.
    public let moved: Int
    public let lost: Int
    /// For a tooltip.
    public let title: String

    public init(balance: Int, entered: Int, moved: Int, lost: Int, title: String) {
      self.balance = balance
      self.entered = entered
      self.moved = moved
      self.lost = lost
      self.title = title
    }
  }

  public struct Row: Sendable, Equatable {
    public let title: String
    public let subtitle: String
    /// The last balance, in words.
    public let summary: String
    public let ink: Ink
    /// As many as the chart has labels.
    public let intervals: [Interval]

    public init(title: String, subtitle: String, summary: String, ink: Ink, intervals: [Interval]) {
      self.title = title
      self.subtitle = subtitle
      self.summary = summary
      self.ink = ink
      self.intervals = intervals
    }
  }

  public let frame: ChartFrame
  /// Of the intervals.
  public let labels: [String]
  public let rows: [Row]
  /// Over the two panels.
  public let heads: (balance: String, flow: String)
  public let legend: [LegendEntry]
  /// In place of rows, where there are none.
  public let empty: String
  /// A number at an axis.
  public let tickLabel: @Sendable (Int) -> String

  public init(
    frame: ChartFrame, labels: [String], rows: [Row], heads: (balance: String, flow: String), legend: [LegendEntry],
    empty: String, tickLabel: @escaping @Sendable (Int) -> String
  ) {
    self.frame = frame
    self.labels = labels
    self.rows = rows
    self.heads = heads
    self.legend = legend
    self.empty = empty
    self.tickLabel = tickLabel
  }

  public static func == (left: FlowPanels, right: FlowPanels) -> Bool {
    left.frame == right.frame && left.labels == right.labels && left.rows == right.rows && left.heads == right.heads
      && left.legend == right.legend && left.empty == right.empty
  }
}
