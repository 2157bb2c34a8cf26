/// Bars from left to right, a row each, with columns of text at their right; all on one scale that begins at zero.
public struct BarChart: Sendable, Equatable {
  public struct Segment: Sendable, Equatable {
    public let count: Int
    public let ink: Ink
    public let fill: Ink.Fill
    /// What the segment is, for a tooltip.
    public let title: String

    public init(count: Int, ink: Ink, fill: Ink.Fill, title: String) {
      self.count = count
      self.ink = ink
      self.fill = fill
      self.title = title
    }
  }

  public struct Row: Sendable, Equatable {
    public let title: String
    public let subtitle: String
    public let ink: Ink
    public let segments: [Segment]
    /// One a column.
    public let cells: [String]
    /// A line that stands between this row and the next, in words; `nil`: none.
    public var lineBelow: String?

    public init(
      title: String, subtitle: String, ink: Ink, segments: [Segment], cells: [String], lineBelow: String? = nil
    ) {
      self.title = title
      self.subtitle = subtitle
      self.ink = ink
      self.segments = segments
      self.cells = cells
      self.lineBelow = lineBelow
    }
  }

  public let frame: ChartFrame
  public let columns: [String]
  public let rows: [Row]
  /// What the axis counts: `leads`.
  public let unit: String
  /// A number at the axis.
  public let tickLabel: @Sendable (Int) -> String
  public let legend: [LegendEntry]
  /// In place of rows, where there are none.
  public let empty: String

  public init(
    frame: ChartFrame, columns: [String], rows: [Row], unit: String, legend: [LegendEntry], empty: String,
    tickLabel: @escaping @Sendable (Int) -> String
  ) {
    self.frame = frame
    self.columns = columns
    self.rows = rows
    self.unit = unit
    self.legend = legend
    self.empty = empty
    self.tickLabel = tickLabel
  }

  public static func == (left: BarChart, right: BarChart) -> Bool {
    left.frame == right.frame && left.columns == right.columns && left.rows == right.rows
      && left.legend == right.legend && left.unit == right.unit && left.empty == right.empty
  }
}
