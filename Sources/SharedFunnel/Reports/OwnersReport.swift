/// One stage and whose it is.
public struct OwnedStage: Sendable, Equatable {
  public let stage: Stage
  public let owners: DepartmentSet
  /// Since when these departments own it; `nil`: since ever.
  public let since: Timestamp?
  /// `nil`: nobody is named, which is a warning.
  public let responsible: MemberID?
  /// Open leads in the stage now.
  public let open: Int
  /// Leads that came into the stage in the period, reopened ones with them.
  public let entered: Int
  /// Leads that left it in the period: forward, back or lost.
  public let forward: Int
  public let back: Int
  public let lost: Int
}

/// Which stage each department owns, and where the lines are.
public struct OwnersReport: Sendable, Equatable {
  public let stages: [OwnedStage]
  public let lines: [Boundary]
  /// Stages with several owners, which have no line toward either of them.
  public let shared: [Stage]
}

/// Adds stays up to an ``OwnersReport``.
public struct OwnersScan: VisitScan {
  private let period: Range<UInt32>
  private let asOf: Timestamp
  private var open = [Int](repeating: 0, count: 9)
  private var entered = [Int](repeating: 0, count: 9)
  private var exits = [Int](repeating: 0, count: 36)

  /// - Parameter period: in seconds since 1970.
  public init(period: Range<UInt32>, asOf: Timestamp) {
    self.period = period
    self.asOf = asOf
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ visit: VisitRecord) {
    let stage = Int(min(visit.stage, 8))
    if visit.left == 0 { open[stage] += 1 }
    if period.contains(visit.entered) { entered[stage] += 1 }
    if visit.left != 0, period.contains(visit.left) { exits[stage * 4 + Int(visit.exit & 3)] += 1 }
  }

  public consuming func report(_ ownership: Ownership) -> OwnersReport {
    let stages = Stage.allCases.map { stage in
      let number = stage.number
      return OwnedStage(
        stage: stage, owners: ownership.owners(of: stage, at: asOf), since: ownership.ownedSince(stage, at: asOf),
        responsible: ownership.responsible(for: stage, at: asOf), open: open[number], entered: entered[number],
        forward: exits[number * 4 + Int(VisitExit.forward.rawValue)],
        back: exits[number * 4 + Int(VisitExit.back.rawValue)],
        lost: exits[number * 4 + Int(VisitExit.lost.rawValue)])
    }
    return OwnersReport(
      stages: stages, lines: ownership.boundaries(at: asOf),
      shared: stages.filter { $0.owners.departments.count > 1 }.map(\.stage))
  }
}
