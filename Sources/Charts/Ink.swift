/// A colour that means one thing throughout a chart, always written out: a chart is one file that stands alone.
public struct Ink: Sendable, Hashable {
  /// A word for ids: `marketing`.
  public let name: String
  /// `#1D4FA3`.
  public let solid: String
  /// The same, three quarters white.
  public let tint: String

  public init(name: String, solid: String, tint: String) {
    self.name = name
    self.solid = solid
    self.tint = tint
  }

  public static let neutral = Ink(name: "neutral", solid: "#595959", tint: "#D6D6D6")

  /// How an area is filled.
  public enum Fill: Sendable, Hashable {
    case solid
    case tint
    /// Stripes, so that it is told apart without colour.
    case hatched
  }
}

/// The colours of all that is no measure. Every one of them that carries text has a contrast of 7 : 1 on white.
enum Shade {
  static let paper = "#FFFFFF"
  static let text = "#1A1A1A"
  static let quiet = "#595959"
  static let grid = "#E3E3E3"
}
