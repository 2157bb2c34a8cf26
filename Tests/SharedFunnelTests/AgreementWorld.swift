@testable import SharedFunnel

/// Random agreements on one line, and offers made under them, or under none.
struct AgreementWorld {
  var query: AgreementQuery
  var handoffs: [Handoff] = []
  var pages: [UInt8] = []
  var counted: [Handoff] {
    handoffs.filter { handoff in
      handoff.outcome != .unrecorded && query.period.map { $0.contains(UInt32(handoff.offered.seconds)) } ?? true
    }
  }

  static let line = HandoffLine(from: .brandPreference, to: .purchaseIntention)
  static let wide = HandoffLine(from: .brandConsideration, to: .purchaseIntention)
  static let hour: Int64 = 3_600_000

  static func at(_ hours: Int64) -> Timestamp {
    Timestamp(milliseconds: RandomHistory.start + hours * hour)
  }

  static func terms(_ source: inout RandomHistory) -> AgreementTerms {
    var terms = AgreementTerms()
    if source.chance(70) { terms.attempts = source.number(1...3) }
    if source.chance(70) {
      terms.volume = AgreedVolume(count: source.number(1...200), per: source.pick(AgreedVolume.Unit.allCases))
    }
    if source.chance(50) { terms.silence = .accepted }
    return terms
  }

  static func agreements(_ source: inout RandomHistory, versions: Int) -> Agreements {
    var agreements = Agreements()
    for version in 0..<versions {
      let number = UInt16(version + 1)
      agreements.apply(
        AgreementDraft(
          line: line, version: number, giver: .marketing, receiver: .sales, terms: terms(&source),
          from: at(source.number(0...2_000)), member: nil))
      for sides in [DepartmentSet.marketing, .sales] where source.chance(85) {
        agreements.apply(
          AgreementSignature(
            line: line, version: number, member: MemberID(rawValue: 1), sides: sides, at: at(source.number(0...1_500))))
      }
    }
    return agreements
  }

  static func handoff(_ source: inout RandomHistory, under agreements: Agreements) -> Handoff {
    let offered = at(source.number(0...4_000))
    let own = source.chance(70) ? line : wide
    var handoff = Handoff(
      offer: source.eventID(), origin: LeadID(rawValue: 1), from: own.from, to: own.to, line: own, giver: .marketing,
      receiver: .sales, member: nil, offeredBy: source.actor(), offered: offered,
      due: source.chance(90) ? offered.adding(seconds: 48 * 3_600) : nil,
      outcome: source.pick(HandoffOutcome.allCases), answered: nil, answeredBy: nil, reason: .none)
    func later(_ hours: ClosedRange<Int64>) -> Timestamp? { offered.adding(seconds: source.number(hours) * 3_600) }
    let agreement = agreements.inForce(for: own, at: offered)
    handoff.agreement = agreement?.version ?? 0
    handoff.silence = agreement?.terms.silence ?? .expired
    handoff.isOverridden = source.chance(20)
    if handoff.outcome != .pending { handoff.answered = later(0...96) }
    if handoff.outcome == .rejected, source.chance(50) { handoff.dispute = dispute(&source, .rejection, offered) }
    guard handoff.outcome.isAcceptance else { return handoff }
    if source.chance(80) { handoff.contactDue = later(1...200) }
    if source.chance(50) { handoff.contacted = later(0...300) }
    handoff.attempts = source.number(0...4)
    if source.chance(40) { handoff.returned = later(0...300) }
    if handoff.returned != nil, source.chance(50) { handoff.dispute = dispute(&source, .return, offered) }
    if source.chance(30) { handoff.lost = later(0...300) }
    if source.chance(20) { handoff.purchased = later(0...300) }
    return handoff
  }

  static func dispute(
    _ source: inout RandomHistory, _ subject: Dispute.Subject, _ at: Timestamp
  ) -> Dispute {
    var dispute = Dispute(
      event: source.eventID(), subject: subject, opened: at, openedBy: source.actor(), cause: source.term())
    dispute.ruling = source.pick([nil, .upheld, .overturned, .split])
    return dispute
  }

  static func random(_ source: inout RandomHistory) throws -> AgreementWorld {
    let agreements = agreements(&source, versions: source.number(0...4))
    var world = AgreementWorld(
      query: AgreementQuery(
        agreements: agreements, ownership: Ownership(), zone: try ReportingZone(identifier: "Europe/Berlin"),
        asOf: at(source.number(1_000...4_500))))
    if source.chance(50) {
      let start = at(source.number(0...2_000)).seconds
      world.query.period = UInt32(start)..<UInt32(start + source.number(0...2_000) * 3_600)
    }
    for lead in 1...UInt32(source.number(1...60)) {
      let handoff = handoff(&source, under: agreements)
      world.handoffs.append(handoff)
      HandoffRecord(handoff, lead: LeadID(rawValue: lead), slot: lead, ordinal: 0).write(to: &world.pages)
    }
    return world
  }
}
