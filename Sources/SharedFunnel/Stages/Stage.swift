/// One of the eight stages of the shared funnel, in order.
///
/// Stage 1 is knowing the need or the category; stage 2 is knowing our brand. By default marketing
/// owns stages 1 to 4 and sales 5 to 8; see ``Ownership``.
public enum Stage: UInt8, CaseIterable, Sendable, Hashable, Comparable {
  case customerAwareness = 1
  case brandAwareness
  case brandConsideration
  case brandPreference
  case purchaseIntention
  case purchase
  case customerLoyalty
  case customerAdvocacy

  /// The stable name in files, JSON and SQL: `brand_preference`.
  public var key: String {
    switch self {
    case .customerAwareness: "customer_awareness"
    case .brandAwareness: "brand_awareness"
    case .brandConsideration: "brand_consideration"
    case .brandPreference: "brand_preference"
    case .purchaseIntention: "purchase_intention"
    case .purchase: "purchase"
    case .customerLoyalty: "customer_loyalty"
    case .customerAdvocacy: "customer_advocacy"
    }
  }

  /// 1 to 8.
  public var number: Int { Int(rawValue) }

  /// 0 to 7, for arrays over the stages.
  @inlinable public var index: Int { Int(rawValue) - 1 }

  /// The stage that people type: its number, its key, or its key with dashes, in any case.
  public init?(text: String) {
    // As files have it, a million times: a number, or the key itself.
    if let known = Stage.byName[text] {
      self = known
      return
    }
    guard let stage = Stage.byName[text.lowercased().replacing("-", with: "_")] else { return nil }
    self = stage
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { [($0.key, $0), (String($0.rawValue), $0)] })

  public init?(number: Int) {
    guard let raw = UInt8(exactly: number) else { return nil }
    self.init(rawValue: raw)
  }

  public var next: Stage? { Stage(rawValue: rawValue + 1) }

  public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
}
