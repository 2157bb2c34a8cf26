/// What the two departments of a demo agreed on, and when they work.
///
/// They begin without an agreement. The first one takes silence for a yes, and leads that nobody looked at pile up; one
/// quarter before the end a stricter one holds, under which they expire. Referrals have an agreement of their own.
struct DemoCharter: Sendable {
  static let line = HandoffLine(from: .brandPreference, to: .purchaseIntention)
  static let referralLine = HandoffLine(from: .customerAdvocacy, to: .customerAwareness)
  private static let hour: Int64 = 3600
  private static let day: Int64 = 86_400

  /// In the order of time.
  let acts: [(at: Timestamp, actor: MemberID, facts: [WorkspaceFact])]
  let terms: HandoffTerms

  /// - Parameter leads: the volume that marketing owes follows from it.
  init(_ team: DemoTeam, leads: Int, from start: Timestamp, until end: Timestamp) {
    func after(_ days: Int64, _ hours: Int64) -> Timestamp {
      Timestamp(seconds: start.seconds + days * DemoCharter.day + hours * DemoCharter.hour)
    }
    func before(_ days: Int64, _ hours: Int64 = 0) -> Timestamp {
      Timestamp(seconds: end.seconds - days * DemoCharter.day + hours * DemoCharter.hour)
    }
    func draft(_ line: HandoffLine, _ version: UInt16, _ terms: AgreementTerms, from: Timestamp, by member: MemberID)
      -> WorkspaceFact
    {
      .agreementDrafted(
        AgreementDraft(
          line: line, version: version, giver: Ownership.defaultOwners(of: line.from),
          receiver: Ownership.defaultOwners(of: line.to), terms: terms, from: from, member: member))
    }
    func sign(_ line: HandoffLine, _ version: UInt16, _ sides: DepartmentSet, by member: MemberID, at: Timestamp)
      -> WorkspaceFact
    {
      .agreementSigned(AgreementSignature(line: line, version: version, member: member, sides: sides, at: at))
    }
    let (marketing, sales, both) = (team.headOfMarketing, team.headOfSales, team.mediator)
    let (line, referrals) = (DemoCharter.line, DemoCharter.referralLine)
    let first = DemoCharter.first(leads: leads)
    let later = DemoCharter.later(than: first)
    let calendars = DemoCharter.calendars(from: start, until: end)
    acts = [
      (start, marketing, [calendars.marketing]), (start, sales, [calendars.sales]),
      (after(21, 10), marketing, [draft(line, 1, first, from: after(30, 0), by: marketing)]),
      (after(23, 9), marketing, [sign(line, 1, .marketing, by: marketing, at: after(23, 9))]),
      (after(24, 16), sales, [sign(line, 1, .sales, by: sales, at: after(24, 16))]),
      (after(40, 11), sales, [draft(referrals, 1, DemoCharter.ofReferrals, from: after(40, 11), by: sales)]),
      (after(41, 15), both, [sign(referrals, 1, [.marketing, .sales], by: both, at: after(41, 15))]),
      (before(105, 10), sales, [draft(line, 2, later, from: before(91), by: sales)]),
      (before(100, 14), sales, [sign(line, 2, .sales, by: sales, at: before(100, 14))]),
      (before(98, 9), marketing, [sign(line, 2, .marketing, by: marketing, at: before(98, 9))]),
    ]
    var workspace = Workspace()
    for fact in acts.flatMap(\.facts) { workspace.apply(fact) }
    terms = HandoffTerms(workspace.agreements, clock: PreparedClock(workspace.calendars))
  }

  private static func first(leads: Int) -> AgreementTerms {
    var terms = AgreementTerms()
    terms.criteria = [.field(.email), .touches(1)]
    terms.answer = TimeLimit(seconds: 20 * hour, isWorking: true)
    terms.contact = TimeLimit(seconds: 8 * hour, isWorking: true)
    terms.attempts = 3
    terms.silence = .accepted
    terms.volume = AgreedVolume(count: max(1, leads / 100), per: .month)
    terms.quality = 60
    return terms
  }

  private static func later(than first: AgreementTerms) -> AgreementTerms {
    var terms = first
    terms.criteria = [.field(.email), .touches(2), .score(40)]
    terms.answer = TimeLimit(seconds: 12 * hour, isWorking: true)
    terms.contact = TimeLimit(seconds: 4 * hour, isWorking: true)
    terms.silence = .expired
    terms.disputeDays = 10
    return terms
  }

  private static var ofReferrals: AgreementTerms {
    var terms = AgreementTerms()
    terms.criteria = [.field(.email)]
    terms.answer = TimeLimit(seconds: 24 * hour, isWorking: true)
    terms.contact = TimeLimit(seconds: 16 * hour, isWorking: true)
    terms.silence = .accepted
    return terms
  }

  /// Marketing works eight hours on five days, sales ten and less on Fridays; the days around the new year are off.
  private static func calendars(
    from start: Timestamp, until end: Timestamp
  ) -> (marketing: WorkspaceFact, sales: WorkspaceFact) {
    let years = [start, end].map { CivilDate(clampedDays: Int($0.seconds.floorDivided(by: day))).year }
    var days: [SpecialDay] = []
    for year in years[0]...years[1] + 1 {
      for (month, day, name) in [(1, 1, "New Year"), (12, 25, "Christmas"), (12, 26, "Christmas")] {
        guard let date = CivilDate(year: year, month: month, day: day) else { continue }
        if let holiday = try? SpecialDay(date: date, name: name) { days.append(holiday) }
      }
    }
    func setting(_ department: Department, _ hours: [String]) -> WorkspaceFact {
      // A week that cannot be read would leave all hours working; a test sees to it that none is.
      let calendar = try? WorkingCalendar(zone: "UTC", week: WorkingWeek(lines: hours), days: days)
      return .calendarSet(CalendarSetting(CalendarVersion(department: department, calendar: calendar, from: nil)))
    }
    return (
      setting(.marketing, ["Mon-Fri 09:00-17:00"]), setting(.sales, ["Mon-Thu 08:00-18:00", "Fri 08:00-15:00"])
    )
  }
}

/// The working time of each department, made ready once for a great many questions.
private struct PreparedClock: WorkingClock {
  private let times: [DepartmentSet: WorkingTime]

  init(_ calendars: WorkingCalendars) {
    times = [DepartmentSet.marketing, .sales].reduce(into: [:]) { times, side in
      times[side] = try? calendars.workingTime(of: side)
    }
  }

  func instant(after seconds: Int64, since start: Timestamp, of departments: DepartmentSet) -> Timestamp? {
    (times[departments] ?? .clock).adding(seconds, to: start)
  }
}
