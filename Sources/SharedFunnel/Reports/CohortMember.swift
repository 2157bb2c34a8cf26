/// A lead in its cohort: every count and every list of a triangle is a question to this value, which is why they
/// agree.
struct CohortMember {
  /// Place in the table of cohorts.
  let row: Int
  /// The number of its group in the query's dimension; 0 without one.
  let group: UInt32
  let entry: UInt32
  /// When it came to the goal; 0 for never.
  let arrived: UInt32
  /// 0 for not lost, and for a question about losses themselves.
  let lostAt: UInt32
  let observedUntil: UInt32

  /// Whether it was observed for the whole age.
  @inline(__always)
  func hasLived(_ age: UInt32) -> Bool { UInt64(entry) + UInt64(age) < UInt64(observedUntil) }

  @inline(__always)
  func outcome(at age: UInt32) -> CohortOutcome {
    let limit = UInt64(entry) + UInt64(age)
    if arrived != 0, UInt64(arrived) <= limit { return .converted }
    if lostAt != 0, UInt64(lostAt) <= limit { return .lost }
    return hasLived(age) ? .open : .unresolved
  }

  /// How long it took, or was observed, from its entry: for the estimate that allows for open leads.
  var observation: (seconds: Int64, outcome: CumulativeIncidence.Outcome) {
    if arrived != 0 { return (Int64(arrived) - Int64(entry), .reached) }
    if lostAt != 0 { return (Int64(lostAt) - Int64(entry), .lost) }
    return (Int64(observedUntil) - Int64(entry), .open)
  }
}

/// Puts leads into their cohorts; prepared once for a query.
struct CohortPlacer {
  let query: CohortQuery
  private let placer: Placer
  /// 0: the goal is to be lost.
  private let goal: UInt8

  enum Place {
    /// Outside the filter or the period.
    case nowhere
    /// Entered in the goal stage or behind it.
    case behind
    case member(CohortMember)
  }

  init(_ query: CohortQuery) {
    self.query = query
    placer = Placer(query.funnel)
    if case .reaching(let stage) = query.goal { goal = stage.rawValue } else { goal = 0 }
  }

  @inline(__always)
  func place(_ lead: LeadRecord) -> Place {
    guard let place = placer.place(lead), !query.cohorts.starts.isEmpty else { return .nowhere }
    guard goal == 0 || place.entryStage < goal else { return .behind }
    let arrived = goal == 0 ? lead.lostAt : placer.arrival(of: lead, at: goal, from: place.entryStage)
    return .member(
      CohortMember(
        row: query.cohorts.place(of: place.entry), group: placer.group(of: lead, place), entry: place.entry,
        arrived: arrived, lostAt: goal == 0 ? 0 : lead.lostAt, observedUntil: placer.observedUntil(lead)))
  }
}
