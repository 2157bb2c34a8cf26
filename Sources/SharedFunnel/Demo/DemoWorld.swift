/// What every lead of a demo has in common: the team, what it agreed on, and when the story ends.
struct DemoWorld: Sendable {
  let team: DemoTeam
  let terms: HandoffTerms
  let ownership: Ownership
  let until: Timestamp
  private let members: [Member]
  private static let week: Int64 = 7 * 86_400
  /// For so long nobody has swept at the end, and most offers lie.
  private static let unswept: Int64 = 12 * 86_400

  init(_ team: DemoTeam, _ terms: HandoffTerms, _ ownership: Ownership, until: Timestamp) {
    self.team = team
    self.terms = terms
    self.ownership = ownership
    self.until = until
    members = team.members
  }

  /// Members are numbered from 1 on.
  func member(_ id: MemberID) -> Member { members[Int(id.rawValue) - 1] }

  /// The weight of silence, beside those of the answers: in the last quarter sales has more than it gets done.
  func silence(at second: Int64) -> Int {
    if second > until.seconds - DemoWorld.unswept { return 1800 }
    return second > until.seconds - 91 * 86_400 ? 420 : 160
  }

  /// When so many working seconds of a department have passed.
  func second(after seconds: Int64, since start: Int64, of side: DepartmentSet) -> Int64 {
    let start = Timestamp(seconds: start)
    return (terms.clock.instant(after: seconds, since: start, of: side) ?? start).seconds
  }

  /// When what fell due is written down: once a week, and not in the last days.
  func sweep(after due: Int64) -> Int64 {
    let last = until.seconds - DemoWorld.unswept
    guard due < last else { return until.seconds }
    return last + (due - last).floorDivided(by: DemoWorld.week) * DemoWorld.week + DemoWorld.week
  }
}

/// A customer's referral, as the story of the customer leads to it.
struct DemoReferral: Sendable {
  let customer: LeadID
  /// Who works on the customer, and offers the new lead.
  let member: MemberID
}

/// When a lead of a demo was an advocate, and who worked on it.
struct DemoAdvocacy: Sendable {
  let member: MemberID
  let start: Int64
  var end: Int64
}
