/// An exact number of at most six decimals, not below zero: a rate of commission, an attainment, a factor.
public struct Millionths: Sendable, Hashable, Comparable {
  public let count: Int64

  public init(count: Int64) { self.count = count }

  public static let one = Millionths(count: 1_000_000)

  /// Reads `1.5`: digits, and at most six behind a point. Nothing is rounded.
  ///
  /// - Returns: `nil` for anything else, and for a number of more than nine digits before the point.
  public init?(decimal text: String) { self.init(text, decimals: 6) }

  /// Reads `7.5` or `7.5%` as 7.5 hundredths, with at most four decimals.
  public init?(percent text: String) {
    self.init(text.hasSuffix("%") ? String(text.dropLast()) : text, decimals: 4)
  }

  private init?(_ text: String, decimals: Int) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...9).contains(whole.utf8.count) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || (1...decimals).contains(fraction.utf8.count) else { return nil }
    let digits = whole + fraction + String(repeating: "0", count: decimals - fraction.utf8.count)
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let count = Int64(digits)
    else { return nil }
    self.init(count: count)
  }

  public static func < (left: Millionths, right: Millionths) -> Bool { left.count < right.count }

  /// `1.5`.
  public var decimal: String { Millionths.text(count, decimals: 6) }

  /// `7.5%`.
  public var percent: String { Millionths.text(count, decimals: 4) + "%" }

  private static func text(_ count: Int64, decimals: Int) -> String {
    let digits = String(count.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return (count < 0 ? "-" : "") + padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

extension Millionths: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(count: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}
