import Testing

@testable import SharedFunnel

struct OwnershipTests {
  private static func at(_ day: Int64) -> Timestamp {
    Timestamp(milliseconds: RandomHistory.start + day * RandomHistory.dayMs)
  }

  @Test func marketingOwnsOneToFourAndSalesTheRestFromTheBeginningOfTime() {
    for time in [Timestamp(milliseconds: .min), Self.at(0), Timestamp(milliseconds: .max)] {
      let ownership = Ownership()
      #expect(
        Stage.allCases.map { ownership.owners(of: $0, at: time) }
          == [.marketing, .marketing, .marketing, .marketing, .sales, .sales, .sales, .sales])
      #expect(ownership.boundaries(at: time) == [Boundary(before: .brandPreference, after: .purchaseIntention)])
    }
  }

  @Test func anAssignmentHoldsFromItsMillisecondOn() {
    let given = StageAssignment(
      stage: .brandPreference, owners: .sales, responsible: MemberID(rawValue: 3), from: Self.at(5))
    let ownership = Ownership([given])
    let before = Timestamp(milliseconds: Self.at(5).milliseconds - 1)
    #expect(ownership.owners(of: .brandPreference, at: before) == .marketing)
    #expect(ownership.owners(of: .brandPreference, at: Self.at(5)) == .sales)
    #expect(ownership.responsible(for: .brandPreference, at: before) == nil)
    #expect(ownership.responsible(for: .brandPreference, at: Self.at(5)) == MemberID(rawValue: 3))
    #expect(ownership.boundaries(at: Self.at(5)) == [Boundary(before: .brandConsideration, after: .brandPreference)])
  }

  /// A stage that both own has no line toward either of them.
  @Test func aSharedStageTakesTheLineAway() {
    let ownership = Ownership([
      StageAssignment(stage: .brandPreference, owners: [.marketing, .sales], responsible: nil, from: nil)
    ])
    #expect(ownership.boundaries(at: Self.at(0)).isEmpty)
    #expect(!ownership.hasLine(between: .customerAwareness, and: .customerAdvocacy, at: Self.at(0)))
    #expect(ownership.stageAcrossNextLine(from: .customerAwareness, at: Self.at(0)) == nil)
  }

  /// Every lookup against a walk over the assignments.
  @Test func lookupsAreThoseOfAWalkOverTheAssignments() {
    var source = RandomHistory(seed: 50)
    for _ in 0..<1_500 {
      let ownership = source.ownership()
      for day: Int64 in [-1, 0, 1, source.number(0...101), 200] {
        let time = Timestamp(milliseconds: Self.at(day).milliseconds - source.number(0...1))
        var owners: [Stage: DepartmentSet] = [:]
        for stage in Stage.allCases {
          let held = ownership.assignments.filter { $0.stage == stage && $0.from.map { $0 <= time } ?? true }
          owners[stage] = held.last?.owners ?? Ownership.defaultOwners(of: stage)
          #expect(ownership.owners(of: stage, at: time) == owners[stage])
          #expect(ownership.responsible(for: stage, at: time) == held.last?.responsible)
        }
        let lines = zip(Stage.allCases, Stage.allCases.dropFirst()).filter { pair in
          (owners[pair.0] ?? []).isDisjoint(with: owners[pair.1] ?? [])
        }
        #expect(ownership.boundaries(at: time) == lines.map { Boundary(before: $0.0, after: $0.1) })
        for one in Stage.allCases {
          #expect(ownership.stageAcrossNextLine(from: one, at: time) == lines.first { $0.0 >= one }?.1)
          for other in Stage.allCases {
            let crossed = lines.contains { $0.0 >= min(one, other) && $0.1 <= max(one, other) }
            #expect(ownership.hasLine(between: one, and: other, at: time) == crossed)
          }
        }
      }
    }
  }

  /// `report owners` says since when a department owns a stage: naming another responsible member
  /// changes nothing about that, giving it away and back does.
  @Test func ownedSinceIsTheStartOfTheUnbrokenSpan() {
    func assign(_ owners: DepartmentSet, _ day: Int64) -> StageAssignment {
      StageAssignment(stage: .purchase, owners: owners, responsible: nil, from: Self.at(day))
    }
    #expect(Ownership([assign(.sales, 5)]).ownedSince(.purchase, at: Self.at(9)) == nil)
    let ownership = Ownership([assign(.sales, 5), assign(.marketing, 10), assign(.sales, 20), assign(.sales, 30)])
    #expect(ownership.ownedSince(.purchase, at: Self.at(9)) == nil)
    #expect(ownership.ownedSince(.purchase, at: Self.at(10)) == Self.at(10))
    #expect(ownership.ownedSince(.purchase, at: Self.at(99)) == Self.at(20))
    #expect(ownership.ownedSince(.customerLoyalty, at: Self.at(99)) == nil)
  }

  @Test func assignmentsOfOneStartHoldInTheOrderMade() {
    let one = StageAssignment(stage: .purchase, owners: .marketing, responsible: nil, from: Self.at(1))
    let other = StageAssignment(stage: .purchase, owners: [.marketing, .sales], responsible: nil, from: Self.at(1))
    #expect(Ownership([one, other]).owners(of: .purchase, at: Self.at(1)) == [.marketing, .sales])
    #expect(Ownership([other, one]).owners(of: .purchase, at: Self.at(1)) == .marketing)
  }

  static let names: [(String, Stage?)] = [
    ("4", .brandPreference), ("brand_preference", .brandPreference), ("brand-preference", .brandPreference),
    ("Brand-Preference", .brandPreference), ("0", nil), ("9", nil), ("04", nil), ("", nil), ("brand", nil), ("４", nil),
  ]

  @Test(arguments: names)
  func aStageIsNamedByNumberOrKey(text: String, stage: Stage?) {
    #expect(Stage(text: text) == stage)
  }

  @Test func departmentSetsAreReadBack() {
    for set: DepartmentSet in [.marketing, .sales, [.marketing, .sales]] {
      #expect(DepartmentSet(key: set.key) == set)
    }
    for junk in ["", "+", "marketing+", "marketing+legal"] { #expect(DepartmentSet(key: junk) == nil) }
  }
}
