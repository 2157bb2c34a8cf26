import ArgumentParser
import Foundation
import Testing

@testable import FunnelCLI

/// A report that somebody saved is one command for everybody who opens the file.
struct SavedViewTests {
  private let fixture: WorkspaceFixture

  init() throws {
    fixture = try WorkspaceFixture()
    for (name, source, day) in [
      ("Acme", "webinar", "2026-10-20"), ("Bolt", "e-mail", "2026-10-25"), ("Cog", "webinar", "2026-09-01"),
    ] {
      try fixture.done(["lead", "add", name, "--source", source, "--stage", "1", "--at", day])
    }
  }

  @Test("a saved report prints what the report printed, for another person and in another format")
  func runs() throws {
    let typed = ["report", "funnel", "--by", "source", "--period", "2026-10"]
    let plain = try fixture.done(typed)
    let saved = try fixture.done(typed + ["--save", "october"])
    #expect(saved.out == plain.out)
    #expect(saved.err.contains("funnel report october"))
    #expect(try fixture.done(["report", "october"], actor: "ben").out == plain.out)
    let json = ["--format", "json"]
    #expect(try fixture.done(["report", "october"] + json).out == fixture.done(typed + json).out)
    // On either side of the command, as everywhere.
    #expect(try fixture.done(json + ["report", "OCTOBER"]).out == fixture.done(typed + json).out)
    #expect(try fixture.done(["check"]).status == 0)
  }

