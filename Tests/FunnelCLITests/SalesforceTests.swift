import Foundation
import Testing

/// The demo records of a Salesforce organisation: nothing of them is lost, and what is odd about them is said.
@Suite(.enabled(if: SalesforceData.isThere))
struct SalesforceTests {
  private static let formats = ["--date-format", "M/D/YY", "--date-format", "M/D/YY h:mm A"]
  private let workspace: ImportWorkspace

  init() throws { workspace = try ImportWorkspace() }

  private func files(_ names: [String] = ["OpportunityHistory", "Opportunity", "Lead"]) -> [String] {
    names.map { SalesforceData.folder.appending(path: "\($0).csv").path }
  }

  private func bringIn(_ files: [String]) throws -> [String: Any] {
    try workspace.json(
      ["import"] + files + ["--mapping", "salesforce-opportunity-history"] + SalesforceTests.formats)
  }

  private func leads(_ filter: [String]) throws -> [[String: Any]] {
    try workspace.json(["lead", "list"] + filter).objects("rows")
  }

  /// What the files themselves say, read here by other means.
  private func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: SalesforceData.folder.appending(path: "\(name).csv"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { SalesforceTests.fields(String($0)) }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first }) }
  }

  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test func everyRecordComesInAndWhatIsOddIsFlagged() throws {
    let receipt = try bringIn(files())
    #expect(receipt.int("read") == 36 + 48 + 22)
    #expect(receipt.int("inserted") == 36 + 48 + 22)
    #expect(receipt.int("rejected") == 0)
    #expect(receipt.object("flags").int("close_before_creation") == 32)
    // Of the seven opportunities that are won and then lost, six are nothing else; one was open before.
    #expect(receipt.object("flags").int("lost_after_purchase") == 7)
    let history = Dictionary(grouping: try rows("OpportunityHistory"), by: { $0["OpportunityId"] ?? "" })
    let turned = history.values.filter {
      Set($0.compactMap { $0["StageName"] }).isSuperset(of: ["Closed Won", "Closed Lost"])
    }
    #expect(turned.count == 7)
    #expect(turned.count { Set($0.compactMap { $0["StageName"] }).count == 2 } == 6)
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func eachOpportunityKeepsItsWholeHistory() throws {
    _ = try bringIn(files())
    let history = Dictionary(grouping: try rows("OpportunityHistory"), by: { $0["OpportunityId"] ?? "" })
    #expect(history.count == 36)
    for (opportunity, steps) in history {
      let events = try workspace.json(["lead", "history", "salesforce:\(opportunity)"]).objects("rows")
      let kinds = events.compactMap { $0.string("event") }
      #expect(kinds.count { $0 == "purchased" } == steps.count { $0["StageName"] == "Closed Won" })
      #expect(kinds.count { $0 == "lost" } == steps.count { $0["StageName"] == "Closed Lost" })
      #expect(kinds.count { $0 == "moved" } == steps.count { $0["StageName"]?.hasPrefix("Closed") == false })
    }
  }

  @Test func theWordOfTheStatusAndTheConversionAreToldApart() throws {
    _ = try bringIn(files())
    let tagged = try leads(["--tag", "Closed - Converted"])
    #expect(tagged.count == 8)
    #expect(tagged.count { ($0.int("furthest_stage") ?? 0) >= 5 } == 5)
    #expect(try rows("Lead").count { $0["IsConverted"] == "TRUE" } == 5)
    #expect(try leads(["--tag", "Closed - Not Converted", "--status", "lost"]).count == 3)
  }

  @Test func theFilesCanComeInAnyOrderAndOneByOne() throws {
    for name in ["Opportunity", "Lead", "OpportunityHistory"] { _ = try bringIn(files([name])) }
    let again = try bringIn(files())
    #expect(again.int("already_known") == 106)
    #expect(again.int("inserted") == 0)
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func nextMonthsHistoryCorrectsWhatChangedAndRepeatsNothing() throws {
    _ = try bringIn(files())
    let path = SalesforceData.folder.appending(path: "OpportunityHistory.csv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
    let rows = try rows("OpportunityHistory")
    // One step has another amount, one another stage, one is new, and one is gone from the export.
    let won = try #require(rows.firstIndex { $0["StageName"] == "Closed Won" })
    let open = try #require(rows.firstIndex { $0["StageName"] == "Qualification" })
    let amount = try #require(rows[won]["Amount"])
    let history = try #require(rows[won]["Id"])
    let opportunity = try #require(rows[won]["OpportunityId"])
    var changed = lines
    changed[won + 1] = lines[won + 1].replacing(",\(amount),", with: ",77,")
    changed[open + 1] = lines[open + 1].replacing("Qualification", with: "Closed Lost")
    changed.append(lines[won + 1].replacing(history, with: "008NEW").replacing(",\(amount),", with: ",5,"))
    changed.remove(at: 1 + (try #require(rows.indices.first { $0 != won && $0 != open })))
    let file = try workspace.folder.write(changed.joined(separator: "\r\n") + "\r\n", to: "OpportunityHistory.csv").path
    func count() throws -> Int { try workspace.json(["export", "--format", "json"]).objects("rows").count }
    let before = try count()

    let receipt = try bringIn([file])
    let counts = ["read", "corrected", "inserted", "already_known", "rejected", "leads_new"].map { receipt.int($0) }
    #expect(counts == [48, 2, 1, 45, 0, 0])
    // Each correction is a void and the fact anew; one step more; one event of the import. Nothing was deleted.
    #expect(try count() == before + 2 * 2 + 1 + 1)
    let events = try workspace.json(["lead", "history", "salesforce:\(opportunity)"]).objects("rows")
    let sold = events.filter { $0.string("event") == "purchased" }
      .compactMap { $0.object("details").string("amount") }
    #expect(sold.sorted() == ["5.00 EUR", "77.00 EUR"], "\(events)")
    #expect(try bringIn([file]).int("already_known") == 48)
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func theOrderOfDayAndMonthIsAskedForAndNeverGuessed() throws {
    let outcome = try workspace.run(["import"] + files() + ["--mapping", "salesforce-opportunity-history"])
    #expect(outcome.status == 3)
    #expect(outcome.err.contains("does not say which number is the day"))
  }
}

/// Real files beside the project.
enum SalesforceData {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/salesforce")
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}
