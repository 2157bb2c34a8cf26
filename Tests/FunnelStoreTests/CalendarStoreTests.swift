import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// The journal keeps when each department works.
struct CalendarStoreTests {
  private let fixture: StoreFixture
  private let office: WorkingCalendar

  init() throws {
    fixture = try StoreFixture()
    office = try WorkingCalendar(
      zone: "Europe/Berlin", week: WorkingWeek(lines: ["Mon-Fri 09:00-17:00"]),
      days: [SpecialDay(date: #require(CivilDate(iso: "2026-05-01")), name: "1. Mai")])
  }

  @Test func whatWasSetIsThereAfterReopeningAndGoneAfterUndoing() throws {
    try fixture.store.setCalendar(.anew(office), of: .sales, from: nil, try fixture.act("ben"))
    let before = fixture.now
    let date = try #require(CivilDate(iso: "2026-12-25"))
    try fixture.store.setCalendar(
      .amended(zone: nil, days: [SpecialDay(date: date)]), of: .sales, from: fixture.now, try fixture.act("ben"))
    let reopened = try Store.open(path: fixture.path, .readOnly, now: fixture.now)
    #expect(reopened.workspace.calendars == fixture.store.workspace.calendars)
    #expect(reopened.workspace.calendars.version(of: .sales, at: fixture.now)?.calendar?.days.count == 2)
    #expect(reopened.workspace.calendars.version(of: .sales, at: .earliest)?.calendar == office)
    // As it was known before the holiday was added.
    #expect(
      try fixture.store.workspace(knownAt: before).calendars.versions(of: .sales).map(\.calendar) == [office])
    #expect(try fixture.store.undo(try fixture.act("ben"))?.kinds == [.calendarSet])
    #expect(fixture.store.workspace.calendars.versions(of: .sales).map(\.calendar) == [office])
    #expect(try fixture.store.check(now: fixture.now).findings == [])
  }

  @Test func headsSayWhenTheirDepartmentWorks() throws {
    for (member, departments) in [("sue", DepartmentSet.sales), ("ana", .sales), ("ben", [.marketing, .sales])] {
      let refused = #expect(throws: StoreError.self) {
        try fixture.store.setCalendar(.always, of: departments, from: nil, try fixture.act(member))
      }
      guard case .refused(.notTheHead(member, _, _)) = refused else {
        Issue.record("\(member): \(String(describing: refused))")
        continue
      }
    }
    #expect(fixture.store.workspace.calendars == WorkingCalendars())
    try fixture.store.setCalendar(.anew(office), of: [.marketing, .sales], from: nil, try fixture.act("kim"))
    #expect(fixture.store.workspace.calendars.versions.count == 2)
    // Without an active head, the members decide, and still nobody else.
    for head in ["ben", "kim"] { try fixture.store.deactivateMember(head, by: .login, fixture.context()) }
    #expect(throws: StoreError.self) {
      try fixture.store.setCalendar(.always, of: .sales, from: nil, try fixture.act("ana"))
    }
    try fixture.store.setCalendar(.always, of: .sales, from: nil, try fixture.act("sue"))
  }

  @Test func aDryRunShowsWhatWouldHoldAndRecordsNothing() throws {
    var shown: WorkingCalendars?
    try fixture.store.setCalendar(
      .anew(office), of: .sales, from: nil, try fixture.act("ben", isDryRun: true)
    ) { shown = $0 }
    #expect(shown?.versions.count == 1)
    #expect(fixture.store.workspace.calendars == WorkingCalendars())
  }

  @Test func whatCannotHoldIsNotRecorded() throws {
    let martian = try WorkingCalendar(zone: "Mars/Olympus", week: office.week)
    #expect(throws: ReportingZoneError.unknown("Mars/Olympus")) {
      try fixture.store.setCalendar(.anew(martian), of: .sales, from: nil, try fixture.act("ben"))
    }
    #expect(throws: WorkingCalendarError.nothingToAmend(.sales)) {
      try fixture.store.setCalendar(.amended(zone: "UTC", days: []), of: .sales, from: nil, try fixture.act("ben"))
    }
    #expect(throws: StoreError.self) {
      try fixture.store.setCalendar(
        .anew(office), of: .sales, from: Timestamp(seconds: 0), try fixture.act("ben"))
    }
    #expect(fixture.store.workspace.calendars == WorkingCalendars())
  }

  @Test func anExportCarriesTheCalendarsToAnotherWorkspace() throws {
    try fixture.store.setCalendar(.anew(office), of: .sales, from: nil, try fixture.act("ben"))
    try fixture.store.setCalendar(.always, of: .sales, from: fixture.now, try fixture.act("ben"))
    try fixture.store.setCalendar(.anew(office), of: .marketing, from: nil, try fixture.act("ana"))
    _ = try fixture.store.undo(try fixture.act("ana"))
    var rows: [[String?]] = []
    try fixture.store.exportEvents { rows.append($0) }
    let other = try ImportWorld(seed: 9)
    let export = ImportWorld.export(rows)
    #expect(try other.bringInOwn(export).rejected == 0)
    #expect(other.store.workspace.calendars == fixture.store.workspace.calendars)
    #expect(try other.export() == export)
    #expect(try other.bringInOwn(export).inserted == 0)
    // A calendar that this program could not follow stays outside.
    for (word, wrong) in [
      ("Europe/Berlin", "Europe/Berlim"), ("09:00-17:00", "09:00-09:00"), ("\"\"sales", "\"\"legal"),
      ("\"\"from\"\":1", "\"\"from\"\":9991"),
    ] {
      let damaged = export.replacingOccurrences(of: word, with: wrong)
      #expect(damaged != export)
      #expect(try ImportWorld(seed: 11).bringInOwn(damaged).rejected > 0, "\(wrong)")
    }
  }
}
