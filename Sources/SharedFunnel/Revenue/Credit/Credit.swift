/// A purchase divided: marketing + sales + other departments + unallocated = the amount, to the minor unit, and so for
/// members, channels, campaigns and sources.
public struct Credit: Sendable, Equatable {
  /// What one department gets for one touchpoint.
  public struct Part: Sendable, Hashable {
    /// `nil` where the path shows nothing that the model counts.
    public let touchpoint: Touchpoint?
    /// `nil`: unallocated.
    public let department: Department?
    public let minor: Int64

    /// Who earned it for the department; `nil`: nobody in particular.
    public var member: MemberID? {
      guard let touchpoint, let department else { return touchpoint?.member }
      return touchpoint.memberOf.contains(DepartmentSet(department)) ? touchpoint.member : nil
    }
  }

  public let amount: Money
  /// They sum to the amount.
  public let parts: [Part]

  init(amount: Money, parts: [Part]) {
    self.amount = amount
    self.parts = parts
  }

  /// - Parameter path: of the purchase whose amount it is.
  public init(of amount: Money, for path: CreditPath, by model: CreditModel) {
    self = CreditShares(of: path, by: model).credit(of: amount)
  }

  public func minor(of department: Department) -> Int64 { sums(by: \.department)[department] ?? 0 }

  /// What no department gets: touchpoints of nobody known, and amounts without evidence.
  public var unallocated: Int64 { sums(by: \.department)[nil] ?? 0 }

  /// The amount by whatever a part has; the values sum to it.
  public func sums<Key: Hashable>(by key: (Part) -> Key) -> [Key: Int64] {
    // No partial sum of parts of one sign is larger than the amount; of a change, wrapping undoes itself.
    parts.reduce(into: [:]) { $0[key($1), default: 0] &+= $1.minor }
  }

  /// By department; `nil`: unallocated.
  public var byDepartment: [Department?: Int64] { sums(by: \.department) }

  /// By member; `nil`: nobody in particular.
  public var byMember: [MemberID?: Int64] { sums(by: \.member) }

  /// By channel, campaign or source; ``TermID/none``: none in particular.
  public func by(_ dimension: CreditDimension) -> [TermID: Int64] {
    sums { $0.touchpoint?.term(of: dimension) ?? .none }
  }
}
