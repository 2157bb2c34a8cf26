import Testing

@testable import SharedFunnel

/// The report on agreements against counts over random offers, and hours counted one by one.
struct AgreementReportTests {
  private static let line = HandoffLine(from: .brandPreference, to: .purchaseIntention)
  private static let wide = HandoffLine(from: .brandConsideration, to: .purchaseIntention)
  private static let hour: Int64 = 3_600_000

  private static func at(_ hours: Int64) -> Timestamp {
    Timestamp(milliseconds: RandomHistory.start + hours * hour)
  }

  private static func terms(_ source: inout RandomHistory) -> AgreementTerms {
    var terms = AgreementTerms()
    if source.chance(70) { terms.attempts = source.number(1...3) }
    if source.chance(70) {
      terms.volume = AgreedVolume(count: source.number(1...200), per: source.pick(AgreedVolume.Unit.allCases))
    }
    if source.chance(50) { terms.silence = .accepted }
    return terms
  }

  private static func agreements(_ source: inout RandomHistory, versions: Int) -> Agreements {
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

  private static func handoff(_ source: inout RandomHistory, under agreements: Agreements) -> Handoff {
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

  private static func dispute(
    _ source: inout RandomHistory, _ subject: Dispute.Subject, _ at: Timestamp
  ) -> Dispute {
    var dispute = Dispute(
      event: source.eventID(), subject: subject, opened: at, openedBy: source.actor(), cause: source.term())
    dispute.ruling = source.pick([nil, .upheld, .overturned, .split])
    return dispute
  }

  private struct World {
    var query: AgreementQuery
    var handoffs: [Handoff] = []
    var pages: [UInt8] = []
    var counted: [Handoff] {
      handoffs.filter { handoff in
        handoff.outcome != .unrecorded && query.period.map { $0.contains(UInt32(handoff.offered.seconds)) } ?? true
      }
    }
  }

  private static func world(_ source: inout RandomHistory) throws -> World {
    let agreements = agreements(&source, versions: source.number(0...4))
    var world = World(
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

  /// What the number means, said of a handoff and not of a record.
  private static func counts(_ handoff: Handoff, _ number: AgreementNumber, _ terms: AgreementTerms?, _ end: Timestamp)
    -> Bool
  {
    let outcome = handoff.outcome(asOf: end)
    let ruling = handoff.outcome == .rejected ? handoff.dispute?.ruling : nil
    let isAccepted = outcome == .accepted || outcome == .acceptedBySilence
    let backByRuling = handoff.returned != nil && handoff.dispute?.ruling?.crosses == true
    let givenUp =
      isAccepted && handoff.purchased == nil && ((handoff.returned != nil && !backByRuling) || handoff.lost != nil)
    let ended = [handoff.returned, handoff.lost].compactMap { $0 }.min()
    switch number {
    case .offered: return true
    case .accepted: return outcome == .accepted
    case .acceptedBySilence: return outcome == .acceptedBySilence
    case .rejected: return outcome == .rejected
    case .expired: return outcome == .expired
    case .withdrawn: return outcome == .withdrawn
    case .pending: return outcome == .pending
    case .silent: return counts(handoff, .expired, terms, end) || counts(handoff, .acceptedBySilence, terms, end)
    case .answers: return counts(handoff, .answeredInTime, terms, end) || counts(handoff, .answerMissed, terms, end)
    case .contacts: return counts(handoff, .contactedInTime, terms, end) || counts(handoff, .contactMissed, terms, end)
    case .overridden: return handoff.isOverridden
    case .overturned: return ruling == .overturned
    case .split: return ruling == .split
    case .decided: return outcome == .accepted || (outcome == .rejected && ruling != .split)
    case .good: return outcome == .accepted || ruling == .overturned
    case .answeredInTime, .answerMissed, .answerNotDue:
      guard let due = handoff.due else { return false }
      let answer: AgreementNumber?
      switch outcome {
      case .accepted, .rejected: answer = handoff.answered.map { $0 <= due } == true ? .answeredInTime : .answerMissed
      case .expired, .acceptedBySilence: answer = .answerMissed
      case .pending: answer = .answerNotDue
      case .withdrawn: answer = handoff.answered.map { $0 > due } == true ? .answerMissed : nil
      case .unrecorded: answer = nil
      }
      return answer == number
    case .contactedInTime, .contactMissed, .contactNotDue, .contactLapsed:
      guard isAccepted, let due = handoff.contactDue else { return false }
      let contact: AgreementNumber
      if let contacted = handoff.contacted {
        contact = contacted <= due ? .contactedInTime : .contactMissed
      } else if let ended, ended <= due {
        contact = .contactLapsed
      } else {
        contact = due < end ? .contactMissed : .contactNotDue
      }
      return contact == number
    case .givenUp: return givenUp
    case .attemptsMade: return givenUp && terms?.attempts.map { handoff.attempts >= $0 } == true
    case .attemptsMissed: return givenUp && terms?.attempts.map { handoff.attempts < $0 } == true
    }
  }

  @Test func everyNumberIsACountOfOffersAndListsThem() throws {
    var source = RandomHistory(seed: 43)
    var seen: [AgreementNumber: Int] = [:]
    for _ in 0..<150 {
      let world = try Self.world(&source)
      let end = world.query.asOf
      var scan = AgreementScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let report = scan.report()
      let counted = world.counted
      #expect(
        report.balances.reduce(0) { $0 + $1[.offered] } + report.without.reduce(0) { $0 + $1.offered } == counted.count)
      #expect(report.without.reduce(0) { $0 + $1.offered } == counted.count { $0.agreement == 0 })
      for balance in report.balances {
        #expect(balance.line == Self.line)
        let own = counted.filter { $0.agreement == balance.version }
        for number in AgreementNumber.allCases {
          let expected = own.count { Self.counts($0, number, balance.terms, end) }
          #expect(balance[number] == expected, "\(number)")
          seen[number, default: 0] += expected
          var choice = AgreementChoice()
          choice.number = number
          choice.version = balance.version
          choice.line = balance.line
          var list = AgreementScan(world.query, listing: choice)
          list.add(page: world.pages.span.bytes)
          #expect(list.records.count == expected)
        }
        let outcomes: [AgreementNumber] = [.accepted, .acceptedBySilence, .rejected, .expired, .withdrawn, .pending]
        #expect(outcomes.reduce(0) { $0 + balance[$1] } == balance[.offered])
        #expect(balance[.decided] == balance[.accepted] + balance[.rejected] - balance[.split])
        #expect(balance[.good] == balance[.accepted] + balance[.overturned])
        if let volume = balance.volume { #expect(volume.offered == balance[.offered]) }
      }
    }
    // Each of them happened, or the test shows nothing.
    for number in AgreementNumber.allCases { #expect(seen[number, default: 0] > 5, "\(number)") }
  }

  /// Hour by hour: which version holds, and what share of its month an hour is.
  @Test func theVolumeOwedIsThatOfEveryHourInForce() throws {
    var source = RandomHistory(seed: 44)
    var checked = 0
    for _ in 0..<80 {
      let world = try Self.world(&source)
      var scan = AgreementScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let report = scan.report()
      let zone = world.query.zone
      var owed: [UInt16: Double] = [:]
      for hour in Int64(0)..<4_500 {
        let time = Self.at(hour)
        guard time < world.query.asOf, world.query.period.map({ $0.contains(UInt32(time.seconds)) }) ?? true,
          let agreement = world.query.agreements.inForce(for: Self.line, at: time), let volume = agreement.terms.volume
        else { continue }
        let unit: PeriodUnit = [.week: .week, .month: .month, .quarter: .quarter][volume.per] ?? .day
        let first = unit.start(of: zone.date(of: time))
        let length = zone.timestamp(of: unit.advance(first, by: 1)).seconds - zone.timestamp(of: first).seconds
        owed[agreement.version, default: 0] += Double(volume.count) * 3_600 / Double(length)
      }
      for (version, amount) in owed {
        let volume = try #require(report.balances.first { $0.version == version }?.volume)
        #expect(abs(volume.owed - amount) < 1e-6 * max(1, amount))
        checked += 1
      }
      for balance in report.balances where owed[balance.version] == nil { #expect(balance.volume?.owed ?? 0 == 0) }
    }
    #expect(checked > 40)
  }

  /// A quarter of a whole month is owed in whole; of one that began on the 16th, a half.
  @Test func aVersionThatBeginsInBetweenOwesItsPart() throws {
    var agreements = Agreements()
    var terms = AgreementTerms()
    terms.volume = AgreedVolume(count: 30, per: .month)
    let start = try #require(Timestamp(iso8601: "2026-09-16T00:00:00Z"))
    agreements.apply(
      AgreementDraft(
        line: Self.line, version: 1, giver: .marketing, receiver: .sales, terms: terms, from: start, member: nil))
    agreements.apply(
      AgreementSignature(
        line: Self.line, version: 1, member: MemberID(rawValue: 1), sides: [.marketing, .sales],
        at: try #require(Timestamp(iso8601: "2026-09-01T00:00:00Z"))))
    let query = AgreementQuery(
      agreements: agreements, ownership: Ownership(), zone: .utc,
      asOf: try #require(Timestamp(iso8601: "2026-11-11T00:00:00Z")))
    let volume = try #require(AgreementScan(query).report().balances.first?.volume)
    #expect(volume.intervals.map(\.label) == ["2026-09", "2026-10", "2026-11"])
    #expect(volume.intervals.map(\.owed) == [15, 30, 10])
    #expect(volume.intervals.map(\.isPartial) == [true, false, true])
  }

  /// Nobody owes offers over a line that does not stand.
  @Test func ownershipThatMovesTheLineEndsTheDebt() throws {
    var agreements = Agreements()
    var terms = AgreementTerms()
    terms.volume = AgreedVolume(count: 30, per: .month)
    agreements.apply(
      AgreementDraft(
        line: Self.line, version: 1, giver: .marketing, receiver: .sales, terms: terms,
        from: try #require(Timestamp(iso8601: "2026-09-01T00:00:00Z")), member: nil))
    agreements.apply(
      AgreementSignature(
        line: Self.line, version: 1, member: MemberID(rawValue: 1), sides: [.marketing, .sales],
        at: try #require(Timestamp(iso8601: "2026-08-01T00:00:00Z"))))
    // For ten days sales own stage 4 too, and the line stands before it.
    let ownership = Ownership([
      StageAssignment(
        stage: .brandPreference, owners: .sales, responsible: nil, from: Timestamp(iso8601: "2026-09-11T00:00:00Z")),
      StageAssignment(
        stage: .brandPreference, owners: .marketing, responsible: nil, from: Timestamp(iso8601: "2026-09-21T00:00:00Z")
      ),
    ])
    let query = AgreementQuery(
      agreements: agreements, ownership: ownership, zone: .utc,
      asOf: try #require(Timestamp(iso8601: "2026-10-01T00:00:00Z")))
    let balance = try #require(AgreementScan(query).report().balances.first)
    #expect(balance.inForce.count == 2)
    #expect(balance.volume?.owed == 20)
    // The two change sides: the line stands, and binds others than those who signed.
    var swapped = query
    swapped.ownership = Ownership(
      Stage.allCases.map { stage in
        StageAssignment(
          stage: stage, owners: stage <= .brandPreference ? .sales : .marketing, responsible: nil, from: nil)
      })
    #expect(AgreementScan(swapped).report().balances.isEmpty)
  }

  @Test func whatIsUnsignedOrHigherIsAwaited() throws {
    var source = RandomHistory(seed: 45)
    for _ in 0..<200 {
      let agreements = Self.agreements(&source, versions: source.number(0...4))
      let time = Self.at(source.number(0...2_500))
      let held = agreements.inForce(for: Self.line, at: time)?.version ?? 0
      let awaited = agreements.awaited(at: time)
      #expect(awaited.map(\.agreement.version) == agreements.versions.map(\.version).filter { $0 > held })
      for version in awaited where version.unsigned.isEmpty {
        #expect(try #require(version.agreement.effective) > time)
      }
    }
  }
}
