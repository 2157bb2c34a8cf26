import Foundation
import Testing

/// The report on agreements as people and programs meet it.
struct AgreementReportTests {
  let fixture: WorkspaceFixture

  /// Version 1 holds from 1 September, version 2 from 16 October, version 3 is a draft. One offer was made before any,
  /// three under the first: lead 2 is accepted in time, contacted late and lost, 3 is rejected, 4 expires. Lead 5 is
  /// offered under the second, and silence accepts it.
  init() throws {
    fixture = try WorkspaceFixture()
    for lead in 1...5 {
      try at("2026-08-20T08:00", ["lead", "add", "L\(lead)", "--stage", "4", "--email", "l\(lead)@example.org"])
    }
    try at("2026-08-20T10:00", ["handoff", "offer", "1"])
    try at(
      "2026-08-20T12:00",
      [
        "agreement", "draft", "--from", "2026-09-01", "--answer", "1d", "--contact", "2d", "--attempts", "2",
        "--volume", "30/month", "--quality", "60", "--require", "email", "--silence", "expired",
      ])
    try sign(1)
    try at("2026-09-10T08:00", ["handoff", "offer", "2", "3", "4"])
    try at("2026-09-10T20:00", ["handoff", "accept", "2"], by: "ben")
    try at("2026-09-10T20:00", ["handoff", "reject", "3", "--reason", "not_qualified"], by: "ben")
    try at("2026-09-13T20:00", ["lead", "touch", "2", "--channel", "phone"], by: "ben")
    try at("2026-09-20T08:00", ["lead", "lose", "2", "--reason", "timing"], by: "ben")
    try at(
      "2026-10-01T12:00",
      ["agreement", "draft", "--from", "2026-10-16", "--volume", "62/month", "--silence", "accepted"])
    try sign(2)
    try at("2026-10-20T08:00", ["handoff", "offer", "5"])
    try at("2026-11-03T12:00", ["agreement", "draft", "--quality", "70"])
  }

  /// Does something as if it were then: what falls due in between is settled in between.
  private func at(_ time: String, _ arguments: [String], by actor: String = "ana") throws {
    fixture.now = "\(time):00Z"
    try fixture.done(arguments, actor: actor)
  }

  private func sign(_ version: Int) throws {
    for actor in ["ana", "ben"] { try fixture.done(["agreement", "sign", "\(version)"], actor: actor) }
  }

  private func report(_ options: [String] = []) throws -> [String: Any] {
    try fixture.done(["report", "agreement", "--format", "json"] + options).json
  }

  private func version(_ number: Int, _ report: [String: Any]) throws -> [String: Any] {
    try #require(report.objects("agreements").first { $0.int("version") == number })
  }

  @Test func twoPeriodsStandSideBySide() throws {
    let compared = ["--period", "2026-10", "--compare", "2026-09"]
    let compare = try report(compared).object("compare")
    #expect(compare.objects("agreements").map { $0.int("offered") } == [3])
    let line = try #require(compare.objects("differences").first)
    #expect(line["versions"] as? [Int] == [1, 2] && line["versions_before"] as? [Int] == [1])
    // Silence took the one of October; one of three was answered neither way in September.
    #expect(line.int("offered") == -2 && line.int("silent") == 0)
    // 1 of 47 owed, half a month each, against 3 of 30.
    #expect(abs((line.double("volume") ?? 0) - (1 / (30 * 15.0 / 31 + 62 * 16.0 / 31) - 0.1)) < 1e-9)
    #expect(abs((line.object("answer").double("value") ?? 0) + 2.0 / 3) < 1e-12)
    let text = try fixture.run(["report", "agreement"] + compared, env: ["COLUMNS": "80"])
    #expect(text.lines.allSatisfy { $0.count <= 80 } && text.out.contains("all versions"))
    let periods = try fixture.done(["report", "agreement", "--format", "csv"] + compared).out
    #expect(periods.contains(",2026-10,") && periods.contains(",2026-09,"))
    let refused = try fixture.run(["report", "agreement", "--leads", "number=offered"] + compared)
    #expect(refused.status == 2 && refused.err.contains("--compare"))
  }

