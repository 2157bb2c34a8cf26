/// Who brought a purchase in, by one of two definitions, of which a period locks one.
public enum SourcingDefinition: String, CaseIterable, Sendable, Codable {
  /// Whose the creation of the lead was.
  case creation
  /// Whose the first contact was: the first touch, or the creation where that names a source or a campaign, or where
  /// nobody touched the lead before it bought.
  case firstTouch = "first_touch"

  /// In files, JSON and on the command line.
  public var key: String { rawValue }
}

/// Sourced and influenced: two answers side by side, which are never added. Sourced amounts sum to the revenue,
/// influenced ones count a purchase for every department that had a hand in it.
public struct Sourcing: Sendable, Equatable {
  /// The one touchpoint that counts as the source.
  public let source: Touchpoint?
  /// Every department that made a contact.
  public let influenced: DepartmentSet
  /// Every member who made a contact.
  public let influencers: Set<MemberID>

  public init(of path: CreditPath, by definition: SourcingDefinition) {
    let contacts = path.contacts
    switch definition {
    case .creation: source = path.touchpoints.first { $0.kind == .creation }
    case .firstTouch: source = contacts.first
    }
    influenced = contacts.reduce(into: []) { $0.formUnion($1.departments) }
    influencers = Set(contacts.compactMap(\.member))
  }

  /// Empty: nobody knows.
  public var sourced: DepartmentSet { source?.departments ?? [] }

  /// To whom the purchase is sourced by, evenly where there are several.
  public var shares: CreditShares { CreditShares(source.map { [$0] } ?? [], weights: [1]) }

  /// The amount of the purchase to whom it is sourced by.
  public func credit(of amount: Money) -> Credit { shares.credit(of: amount) }
}
