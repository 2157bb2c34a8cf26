/// Which of a step's numbers a list is asked for.
public enum StepOutcome: String, Sendable, CaseIterable {
  case entered, reached, skipped, cohort, converted, lost, open
}

/// The leads behind one number of a ``FunnelReport``: as many as the number says, since both ask the
/// same ``Placement``.
public struct FunnelListScan: LeadScan {
  private let placer: Placer
  private let stage: Stage
  private let from: Stage?
  private let outcome: StepOutcome
  private let bucket: LossBucket?
  public private(set) var leads: [LeadID] = []

  /// - Parameters:
  ///   - step: the row that the number stands in.
  ///   - bucket: only losses that this side answers for; `nil`: whoever answers for them.
  public init(_ query: FunnelQuery, step: FunnelStep, outcome: StepOutcome, bucket: LossBucket? = nil) {
    placer = Placer(query)
    stage = step.stage
    from = step.from
    self.outcome = outcome
    self.bucket = bucket
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard let place = placer.place(lead) else { return }
    let bit = UInt8(1) << UInt8(stage.index)
    let reached = place.reached & bit != 0
    let entered = reached && place.entered & bit != 0
    let isLost = place.state >= Placer.firstBucket
    if let bucket, !isLost || placer.buckets[place.state - Placer.firstBucket] != bucket { return }
    let inCohort = from.map { place.reached & (1 << UInt8($0.index)) != 0 } ?? reached
    let isListed =
      switch outcome {
      case .entered: entered
      case .reached: reached
      case .skipped: reached && !entered
      case .cohort: inCohort
      case .converted: inCohort && reached
      case .lost: inCohort && !reached && isLost
      case .open: inCohort && !reached && !isLost
      }
    if isListed { leads.append(LeadID(rawValue: lead.lead)) }
  }
}
