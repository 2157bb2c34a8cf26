import Foundation
import Testing

/// `import --guess` on the files of others.
struct MappingGuessTranscriptTests {
  private let workspace: ImportWorkspace

  init() throws { workspace = try ImportWorkspace() }

  private func data(_ names: String...) -> [String] { names.map { OlistData.folder.appending(path: $0).path } }

  /// What is guessed, after it passed the check of mappings.
  private func guess(_ files: [String]) throws -> String {
    let outcome = try workspace.run(["import", "--guess"] + files)
    try #require(outcome.status == 0, "\(outcome.err)")
    let file = try workspace.folder.write(outcome.out, to: "guess.yaml")
    let checked = try workspace.run(["mapping", "check", file.path])
    #expect(checked.status == 0, "\(checked.err)")
    return outcome.out
  }

  private func bring(_ files: [String]) throws -> [String: Any] {
    try workspace.json(["import"] + files + ["--mapping", workspace.folder.path("guess.yaml")])
  }

  @Test(.enabled(if: OlistData.isThere)) func exportsThatAMappingReadsGetThatMapping() throws {
    #expect(try guess(OlistData.plainFiles).contains("Use '--mapping olist'"))
    #expect(try bring(OlistData.plainFiles).int("rejected") == 0)
    #expect(try guess(data("hubspot/contacts_classic_header.csv")).contains("--mapping hubspot-contacts"))
    #expect(try guess(data("hubspot/contacts_modern_header.csv")).contains("--mapping hubspot-contacts"))
    #expect(try guess(data("hubspot/deals_header.csv")).contains("\nname: hubspot-deals\n"))
  }

  @Test(.enabled(if: OlistData.isThere)) func datesInTheOrderOfACountryAreReadAsTheFilesProve() throws {
    #expect(try guess(OlistData.usFiles).contains("\"M/D/YYYY\""))
    let summary = try bring(OlistData.usFiles)
    #expect(summary.int("read") == 8380)
    #expect(summary.int("rejected") == 0)
  }

  @Test(.enabled(if: OlistData.isThere)) func salesforceComesInWithTheDatesThatItsFilesProve() throws {
    let files = data("salesforce/Lead.csv", "salesforce/Opportunity.csv", "salesforce/OpportunityHistory.csv")
    #expect(try guess(files).contains("--mapping salesforce-opportunity-history"))
    #expect(try bring(files).int("rejected") == 0)
  }

  @Test(.enabled(if: OlistData.isThere)) func aFileWithoutDatesComesInOnceAPersonSaysTheDay() throws {
    let files = data("x-education/leads_dirty.csv")
    let yaml = try guess(files)
    #expect(yaml.contains("No column holds dates"))
    // As it is, nothing is made up.
    let refused = try workspace.run(["import"] + files + ["--mapping", workspace.folder.path("guess.yaml")])
    #expect(refused.status == 3)
    // As its comment says: take out the line that rejects, and the '# ' before the others.
    let lines = yaml.split(separator: "\n").filter { !$0.contains("created: {constant: \"\"}") }.map { line in
      let words = ["created:", "stages:", "purchased:"]
      return words.contains { line.contains("# \($0) {") } ? String(line).replacing("# ", with: "") : String(line)
    }
    try workspace.folder.write(lines.joined(separator: "\n"), to: "guess.yaml")
    #expect(try bring(files).int("leads_new") == 9240)
    let stages = try workspace.json(["report", "funnel"]).objects("stages")
    #expect(stages.first { $0.int("stage") == 6 }?.int("reached") == 3561)
  }

  /// A log of steps from a system that no mapping knows, with one word of its own, comes in as it says.
  @Test func aLogOfAnUnknownSystemComesInByItsGuess() throws {
    var text = "Deal ID;Changed on;Status\r\n"
    for number in 1...40 {
      let day = 10 + number % 18
      text += "D\(number);\(day).01.2024 09:30;MQL\r\nD\(number);\(day).02.2024 10:00;Proposal\r\n"
      if number % 4 == 0 { text += "D\(number);\(day).03.2024 11:15;Closed Won\r\n" }
      if number % 5 == 1 { text += "D\(number);\(day).03.2024 11:15;Lost\r\n" }
      if number == 7 { text += "D7;28.03.2024 08:00;On hold\r\n" }
    }
    let path = try workspace.folder.write(text, to: "steps.csv").path
    let yaml = try guess([path])
    #expect(yaml.contains("shape: long"))
    #expect(yaml.contains("On hold"), "what no word explains is named: \(yaml)")
    let summary = try bring([path])
    // The word of its own is rejected by name, and not taken for anything.
    #expect(["read", "inserted", "rejected", "leads_new"].map { summary.int($0) } == [99, 98, 1, 40], "\(yaml)")
    let stages = try workspace.json(["report", "funnel"]).objects("stages")
    #expect(stages.first { $0.int("stage") == 5 }?.int("reached") == 40)
    #expect(stages.first { $0.int("stage") == 6 }?.int("reached") == 10)
    #expect(try workspace.json(["lead", "list", "--status", "lost"]).objects("rows").count == 8)
    let history = try workspace.run(["lead", "history", "--format", "json", "1"]).json.objects("rows")
    #expect(history.compactMap { $0.string("occurred") }.contains("2024-02-11T10:00:00Z"), "\(history)")
    #expect(try bring([path]).int("already_known") == 98)
  }

  @Test func theFileNamedIsNewOrStaysAsItIs() throws {
    let leads = try workspace.folder.write("id,created\n1,2024-01-02\n", to: "leads.csv").path
    let target = workspace.folder.path("mine.yaml")
    #expect(try workspace.run(["import", "--guess", leads, "--output", target]).status == 0)
    let written = try String(contentsOfFile: target, encoding: .utf8)
    #expect(try workspace.run(["import", "--guess", leads]).out == written)
    let again = try workspace.run(["import", "--guess", leads, "--output", target])
    #expect(again.status != 0)
    #expect(again.err.contains("is there already"))
    #expect(try workspace.run(["import", leads, "--mapping", target]).status == 0)
    #expect(try workspace.run(["import", leads]).status == 2)
    #expect(try workspace.run(["import", leads, "--guess", "--mapping", target]).status == 2)
    #expect(try workspace.run(["import", leads, "--mapping", target, "--output", "x"]).status == 2)
  }
}
