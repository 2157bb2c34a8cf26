/// A part of a target: so much of it in a segment, by a team, of a product or in a month.
public struct TargetPart: Sendable, Hashable, Codable {
  public enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    case segment, team, product, month
  }

  public var by: Dimension
  /// The segment, the team, the product, or the month as `2026-10`.
  public var key: String
  /// In minor units of the target's currency.
  public var minor: Int64

  public init(by: Dimension, key: String, minor: Int64) {
    self.by = by
    self.key = key
    self.minor = minor
  }
}

extension [TargetPart] {
  /// By how much the parts of each dimension miss a target: above zero, they sum to more.
  ///
  /// - Returns: the first dimension that does; `nil`: every one sums to the target. An excess beyond 64 bits is cut.
  public func mismatch(with minor: Int64) -> (dimension: TargetPart.Dimension, by: Int64)? {
    for dimension in TargetPart.Dimension.allCases {
      let parts = filter { $0.by == dimension }
      guard !parts.isEmpty else { continue }
      var sum: Int64 = 0
      for part in parts {
        let (next, overflow) = sum.addingReportingOverflow(part.minor)
        sum = overflow ? .max : next
      }
      if sum != minor { return (dimension, sum.subtractingReportingOverflow(minor).partialValue) }
    }
    return nil
  }
}
