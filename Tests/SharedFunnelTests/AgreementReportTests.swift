import Testing

@testable import SharedFunnel

/// The report on agreements against counts over random offers, and hours counted one by one.
struct AgreementReportTests {
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
      let world = try AgreementWorld.random(&source)
      let end = world.query.asOf
      var scan = AgreementScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let report = scan.report()
      let counted = world.counted
      #expect(
        report.balances.reduce(0) { $0 + $1[.offered] } + report.without.reduce(0) { $0 + $1.offered } == counted.count)
      #expect(report.without.reduce(0) { $0 + $1.offered } == counted.count { $0.agreement == 0 })
      for balance in report.balances {
        #expect(balance.line == AgreementWorld.line)
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
      let world = try AgreementWorld.random(&source)
      var scan = AgreementScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let report = scan.report()
      let zone = world.query.zone
      var owed: [UInt16: Double] = [:]
      for hour in Int64(0)..<4_500 {
        let time = AgreementWorld.at(hour)
        guard time < world.query.asOf, world.query.period.map({ $0.contains(UInt32(time.seconds)) }) ?? true,
          let agreement = world.query.agreements.inForce(for: AgreementWorld.line, at: time),
          let volume = agreement.terms.volume
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
        line: AgreementWorld.line, version: 1, giver: .marketing, receiver: .sales, terms: terms, from: start,
        member: nil))
    agreements.apply(
      AgreementSignature(
        line: AgreementWorld.line, version: 1, member: MemberID(rawValue: 1), sides: [.marketing, .sales],
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
        line: AgreementWorld.line, version: 1, giver: .marketing, receiver: .sales, terms: terms,
        from: try #require(Timestamp(iso8601: "2026-09-01T00:00:00Z")), member: nil))
    agreements.apply(
      AgreementSignature(
        line: AgreementWorld.line, version: 1, member: MemberID(rawValue: 1), sides: [.marketing, .sales],
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

  /// A stage far from the line changes hands: the agreement holds on without a seam.
  @Test func stretchesThatTouchAreOne() throws {
    var agreements = Agreements()
    let start = try #require(Timestamp(iso8601: "2026-09-01T00:00:00Z"))
    agreements.apply(
      AgreementDraft(
        line: AgreementWorld.line, version: 1, giver: .marketing, receiver: .sales, terms: AgreementTerms(),
        from: start, member: nil))
    agreements.apply(
      AgreementSignature(
        line: AgreementWorld.line, version: 1, member: MemberID(rawValue: 1), sides: [.marketing, .sales], at: start))
    let cuts = ["2026-09-05T00:00:00Z", "2026-09-08T00:00:00Z"].map { Timestamp(iso8601: $0) }
    let ownership = Ownership(
      cuts.enumerated().map { index, cut in
        StageAssignment(
          stage: .customerAdvocacy, owners: index == 0 ? .marketing : .sales, responsible: nil, from: cut)
      })
    let end = try #require(Timestamp(iso8601: "2026-09-20T00:00:00Z"))
    let query = AgreementQuery(agreements: agreements, ownership: ownership, zone: .utc, asOf: end)
    let balance = try #require(AgreementScan(query).report().balances.first)
    #expect(balance.inForce == [start.seconds..<end.seconds])
  }

  /// Two periods are compared by the lines, over all versions.
  @Test func aLineIsTheSumOfItsVersions() throws {
    var source = RandomHistory(seed: 46)
    for _ in 0..<40 {
      let world = try AgreementWorld.random(&source)
      var scan = AgreementScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let report = scan.report()
      let under = world.counted.filter { $0.agreement != 0 }
      #expect(report.lines.count == (report.balances.isEmpty ? 0 : 1))
      for line in report.lines {
        #expect(line.versions == report.balances.map(\.version))
        for number in AgreementNumber.allCases {
          #expect(line[number] == report.balances.reduce(0) { $0 + $1[number] })
        }
        #expect(line[.offered] == under.count)
        #expect(line.quality == Rate(line[.good], of: line[.accepted] + line[.rejected] - line[.split]))
        let owed = report.balances.compactMap { $0.volume?.owed }
        #expect(line.owed == (owed.isEmpty ? nil : owed.reduce(0, +)))
      }
    }
  }

  @Test func whatIsUnsignedOrHigherIsAwaited() throws {
    var source = RandomHistory(seed: 45)
    for _ in 0..<200 {
      let agreements = AgreementWorld.agreements(&source, versions: source.number(0...4))
      let time = AgreementWorld.at(source.number(0...2_500))
      let held = agreements.inForce(for: AgreementWorld.line, at: time)?.version ?? 0
      let awaited = agreements.awaited(at: time)
      #expect(awaited.map(\.agreement.version) == agreements.versions.map(\.version).filter { $0 > held })
      for version in awaited where version.unsigned.isEmpty {
        #expect(try #require(version.agreement.effective) > time)
      }
    }
  }
}