  @Test("an option that is named again replaces the saved one, however often it was there")
  func overrides() throws {
    try fixture.done([
      "report", "funnel", "--where", "source=webinar", "--where", "segment=null", "--by=campaign", "--mode", "any",
      "--save", "webinars",
    ])
    let outcome = try fixture.done(["report", "webinars", "--where=source=e-mail", "--by", "owner"])
    let typed = ["report", "funnel", "--mode", "any", "--where", "source=e-mail", "--by", "owner"]
    #expect(try outcome.out == fixture.done(typed).out)
    // A report that is run so can be saved in turn.
    try fixture.done(["report", "webinars", "--by", "segment", "--save", "segments"])
    #expect(
      try fixture.done(["report", "segments"]).out
        == fixture.done([
          "report", "funnel", "--where", "source=webinar,segment=null", "--mode", "any", "--by", "segment",
        ]).out)
  }

  @Test("a relative period stays relative")
  func relative() throws {
    try fixture.done(["report", "funnel", "--period", "last 30 days", "--save", "recent"])
    func leads() throws -> [String: Any] {
      try fixture.done(["report", "recent", "--format", "json"]).json.object("definition").object("cohort")
    }
    let before = try leads().object("period").string("start")
    fixture.now = "2026-12-03T12:00:00Z"
    #expect(try leads().object("period").string("start") != before)
    #expect(
      try fixture.done(["report", "recent"]).out
        == fixture.done(["report", "funnel", "--period", "last 30 days"]).out)
  }

  @Test("the list says what each runs, who saved it and when; saving again replaces, forgetting removes")
  func list() throws {
    #expect(try fixture.done(["report", "list"]).out.contains("--save NAME"))
    try fixture.done(["report", "owners", "--save", "us"])
    fixture.now = "2026-11-04T08:00:00Z"
    try fixture.done(
      ["report", "handoffs", "--period", "this month", "--db", fixture.path, "--save=hand"], actor: "ben")
    func rows(_ more: [String] = []) throws -> [[String: Any]] {
      try fixture.done(["report", "list", "--format", "json"] + more).json.objects("rows")
    }
    #expect(try rows().map { $0.string("name") } == ["hand", "us"])
    #expect(try rows().map { $0.string("saved_by") } == ["ben", "ana"])
    #expect(try rows().map { $0.string("saved_at") } == ["2026-11-04T08:00:00Z", "2026-11-03T12:00:00Z"])
    // Neither the file nor the name is part of what is saved.
    #expect(try rows()[0].string("command") == "funnel report handoffs --period 'this month'")
    #expect(try rows(["--known-at", "2026-11-03T13:00:00Z"]).map { $0.string("name") } == ["us"])
    fixture.now = "2026-11-05T08:00:00Z"
    let again = try fixture.done(["report", "funnel", "--save", "us"], actor: "ben")
    #expect(again.err.contains("'funnel report owners'") && again.err.contains("ana"))
    #expect(try rows()[1].string("command") == "funnel report funnel")
    // Undo gives back what was there before.
    try fixture.done(["undo"], actor: "ben")
    #expect(try rows()[1].string("command") == "funnel report owners")
    #expect(try rows()[1].string("saved_by") == "ana")
    #expect(try fixture.done(["report", "forget", "hand"]).out.contains("hand"))
    #expect(try rows().map { $0.string("name") } == ["us"])
    let gone = try fixture.run(["report", "forget", "hand"])
    #expect(gone.status == 1 && gone.err.contains("us"))
  }

  @Test("views travel with the events, and come back the same to the byte")
  func travels() throws {
    try fixture.done(["report", "funnel", "--by", "source", "--save", "sources"])
    try fixture.done(["report", "owners", "--save", "mine"])
    try fixture.done(["report", "forget", "mine"])
    let export = try fixture.done(["export"]).out
    let other = try ImportWorkspace()
    let file = try other.folder.write(export, to: "events.csv").path
    #expect(try other.json(["import", file, "--mapping", "generic-long"]).int("rejected") == 0)
    #expect(try other.run(["export"]).out == export)
    #expect(try other.run(["report", "sources"]).out == fixture.done(["report", "sources"]).out)
    #expect(try other.run(["report", "mine"]).status == 2)
  }

  @Test(
    "a name that stands for nothing says what there is; a name that cannot be is refused before anything is printed")
  func names() throws {
    try fixture.done(["report", "owners", "--save", "us"])
    let unknown = try fixture.run(["report", "them"])
    #expect(unknown.status == 2 && unknown.out.isEmpty)
    #expect(unknown.err.contains("funnel, handoffs") && unknown.err.contains("saved: us"))
    for name in ["funnel", "list", "forget", "help", "A b", "", "_x", "ä", String(repeating: "x", count: 65)] {
      let outcome = try fixture.run(["report", "owners", "--save=\(name)"])
      #expect(outcome.status == 2, "\(name)")
      #expect(outcome.out.isEmpty && outcome.err.hasPrefix("Error: "), "\(name)")
    }
    // A report that fails is not saved.
    #expect(try fixture.run(["report", "funnel", "--where", "source=nope", "--save", "bad"]).status == 2)
    #expect(try fixture.run(["report", "funnel", "--nonsense", "--save", "bad"]).status == 2)
    #expect(try !fixture.done(["report", "list"]).out.contains("bad"))
  }

  @Test("a file that somebody sent writes nothing and acts for nobody when its reports are run")
  func hostile() throws {
    try fixture.done(["report", "owners", "--save", "us"])
    let target = fixture.folder.path("target.db")
    let export = try fixture.done(["export"]).out
    let options = "\"\"--db\"\",\"\"\(target)\"\",\"\"--actor=root\"\",\"\"--save\"\",\"\"again\"\""
    let crafted = export.replacing("[\"\"owners\"\"]", with: "[\"\"owners\"\",\(options)]")
    #expect(crafted != export)
    let other = try ImportWorkspace()
    let file = try other.folder.write(crafted, to: "events.csv").path
    try #require(other.json(["import", file, "--mapping", "generic-long"]).int("rejected") == 0)
    #expect(try other.run(["report", "us"]).status == 0)
    #expect(try other.json(["report", "list"]).objects("rows").count == 1)
    let command = export.replacing("[\"\"owners\"\"]", with: "[\"\"forget\"\",\"\"us\"\"]")
    let third = try ImportWorkspace()
    let worse = try third.folder.write(command, to: "events.csv").path
    try #require(third.json(["import", worse, "--mapping", "generic-long"]).int("rejected") == 0)
    #expect(try third.run(["report", "us"]).status == 3)
    #expect(try third.json(["report", "list"]).objects("rows").count == 1)
  }

  @Test("a view with an option that this version lacks is named, with what it runs and a way out")
  func otherVersion() throws {
    try fixture.done(["report", "losses", "--period", "2026-10", "--save", "us"])
    let export = try fixture.done(["export"]).out.replacing("--period", with: "--span")
    let other = try ImportWorkspace()
    let file = try other.folder.write(export, to: "events.csv").path
    try #require(other.json(["import", file, "--mapping", "generic-long"]).int("rejected") == 0)
    let outcome = try other.run(["report", "us"])
    #expect(outcome.status == 2 && outcome.out.isEmpty)
    #expect(outcome.err.contains("The saved report 'us' is 'funnel report losses --span 2026-10'."), "\(outcome.err)")
    #expect(outcome.err.contains("funnel report forget us"))
  }

  @Test("every report can be saved, also one that is added tomorrow")
  func shapes() {
    let shapes = ReportShape.all()
    #expect(shapes.map(\.name) == Report.reports.map { $0._commandName })
    for shape in shapes {
      let ofTheRun = shape.options.filter(\.isOfTheRun).flatMap(\.names)
      for name in ["--db", "--now", "--actor", "--command-id", "--save"] {
        #expect(ofTheRun.contains(name), "\(shape.name) does not take \(name)")
      }
      #expect(!ofTheRun.contains("--format") && !ofTheRun.contains("--as-of"))
    }
  }
}
