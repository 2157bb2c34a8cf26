/// Who has which share in a purchase, before any amount is divided.
///
/// A touchpoint of several departments (a stage that two own, a member of both) is shared evenly between them. All
/// shares are divided in one go, so that rounding favours nobody twice, and every listing, by department, member or
/// campaign, sums the same parts.
public struct CreditShares: Sendable, Equatable {
  /// What one department has in one touchpoint; `nil` where nobody knows whose it was.
  public struct Share: Sendable, Hashable {
    public let touchpoint: Touchpoint
    public let department: Department?
    /// In proportion to the other shares.
    public let weight: UInt64
  }

  /// In the order of the path, then of the departments. Shares of nothing are left out.
  public let shares: [Share]

  public init(of path: CreditPath, by model: CreditModel) {
    let evidence = model.evidence(in: path)
    self.init(evidence, weights: model.weights(of: evidence))
  }

  /// - Parameter weights: one for each touchpoint, below 2^43.
  init(_ evidence: [Touchpoint], weights: [UInt64]) {
    let counted = zip(evidence, weights).filter { $0.1 > 0 }
    // One unit for all: the least that 1, 2, 3 … departments divide. Sixteen departments make it 20 bits.
    let unit = counted.reduce(UInt64(1)) { unit, item in
      let count = UInt64(max(1, item.0.departments.departments.count))
      return unit / CreditShares.divisor(unit, count) * count
    }
    shares = counted.flatMap { touchpoint, weight -> [Share] in
      let departments = touchpoint.departments.departments
      guard !departments.isEmpty else {
        return [Share(touchpoint: touchpoint, department: nil, weight: weight * unit)]
      }
      let part = weight * (unit / UInt64(departments.count))
      return departments.map { Share(touchpoint: touchpoint, department: $0, weight: part) }
    }
  }

  private static func divisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    right == 0 ? left : divisor(right, left % right)
  }

  /// The shares as fractions that sum to 1, for people to read; amounts are divided without them.
  public var fractions: [Double] {
    let total = shares.reduce(0) { $0 + Double($1.weight) }
    return shares.map { Double($0.weight) / total }
  }

  /// The amount divided. What nobody has a share in is unallocated, as one part.
  public func credit(of amount: Money) -> Credit {
    credit(of: amount, Apportionment.split(amount.minor, weights: shares.map(\.weight)))
  }

  /// What the credit changes by when the amount does: a refund is the change to what is left, a whole refund the change
  /// to nothing, which is the negated credit.
  ///
  /// - Returns: `nil` for amounts so far apart that their difference does not fit 64 bits.
  public func credit(ofChange old: Int64, to new: Int64, in currency: Currency) -> Credit? {
    let (difference, overflow) = new.subtractingReportingOverflow(old)
    guard !overflow else { return nil }
    return credit(
      of: Money(minor: difference, currency: currency),
      Apportionment.change(from: old, to: new, weights: shares.map(\.weight)))
  }

  private func credit(of amount: Money, _ parts: [Int64]?) -> Credit {
    guard let parts else {
      return Credit(amount: amount, parts: [Credit.Part(touchpoint: nil, department: nil, minor: amount.minor)])
    }
    return Credit(
      amount: amount,
      parts: zip(shares, parts).map { share, minor in
        Credit.Part(touchpoint: share.touchpoint, department: share.department, minor: minor)
      })
  }
}
