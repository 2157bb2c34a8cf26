/// A sale or a refund with who gets how much of it, by each model of a query.
///
/// A refund takes back from whom the sale gave: its credit is the difference between that of what is left and that of
/// what was there.
struct CreditedMovement {
  let entry: RevenueEntry
  let movement: RevenueMovement
  /// One a model, in their order; empty where the movement is in no sum.
  let credits: [Credit]
  let sourced: Credit?
  let sourcing: Sourcing

  /// The movements of a purchase that the query counts, whichever rows they are in.
  static func all(of entry: RevenueEntry, _ query: RevenueQuery) -> [CreditedMovement] {
    guard entry.movements.contains(where: { query.period.contains($0.at) }), query.filter.matches(entry, query) else {
      return []
    }
    let shares = query.models.map { CreditShares(of: entry.path, by: $0) }
    let sourcing = Sourcing(of: entry.path, by: query.sourcing)
    let sources = sourcing.shares
    var counted: [CreditedMovement] = []
    var left: Int64 = 0
    for movement in entry.movements {
      let before = left
      // What is paid back is at most what was paid.
      if let value = movement.value { left &+= value.minor }
      guard query.period.contains(movement.at) else { continue }
      let credits = movement.value.map { value in
        shares.compactMap { $0.credit(ofChange: before, to: left, in: value.currency) }
      }
      counted.append(
        CreditedMovement(
          entry: entry, movement: movement, credits: credits ?? [],
          sourced: movement.value.flatMap { sources.credit(ofChange: before, to: left, in: $0.currency) },
          sourcing: sourcing))
    }
    return counted
  }

  /// The rows that the movement is in. One that is credited to several, or to nobody, is in the row of each.
  func groups(_ query: RevenueQuery) -> Set<RevenueGroup> {
    switch query.grouping {
    case nil: []
    case .month: [.month(PeriodUnit.month.start(of: query.zone.date(of: movement.at)))]
    case .segment: [.term(entry.segment)]
    case .source: [.term(entry.source)]
    case .campaign: [.term(entry.campaign)]
    case .product: [.term(entry.purchase.product)]
    case .currency: [.currency(entry.purchase.amount?.currency)]
    case .member:
      Set(credits.flatMap { $0.parts.map { .member($0.member) } })
        .union(sourcing.influencers.map { .member($0) })
        .union(credits.isEmpty ? [.member(nil)] : [])
    case .channel:
      Set(credits.flatMap { $0.parts.map { .term($0.touchpoint?.channel ?? .none) } })
        .union(credits.isEmpty ? [.term(.none)] : [])
    }
  }

  /// What of it is in a row: all of it, but where rows share it.
  func part(in group: RevenueGroup, _ query: RevenueQuery) -> CreditedMovement {
    guard query.grouping?.isCredited ?? false else { return self }
    func belongs(_ part: Credit.Part) -> Bool {
      switch group {
      case .member(let member): part.member == member
      case .term(let term): (part.touchpoint?.channel ?? .none) == term
      case .month, .currency: true
      }
    }
    return CreditedMovement(
      entry: entry, movement: movement, credits: credits.map { $0.only(belongs) }, sourced: sourced?.only(belongs),
      sourcing: sourcing)
  }
}

extension Credit {
  /// The parts that are wanted, and what they sum to.
  fileprivate func only(_ isWanted: (Part) -> Bool) -> Credit {
    let parts = parts.filter(isWanted)
    // No partial sum of parts of a change is wider than its amounts.
    let sum = parts.reduce(Int64(0)) { $0 &+ $1.minor }
    return Credit(amount: Money(minor: sum, currency: amount.currency), parts: parts)
  }
}

extension LeadFilter {
  func matches(_ entry: RevenueEntry, _ query: RevenueQuery) -> Bool {
    matches(entry.source, entry.campaign, entry.segment, entry.owner, query)
  }

  public func matches(_ journey: Journey, _ query: RevenueQuery) -> Bool {
    matches(journey.source, journey.campaign, journey.segment, journey.owner, query)
  }

  private func matches(
    _ source: TermID, _ campaign: TermID, _ segment: TermID, _ owner: MemberID?, _ query: RevenueQuery
  ) -> Bool {
    func isAsked(_ wanted: UInt32?, _ value: UInt32) -> Bool { wanted.map { $0 == value } ?? true }
    let owner = owner?.rawValue ?? 0
    return isAsked(self.source, source.rawValue) && isAsked(self.campaign, campaign.rawValue)
      && isAsked(self.segment, segment.rawValue) && isAsked(self.owner, owner)
      && isAsked(department, query.departmentsByOwner.department(ofOwner: owner))
  }
}
