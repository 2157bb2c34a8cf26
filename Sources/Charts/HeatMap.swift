/// A table whose cells are as dark as their shares are large; in steps, so that each can be told from the next.
public struct HeatMap: Sendable, Equatable {
  public enum Cell: Sendable, Equatable {
    /// A share of 0...1.
    case measured(Double, text: String, title: String)
    /// Not measured to the end: striped, and not on the scale.
    case estimated(text: String, title: String)
    case empty
  }

  public struct Row: Sendable, Equatable {
    public let title: String
    public let count: String
    /// One a column.
    public let cells: [Cell]

    public init(title: String, count: String, cells: [Cell]) {
      self.title = title
      self.count = count
      self.cells = cells
    }
  }

  public let frame: ChartFrame
  /// Over the titles of the rows, and over their counts.
  public let heads: (title: String, count: String)
  public let columns: [String]
  public let rows: [Row]
  /// Under a line: the rows together.
  public let total: Row
  /// What stripes mean.
  public let estimated: String
  /// In place of rows, where there are none.
  public let empty: String
  /// A step of the scale, in words.
  public let stepLabel: @Sendable (_ low: Double, _ high: Double) -> String

  public init(
    frame: ChartFrame, heads: (title: String, count: String), columns: [String], rows: [Row], total: Row,
    estimated: String, empty: String, stepLabel: @escaping @Sendable (_ low: Double, _ high: Double) -> String
  ) {
    self.frame = frame
    self.heads = heads
    self.columns = columns
    self.rows = rows
    self.total = total
    self.estimated = estimated
    self.empty = empty
    self.stepLabel = stepLabel
  }

  public static func == (left: HeatMap, right: HeatMap) -> Bool {
    left.frame == right.frame && left.heads == right.heads && left.columns == right.columns && left.rows == right.rows
      && left.total == right.total && left.estimated == right.estimated && left.empty == right.empty
  }
}

/// The joint colour #2B1545 from a trace of it to all of it, each with the colour that a text on it has.
enum HeatShade {
  static let all: [(ink: Ink, text: String)] = [
    (Ink(name: "heat-1", solid: "#EEECF0", tint: "#EEECF0"), Shade.text),
    (Ink(name: "heat-2", solid: "#CAC4D0", tint: "#CAC4D0"), Shade.text),
    (Ink(name: "heat-3", solid: "#A69DB1", tint: "#A69DB1"), Shade.text),
    (Ink(name: "heat-4", solid: "#6E5F80", tint: "#6E5F80"), Shade.paper),
    (Ink(name: "heat-5", solid: "#2B1545", tint: "#CAC4D0"), Shade.paper),
  ]
  /// Stripes so light that a text is read on them.
  static let estimate = Ink(name: "estimate", solid: "#CAC4D0", tint: "#EEECF0")

  /// The shade of one step of some: the first is the lightest and the last the darkest.
  static func of(step: Int, among count: Int) -> (ink: Ink, text: String) {
    let last = all.count - 1
    return all[count > 1 ? min(max(step * last / (count - 1), 0), last) : last / 2]
  }
}