  @Test func eachVersionIsHeldToItsOwnTerms() throws {
    let report = try report()
    let first = try version(1, report)
    #expect(first.int("offered") == 3)
    let volume = first.object("giver_owes").object("volume")
    #expect(volume.objects("intervals").map { $0.string("interval") } == ["2026-09", "2026-10"])
    // October's version 1 ends with the 15th of 31 days.
    #expect(abs((volume.double("owed") ?? 0) - (30 + 30 * 15.0 / 31)) < 1e-9)
    #expect(volume.int("offered") == 3)
    let quality = first.object("giver_owes").object("quality")
    #expect(quality.int("owed_percent") == 60 && quality.int("good") == 1 && quality.int("decided") == 2)
    let answer = first.object("receiver_owes").object("answer")
    #expect(answer.int("answered_in_time") == 2 && answer.int("answer_missed") == 1)
    let contact = first.object("receiver_owes").object("first_contact")
    #expect(contact.int("contact_missed") == 1 && contact.int("contacted_in_time") == 0)
    let attempts = first.object("receiver_owes").object("attempts")
    #expect(attempts.int("owed") == 2 && attempts.int("given_up") == 1 && attempts.int("attempts_missed") == 1)
    #expect(first.object("silence").string("means") == "expired" && first.object("silence").int("silent") == 1)
    let second = try version(2, report)
    #expect(second.int("offered") == 1 && second.object("silence").int("accepted_by_silence") == 1)
    #expect(second.objects("in_force").first?.string("start") == "2026-10-16T00:00:00Z")
    // What nobody agreed on, and what nobody signed.
    #expect(report.objects("without_agreement").map { $0.int("offered") } == [1])
    #expect(report.objects("awaited").map { $0.int("version") } == [3])
    #expect(report.objects("awaited").first?.strings("unsigned") == ["marketing", "sales"])
  }

  @Test func everyNumberLeadsToItsOffers() throws {
    let report = try report()
    var seen = 0
    for number in [1, 2] {
      let version = try version(number, report)
      let places = [
        version.object("outcomes"), version.object("giver_owes").object("quality"),
        version.object("receiver_owes").object("answer"), version.object("receiver_owes").object("first_contact"),
        version.object("receiver_owes").object("attempts"), ["offered": version["offered"] ?? 0],
      ]
      let other: Set = ["owed", "owed_percent", "owed_seconds", "is_working", "delivered", "compliance", "interval"]
      for place in places {
        for (key, value) in place where !other.contains(key) {
          let list = try self.report(["--leads", "number=\(key),version=\(number),line=4:5"])
          #expect(list.objects("rows").count == value as? Int, "\(key) of \(number)")
          seen += value as? Int ?? 0
        }
      }
      for interval in version.object("giver_owes").object("volume").objects("intervals") {
        let list = try self.report(["--leads", "version=\(number),interval=\(interval.string("interval") ?? "")"])
        #expect(list.objects("rows").count == interval.int("offered"))
      }
    }
    #expect(seen > 15)
    #expect(try self.report(["--leads", "version=null"]).objects("rows").map { $0.int("lead") } == [1])
  }

  @Test func aPeriodALineAndATimeNarrowIt() throws {
    let october = try version(1, try report(["--period", "2026-10"]))
    #expect(october.int("offered") == 0)
    #expect(abs((october.object("giver_owes").object("volume").double("owed") ?? 0) - 30 * 15.0 / 31) < 1e-9)
    #expect(try report(["--line", "5:4"]).objects("agreements").isEmpty)
    #expect(try report(["--line", "4:5"]).objects("agreements").count == 2)
    // On the day of the offers nothing was due, and version 2 was not drafted.
    let then = try report(["--as-of", "2026-09-10T09:00"])
    #expect(try version(1, then).object("receiver_owes").object("answer").int("answer_not_due") == 3)
    #expect(then.objects("awaited").isEmpty)
    let later = try report(["--as-of", "2026-10-10"])
    #expect(later.objects("awaited").map { $0.int("version") } == [2])
    let now = try report(["--as-of", "2026-11-03"])
    #expect(NSArray(array: now.objects("agreements")) == NSArray(array: try report().objects("agreements")))
  }

  @Test func theScreenSaysWhatIsOwedAndWhatIsNotSigned() throws {
    let text = try fixture.done(["report", "agreement"]).out
    for part in [
      "version 1: 2026-09-01", "60 % accepted", "before giving up", "means yes", "made under no agreement: 1",
      "A draft does not count", "waits for the signature of marketing+sales", "Days are cut in UTC",
    ] { #expect(text.contains(part), "\(part)") }
    let csv = try fixture.done(["report", "agreement", "--format", "csv"])
    #expect(csv.lines[0].hasPrefix("from,to,version,promise,by,interval,owed,owed_unit,delivered,of,share"))
    let markdown = try fixture.done(["report", "agreement", "--format", "markdown"]).out
    #expect(markdown.contains("| Quality       | marketing |"))
  }

  @Test func aWorkspaceWithoutAgreementsSaysSo() throws {
    let bare = try WorkspaceFixture()
    let text = try bare.done(["report", "agreement"]).out
    #expect(text.contains("No agreement was in force"))
  }

  @Test(arguments: [
    (["--leads", "number=good,month=2026-10"], "interval"), (["--leads", "number=best"], "answer_missed"),
    (["--leads", "version=two"], "two"), (["--line", "4"], "4:5"),
  ])
  func whatIsNoNumberIsRefused(options: [String], hint: String) throws {
    let outcome = try fixture.run(["report", "agreement"] + options)
    #expect(outcome.status != 0 && outcome.out.isEmpty)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }
}
