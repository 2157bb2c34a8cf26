import Foundation
import Testing

/// `funnel demo` as people and scripts use it.
@Suite("The demo on the command line")
struct DemoTranscriptTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String], env: [String: String] = [:]) throws -> FunnelBinary.Outcome {
    try FunnelBinary.run(arguments, env: env, in: folder.url)
  }

  @Test("it says what it made, and what to look at next with a member who is there")
  func made() throws {
    let outcome = try run(["demo", "--leads", "40", "--seed", "2"])
    #expect(outcome.status == 0)
    #expect(outcome.err == "")
    let lines = outcome.lines
    #expect(
      lines[0].wholeMatch(
        of: /funnel\.db has 40 leads and \d+ events, made up, from 2024-06-30T00:00:00Z to 2026-06-30T00:00:00Z\./)
        != nil)
    let member = try #require(lines[1].firstMatch(of: /--actor ([a-z]+)/)).1
    #expect(try run(["status", "--actor", String(member)]).status == 0)
    #expect(try run(["report", "owners"]).err.contains("Stage 7 Customer loyalty has no responsible member"))
  }

  @Test("the same on two days and in two files, journal and log")
  func deterministic() throws {
    for (name, day) in [("a", "2026-07-01T00:00:00Z"), ("b", "2031-01-01T12:00:00Z")] {
      let outcome = try run(
        ["demo", "--leads", "60", "--db", "\(name).db", "--csv", "\(name).csv"], env: ["FUNNEL_NOW": day])
      #expect(outcome.status == 0, "\(outcome.err)")
    }
    let export = try run(["export", "--db", "a.db"]).out
    #expect(export.split(whereSeparator: \.isNewline).count > 200)
    #expect(try run(["export", "--db", "b.db"]).out == export)
    func log(_ name: String) throws -> String {
      try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    }
    #expect(try log("a.csv") == log("b.csv"))
    #expect(
      try log("a.csv").hasPrefix(
        "lead_id,at,kind,stage,actor,department,source,campaign,segment,amount,currency,reason,to,due,receiver,channel,"
          + "ruling,score,referrer,product\r\n1,"))
  }

  @Test("programs read what was made")
  func json() throws {
    let made = try run(["demo", "--leads", "5", "--until", "2025-03-01", "--format", "json"]).json
    #expect(made["schema"] as? String == "funnel.demo/1")
    #expect(made["leads"] as? Int == 5)
    #expect(made["until"] as? String == "2025-03-01T00:00:00Z")
    let check = try run(["check", "--format", "json"]).json
    #expect(check["ok"] as? Bool == true)
    #expect(check["leads"] as? Int == 5)
    #expect((made["events"] as? Int) == (check["events"] as? Int))
  }

  @Test("3: a file in which something was recorded is left alone; one fresh from init is filled")
  func refused() throws {
    #expect(try run(["init"]).status == 0)
    #expect(try run(["demo", "--leads", "5"]).status == 0)
    let before = try run(["export"]).out
    let again = try run(["demo", "--leads", "5", "--csv", "log.csv"])
    #expect(again.status == 3)
    #expect(again.err.hasPrefix("Error: funnel.db is there already and was left as it is. Name another file"))
    #expect(try run(["export"]).out == before)
    #expect(!FileManager.default.fileExists(atPath: folder.path("log.csv")))
  }

  @Test("3: a log that cannot be written leaves the workspace empty")
  func logWithoutPlace() throws {
    let outcome = try run(["demo", "--leads", "5", "--csv", "no/such/log.csv"])
    #expect(outcome.status == 3)
    #expect(outcome.err == "Error: no/such/log.csv: the file cannot be written: No such file or directory\n")
    #expect(try run(["demo", "--leads", "5"]).status == 0)
  }

  @Test(
    "2: numbers that make no sense",
    arguments: [
      ["--leads", "0"], ["--leads", "-1"], ["--leads", "many"], ["--leads", "10000001"], ["--seed", "-1"],
      ["--until", "soon"], ["--until", "1971-01-01"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try run(["demo"] + arguments)
    #expect(outcome.status == 2, "\(outcome.err)")
    #expect(outcome.err.hasPrefix("Error: "))
    #expect(!FileManager.default.fileExists(atPath: folder.path("funnel.db")))
  }
}
