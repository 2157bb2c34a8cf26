import Testing

@testable import SharedFunnel

/// Who stands on which side of a line where stages are shared, given back, or lie behind a second line.
struct HandoffSidesTests {
  private static let ana = LeadCommandTests.ana
  private static let bo = LeadCommandTests.bo

  private static func assigned(_ stages: [Stage], to owners: DepartmentSet) -> [StageAssignment] {
    stages.map { StageAssignment(stage: $0, owners: owners, responsible: nil, from: nil) }
  }

  private func offer(
    _ from: Stage, to: Stage, by member: Member, _ assignments: [StageAssignment]
  ) throws(Refusal) -> Offer? {
    let ownership = Ownership(assignments)
    let given = LeadCommandTests.Given(stage: from, assignments: assignments)
    let at = LeadCommandTests.at(5)
    let facts = try LeadCommand.offer(OfferRequest(to: to)).decide(
      on: Journey.fold(given.history, under: ownership), CommandSetting(actor: member, at: at, ownership: ownership))
    if case .offered(let offer) = facts.first { return offer }
    return nil
  }

  @Test("a department that owns both ends cannot offer to itself over the stages of the other")
  func ownOffer() {
    let refusal = #expect(throws: Refusal.self) {
      try offer(
        .brandPreference, to: .customerLoyalty, by: Self.ana,
        Self.assigned([.customerLoyalty, .customerAdvocacy], to: .marketing))
    }
    #expect(refusal == .ownOffer(LeadCommandTests.lead, .customerLoyalty, .marketing))
  }

  @Test("of a shared stage behind a line, the side that offers is no receiver")
  func sharedTarget() throws {
    let shared = Self.assigned([.customerLoyalty], to: [.marketing, .sales])
    let made = try offer(.brandPreference, to: .customerLoyalty, by: Self.ana, shared)
    #expect(made?.giver == .marketing && made?.receiver == .sales)
  }

  @Test("of a shared stage before a line, the side that answers is no giver")
  func sharedStart() throws {
    let shared = Self.assigned([.brandConsideration], to: [.marketing, .sales])
    let made = try offer(.brandConsideration, to: .purchaseIntention, by: Self.ana, shared)
    #expect(made?.giver == .marketing && made?.receiver == .sales)
    #expect(throws: Refusal.notTheGiver(member: "bo", giver: .marketing)) {
      try offer(.brandConsideration, to: .purchaseIntention, by: Self.bo, shared)
    }
  }
}
