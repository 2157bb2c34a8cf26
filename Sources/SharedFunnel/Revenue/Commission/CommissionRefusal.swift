/// Why something about commissions is refused.
public enum CommissionRefusal: Sendable, Equatable {
  case noPolicy
  case noVersion(UInt16)
  case badTerms(CommissionTerms.Problem)
  /// A draft that changes nothing.
  case unchanged(version: UInt16)
  /// What would be paid is not what the policies say by now.
  case behind(purchases: Int)
  case nothingToPay(TargetPeriod)
  case noPurchase(LeadID)
  case heldAlready
  case notHeld
  /// A dispute ends with its ruling.
  case openDispute(LeadID)

  public var message: String {
    switch self {
    case .noPolicy: Text.noPolicy()
    case .noVersion(let version): Text.noVersion(["version": String(version)])
    case .badTerms(let problem): problem.message
    case .unchanged(let version): Text.unchanged(["version": String(version)])
    case .behind(let purchases): Text.behind(["count": String(purchases)])
    case .nothingToPay(let period): Text.nothingToPay(["period": period.label])
    case .noPurchase(let lead): Text.noPurchase(["lead": lead.text])
    case .heldAlready: Text.heldAlready()
    case .notHeld: Text.notHeld()
    case .openDispute(let lead): Text.openDispute(["lead": lead.text])
    }
  }

  private enum Text {
    static let noPolicy = Message(
      "refused.no_policy",
      "There is no commission policy. Draft one with 'funnel commission draft --model linear --tier 0:5'.")
    static let noVersion = Message(
      "refused.no_policy_version", "The commission policy has no version {version}. See 'funnel commission show'.")
    static let unchanged = Message(
      "refused.policy_unchanged", "That is what version {version} of the commission policy says already.")
    static let behind = Message(
      "refused.ledger_behind",
      "The ledger is behind: what {count:purchase earns|purchases earn} has changed. Run 'funnel commission accrue' first."
    )
    static let nothingToPay = Message(
      "refused.nothing_to_pay",
      "Nothing is to be paid for {period}: see 'funnel commission ledger --period {period}'.")
    static let noPurchase = Message("refused.no_purchase_to_hold", "Lead {lead} has no purchase.")
    static let heldAlready = Message("refused.held_already", "That is on hold by hand already.")
    static let notHeld = Message("refused.not_held", "That is not on hold by hand.")
    static let openDispute = Message(
      "refused.held_by_dispute",
      "Lead {lead} has an open dispute. Its commission is released by the first 'funnel commission accrue' after the ruling: see 'funnel dispute list'."
    )
  }
}

extension CommissionTerms.Problem {
  public var message: String {
    switch self {
    case .noTier: Text.noTier()
    case .sameTier: Text.sameTier()
    case .badRate: Text.badRate()
    case .badCap: Text.badCap()
    case .badAccelerator: Text.badAccelerator()
    case .sameAccelerator: Text.sameAccelerator()
    case .aboveRevenue: Text.aboveRevenue()
    case .fiscalStart: Text.fiscalStart()
    }
  }

  private enum Text {
    static let noTier = Message(
      "refused.policy_no_tier", "A policy needs at least one tier: --tier 0:5 pays 5 % from the first amount on.")
    static let sameTier = Message("refused.policy_same_tier", "Two tiers start at the same amount.")
    static let badRate = Message(
      "refused.policy_rate", "A tier starts at an amount of 0 or more and pays from 0 % to 100 %.")
    static let badCap = Message("refused.policy_cap", "A cap is an amount above 0.")
    static let badAccelerator = Message(
      "refused.policy_accelerator",
      "An accelerator starts above 0 % of the target, and multiplies by more than 0 and at most 1000: --accelerator 100%:1.5."
    )
    static let sameAccelerator = Message(
      "refused.policy_same_accelerator", "Two accelerators start at the same attainment.")
    static let aboveRevenue = Message(
      "refused.policy_above_revenue", "The highest rate times the highest factor would pay more than the whole revenue."
    )
    static let fiscalStart = Message("refused.policy_fiscal_start", "Years start in a month from 1 to 12.")
  }
}
