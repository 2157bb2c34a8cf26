import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// A record that is rejected leaves nothing behind: no person, no word, no command.
struct ImportRejectTests {
  private static let owned = """
    source: crm
    shape: wide
    files:
      - key: id
        owner: {column: owner, unknown: add, department: sales}
        campaign: campaign
        stages: {4: met}
    """

  @Test func whoOwnsARejectedRecordIsNotAdded() throws {
    let world = try ImportWorld()
    let summary = try world.bringIn(
      Self.owned,
      "id,owner,campaign,met\r\nk1,ann,spring,2024-01-01\r\nk1,zoe,autumn,2024-01-01\r\nk2,eve,winter,2999-01-01\r\n")
    #expect((summary.inserted, summary.rejected) == (1, 2))
    #expect(world.store.workspace.roster.members.map(\.handle) == ["ann"])
    let words = try world.store.connection.query("SELECT text FROM term ORDER BY text") { try $0.string(0) }
    #expect(words == ["crm", "spring"])
  }

  @Test func aWordOfARejectedEventIsNotKept() throws {
    let one = try ImportWorld(seed: 5)
    _ = try one.bringIn(Self.owned, "id,owner,campaign,met\r\nk1,,spring,2024-01-01\r\nk2,,summer,2024-01-02\r\n")
    let two = try ImportWorld(seed: 6)
    // The key of the second lead is another lead's here.
    _ = try two.store.add(NewLead(contact: Contact(name: "Bo"), keys: ["crm:k2"]), try two.act())
    let summary = try two.bringInOwn(try one.export())
    #expect(summary.rejected == 2)
    let words = try two.store.connection.query("SELECT text FROM term WHERE kind = 2") { try $0.string(0) }
    #expect(words == ["spring"])
    #expect(try two.store.check(now: two.now).findings == [])
  }

  /// A million short records, one of them bad: all others are handed over, and the line of that one is told.
  @Test func ofAMillionRecordsOneIsRejectedByItsLine() throws {
    let world = try ImportWorld()
    let path = world.folder.path("million.csv")
    let row = Array("k,2024-03-01\n".utf8)
    let (before, after) = (700_000, 299_999)
    let bytes =
      Array("id,met\n".utf8) + Array(repeatElement(row, count: before).joined()) + Array("k,\"a\"b\n".utf8)
      + Array(repeatElement(row, count: after).joined())
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let file = try InputFile(path: path)
    var handed = 0
    var rejects: [(Reject, KeptRecord)] = []
    try file.forEachRecord { reader, _ in
      handed += reader.fieldCount == 2 ? 1 : 0
    } onReject: {
      rejects.append(($0, $1))
    }
    #expect((file.recordsRead, handed, rejects.count) == (before + 1 + after, before + after, 1))
    #expect(rejects.first?.0.line == before + 2)
    #expect(rejects.first?.1.text == "k,\"a\"b")
    #expect(rejects.first?.1.header == "id,met")
  }
}
