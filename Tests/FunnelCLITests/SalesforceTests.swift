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
