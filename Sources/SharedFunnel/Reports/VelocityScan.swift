/// Second pass of a velocity report, over stays.
public struct VelocityScan: VisitScan {
  /// How a stay stands in the report.
  enum Standing: Int {
    case open, forward, back, lost, ahead
  }

  private let query: VelocityQuery
  private let sales: SalesScan
  /// Seconds by group, stage and standing; those of stays that lie ahead are 0.
  private var times: [UInt32: [[UInt32]]] = [:]

  private static let standings = 5

  public init(_ query: VelocityQuery, _ sales: SalesScan) {
    self.query = query
    self.sales = sales
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ visit: VisitRecord) {
    guard let place = query.place(visit, sales) else { return }
    let cell = (Int(visit.stage) - 1) * VelocityScan.standings + place.standing.rawValue
    times[place.group, default: [[UInt32]](repeating: [], count: 8 * VelocityScan.standings)][cell]
      .append(place.seconds)
  }

  /// - Parameters:
  ///   - opportunities: open leads in stage 5 without a purchase, as they were at the end of the period.
  ///   - sales: the leads as they were then, which tells the opportunities' groups.
  public consuming func report(
    _ opportunities: [Opportunity], _ then: SalesScan, _ ownership: Ownership, at time: Timestamp
  ) -> VelocityReport {
    var byGroup: [UInt32: [Opportunity]] = [:]
    for opportunity in opportunities {
      guard let group = then.group(of: opportunity.lead) else { continue }
      byGroup[group, default: []].append(opportunity)
    }
    let owners = Stage.allCases.map { ownership.owners(of: $0, at: time) }
    let keys = Set(times.keys).union(byGroup.keys).union(sales.outcomes.keys).sorted()
    var groups: [VelocityGroup] = []
    var allTimes = [[UInt32]](repeating: [], count: 8 * VelocityScan.standings)
    var allOutcomes = SalesScan.Outcomes()
    for key in keys {
      let own = times[key] ?? [[UInt32]](repeating: [], count: 8 * VelocityScan.standings)
      let outcomes = sales.outcomes[key] ?? SalesScan.Outcomes()
      for index in own.indices { allTimes[index].append(contentsOf: own[index]) }
      allOutcomes.won += outcomes.won
      allOutcomes.lost += outcomes.lost
      allOutcomes.cycles += outcomes.cycles
      guard query.grouping != nil else { continue }
      groups.append(
        VelocityGroup(
          key: key, table: table(own, SalesVelocity(byGroup[key] ?? [], outcomes), owners)))
    }
    return VelocityReport(
      total: table(allTimes, SalesVelocity(byGroup.values.flatMap(\.self), allOutcomes), owners), groups: groups)
  }

  private func table(_ times: [[UInt32]], _ sales: SalesVelocity, _ owners: [DepartmentSet]) -> VelocityTable {
    let shown = Stage.allCases.filter { query.stages.isEmpty || query.stages.contains($0) }
    return VelocityTable(stages: shown.map { stageTimes($0, times, owners[$0.index]) }, sales: sales)
  }

  private func stageTimes(_ stage: Stage, _ times: [[UInt32]], _ owners: DepartmentSet) -> StageTimes {
    func seconds(_ standing: Standing) -> [UInt32] { times[stage.index * VelocityScan.standings + standing.rawValue] }
    let closed = seconds(.forward) + seconds(.back) + seconds(.lost)
    let curve = KaplanMeier(
      closed.map { (Int64($0), true) } + seconds(.open).map { (Int64($0), false) })
    let unknown = KaplanMeier.Quantile(value: nil, low: nil, high: nil)
    return StageTimes(
      stage: stage, owners: owners, closed: Durations(closed), forward: seconds(.forward).count,
      back: seconds(.back).count, lost: seconds(.lost).count, open: Durations(seconds(.open)),
      ahead: seconds(.ahead).count, median: curve?.quantile(0.5) ?? unknown, p90: curve?.quantile(0.9) ?? unknown,
      shares: shares(seconds))
  }

  /// Aalen-Johansen, with the other ways out as competing.
  private func shares(_ seconds: (Standing) -> [UInt32]) -> [ExitShare] {
    guard let window = query.window else { return [] }
    let ways: [(standing: Standing, exit: VisitExit)] = [(.forward, .forward), (.back, .back), (.lost, .lost)]
    return ways.compactMap { way in
      var observations = seconds(.open).map { (seconds: Int64($0), outcome: CumulativeIncidence.Outcome.open) }
      for other in ways {
        observations += seconds(other.standing).map { (Int64($0), other.standing == way.standing ? .reached : .lost) }
      }
      return CumulativeIncidence(observations, by: window).map { ExitShare(exit: way.exit, incidence: $0) }
    }
  }
}

extension VelocityQuery {
  /// Every count and every list of the report asks this, which is why they agree; `nil` for a stay that is in neither.
  func place(
    _ visit: VisitRecord, _ sales: SalesScan
  ) -> (group: UInt32, standing: VelocityScan.Standing, seconds: UInt32)? {
    // A damaged record is in no stage; `check` names it.
    guard visit.stage >= 1, visit.stage <= 8, includes(visit.entered) else { return nil }
    let mark = sales.marks[visit.lead]
    guard mark.group != 0 else { return nil }
    if visit.left != 0, visit.left >= visit.entered, let standing = VelocityScan.Standing(rawValue: Int(visit.exit)),
      standing != .open, standing != .ahead
    {
      return (mark.group - 1, standing, visit.left - visit.entered)
    }
    guard mark.observedUntil >= visit.entered else { return (mark.group - 1, .ahead, 0) }
    return (mark.group - 1, .open, mark.observedUntil - visit.entered)
  }
}

/// Which of a stage's stays a list is asked for.
public enum StayNumber: String, Sendable, CaseIterable {
  case stays, closed, forward, back, lost, open, ahead
}

/// The stays behind one number of ``StageTimes``.
public struct StayListScan: VisitScan {
  private let query: VelocityQuery
  private let sales: SalesScan
  private let stage: Stage?
  private let number: StayNumber
  public private(set) var visits: [VisitRecord] = []

  /// - Parameter stage: `nil`: every stage of the report.
  public init(_ query: VelocityQuery, _ sales: SalesScan, stage: Stage?, _ number: StayNumber) {
    self.query = query
    self.sales = sales
    self.stage = stage
    self.number = number
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ visit: VisitRecord) {
    guard let at = Stage(rawValue: visit.stage), let standing = query.place(visit, sales)?.standing,
      stage.map({ $0 == at }) ?? (query.stages.isEmpty || query.stages.contains(at))
    else { return }
    let isListed =
      switch number {
      case .stays: true
      case .closed: standing == .forward || standing == .back || standing == .lost
      case .forward: standing == .forward
      case .back: standing == .back
      case .lost: standing == .lost
      case .open: standing == .open
      case .ahead: standing == .ahead
      }
    if isListed { visits.append(visit) }
  }
}
