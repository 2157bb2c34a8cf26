import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// The sample data of a real marketplace: 8,000 marketing-qualified leads and 842 closed deals.
struct OlistTests {
  static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
  static var isThere: Bool { FileManager.default.fileExists(atPath: data.path) }

  static func file(_ name: String) -> String { data.appending(path: name).path }

  @Test(.enabled(if: isThere, "../shared/data is not here"))
  func olistComesInAsItIs() throws {
    let folder = try TemporaryFolder()
    let now = try #require(Timestamp(iso8601: "2026-11-01T12:00:00Z"))
    var random = SystemRandomNumberGenerator()
    func context() -> CommandContext {
      CommandContext(id: .command(at: now, using: &random), now: now, login: "test")
    }
    let store = try Store.create(
      path: folder.path("funnel.db"), start: Initialization(zone: "UTC", currency: "BRL"), context())
    let yaml = try #require(BuiltInMapping.all.first { $0.name == "olist" }?.yaml)
    let request = ImportRequest(
      files: [
        OlistTests.file("olist/olist_closed_deals_dataset.csv"),
        OlistTests.file("olist/olist_marketing_qualified_leads_dataset.csv"),
      ], mapping: try Mapping(yaml: yaml, file: "olist"))
    let first = try store.importFiles(request, context())
    #expect(first.read == 8842)
    #expect(first.inserted == 8842)
    #expect(first.leadsNew == 8000)
    let flags = Dictionary(uniqueKeysWithValues: first.flags.map { ($0.name, $0.count) })
    #expect(flags["out_of_order"] == 1)
    #expect(flags["unrecorded_crossing"] == 842)
    var funnel = FunnelRequest(scope: ReportScope(now: now))
    funnel.pair = StagePair(from: .brandPreference, to: .purchase)
    funnel.grouping = .source
    let answer = try store.funnel(funnel)
    #expect(answer.total.steps[3].reached == 8000)
    #expect(answer.total.steps[5].reached == 842)
    #expect(answer.total.steps[5].from == .brandPreference)
    let pair = try #require(answer.total.pair)
    #expect(pair.negative == 1)
    #expect(abs((pair.p50 ?? 0) / 86_400 - 14.6507) < 0.0001)
    let again = try store.importFiles(request, context())
    #expect(again.alreadyKnown == 8842)
    #expect(again.inserted == 0)
    let check = try store.check(now: now)
    #expect(check.findings.isEmpty)
    #expect(check.leads == 8000)
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "funnel-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}
