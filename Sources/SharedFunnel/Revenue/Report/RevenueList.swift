/// A number of the report on revenue that has a list behind it.
public enum RevenueNumber: String, Sendable, CaseIterable {
  /// Every sale and refund whose value is known; their values sum to it.
  case attained
  case sold
  case refunded
  case purchases
  case refunds
  case unvalued
  case unpriced
  /// What a department gets, or nobody, by the locked model.
  case credit
  case sourced
  case influenced

  /// Whether it is a number of one department.
  public var isOfDepartment: Bool { self == .credit || self == .sourced || self == .influenced }
}

/// Which list.
public struct RevenueChoice: Sendable, Equatable {
  public var number: RevenueNumber
  /// Of ``RevenueNumber/isOfDepartment``; `nil`: unallocated.
  public var department: Department?
  /// `nil`: the total.
  public var group: RevenueGroup?

  public init(_ number: RevenueNumber, department: Department? = nil, group: RevenueGroup? = nil) {
    self.number = number
    self.department = department
    self.group = group
  }
}

/// A sale or a refund in a list.
public struct RevenueItem: Sendable, Equatable {
  public let entry: RevenueEntry
  public let movement: RevenueMovement
  /// What of it is in the number, in minor units; `nil` for one without a known value.
  public let minor: Int64?
  /// By department, by the locked model; `nil`: unallocated. Empty for one without a known value.
  public let credit: [Department?: Int64]
}

extension RevenueReport {
  /// The movements behind a number, in the order of time: as many as a count says, or summing to an amount.
  public static func list(_ choice: RevenueChoice, _ entries: [RevenueEntry], _ query: RevenueQuery) -> [RevenueItem] {
    entries.flatMap { CreditedMovement.all(of: $0, query) }.compactMap { counted -> RevenueItem? in
      var counted = counted
      if let group = choice.group {
        guard counted.groups(query).contains(group) else { return nil }
        counted = counted.part(in: group, query)
      }
      guard counted.isBehind(choice) else { return nil }
      return RevenueItem(
        entry: counted.entry, movement: counted.movement, minor: counted.minor(of: choice),
        credit: counted.credits.first?.byDepartment ?? [:])
    }.sorted { ($0.movement.at, $0.entry.seq) < ($1.movement.at, $1.entry.seq) }
  }
}

extension CreditedMovement {
  fileprivate func isBehind(_ choice: RevenueChoice) -> Bool {
    switch choice.number {
    case .attained: !credits.isEmpty
    case .sold: movement.kind == .sale && !credits.isEmpty
    case .refunded: movement.kind == .refund && !credits.isEmpty
    case .purchases: movement.kind == .sale
    case .refunds: movement.kind == .refund
    case .unvalued: movement.kind == .sale && movement.gap == .unvalued
    case .unpriced: movement.kind == .sale && movement.gap == .unpriced
    case .credit: credits.first?.byDepartment.keys.contains(choice.department) ?? false
    case .sourced: sourced?.byDepartment.keys.contains(choice.department) ?? false
    case .influenced:
      !credits.isEmpty && (choice.department.map { sourcing.influenced.departments.contains($0) } ?? false)
    }
  }

  fileprivate func minor(of choice: RevenueChoice) -> Int64? {
    switch choice.number {
    case .credit: credits.first?.byDepartment[choice.department]
    case .sourced: sourced?.byDepartment[choice.department]
    default: credits.first?.amount.minor
    }
  }
}
