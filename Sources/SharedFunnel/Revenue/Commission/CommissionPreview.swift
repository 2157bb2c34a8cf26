/// What a version of the policy would have paid for the purchases of some days, beside what the policies in force pay.
public struct CommissionPreview: Sendable, Equatable {
  public struct Line: Sendable, Equatable {
    public let payee: CommissionPayee
    public let supposed: Int64
    public let inForce: Int64
    public var difference: Int64 { supposed - inForce }
  }

  /// By payee; what is nobody's last. In every column they sum to the total.
  public let lines: [Line]
  public let total: Line
  public let supposed: CommissionAssessment
  public let inForce: CommissionAssessment

  /// - Parameter entries: every purchase, in the order in which they were recorded.
  public init(
    of policy: CommissionPolicy, over period: TargetPeriod, _ entries: [RevenueEntry], _ rules: CommissionRules
  ) {
    // The tiers run over more days than are asked about; what is listed is of those days alone.
    let supposed = rules.supposing(policy).assess(entries)
    let inForce = rules.assess(entries)
    self.supposed = supposed.limited(to: period, in: rules.zone)
    self.inForce = inForce.limited(to: period, in: rules.zone)
    let would = supposed.sums(from: period.first, to: period.after)
    let does = inForce.sums(from: period.first, to: period.after)
    lines = Set(would.keys).union(does.keys).sorted().map { payee in
      Line(payee: payee, supposed: would[payee] ?? 0, inForce: does[payee] ?? 0)
    }
    // No sum is larger than the revenue, which 64 bits hold.
    total = Line(
      payee: .unallocated, supposed: lines.reduce(0) { $0 &+ $1.supposed },
      inForce: lines.reduce(0) { $0 &+ $1.inForce })
  }
}
