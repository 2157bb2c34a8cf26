/// Who gets a part of a pool: a member for a department, a department in general, or nobody.
public struct CommissionPayee: Sendable, Hashable, Comparable {
  /// `nil`: unallocated, for nobody has a share in it.
  public let department: Department?
  /// `nil`: nobody in particular.
  public let member: MemberID?

  public init(department: Department?, member: MemberID?) {
    self.department = department
    self.member = department == nil ? nil : member
  }

  public static let unallocated = CommissionPayee(department: nil, member: nil)

  /// By department, then by member; what is nobody's last.
  public static func < (left: CommissionPayee, right: CommissionPayee) -> Bool {
    func rank(_ payee: CommissionPayee) -> (UInt8, UInt32) {
      (payee.department?.bit ?? .max, payee.member?.rawValue ?? .max)
    }
    return rank(left) < rank(right)
  }
}

/// What one purchase earns, as it was accrued: decided facts, as the journal keeps them.
public struct CommissionAccrual: Sendable, Hashable, Codable {
  public struct Part: Sendable, Hashable, Codable {
    /// A key; `nil`: unallocated.
    public var department: String?
    public var member: MemberID?
    public var minor: Int64

    public init(_ payee: CommissionPayee, _ minor: Int64) {
      department = payee.department?.key
      member = payee.member
      self.minor = minor
    }

    public var payee: CommissionPayee {
      CommissionPayee(department: department.flatMap(Department.init(text:)), member: member)
    }
  }

  public var purchase: EventID
  /// The lead whose purchase was recorded, whichever carries its history since.
  public var lead: LeadID
  /// Of the purchase, in the reporting zone: `2026-08-14`.
  public var day: String
  /// The name of the period over which the tiers run, its first day and the first day behind it.
  public var period: String
  public var first: String
  public var after: String
  public var policy: UInt16
  /// The version of the period's target by which accelerators ran; `nil`: none.
  public var target: UInt16?
  /// ISO 4217 code.
  public var currency: String
  /// The value of the purchase less its refunds, in minor units.
  public var base: Int64
  /// The revenue of the period before it, as it was when this was accrued.
  public var before: Int64
  public var pool: Int64
  /// By payee; they sum to the pool.
  public var parts: [Part]

  /// Whether another accrual would pay the same for the same.
  func pays(what other: CommissionAccrual) -> Bool {
    policy == other.policy && period == other.period && first == other.first && after == other.after
      && day == other.day && base == other.base && pool == other.pool && parts == other.parts
  }

  /// Whether it says what an accrual has to say: `false` if a file was written by something else than this program.
  public var isSound: Bool {
    guard Currency(code: currency) != nil, CivilDate(iso: day) != nil, pool > 0, !parts.isEmpty,
      TargetPeriod(label: period, first: first, after: after) != nil,
      parts.allSatisfy({ $0.minor > 0 && ($0.department == nil) == ($0.payee.department == nil) })
    else { return false }
    return parts.reduce(Int128(0)) { $0 + Int128($1.minor) } == Int128(pool)
  }
}
