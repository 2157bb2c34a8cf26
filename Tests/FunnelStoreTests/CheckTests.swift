import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// Something wrong that is planted in a file, and how a check names it.
struct Corruption: Sendable, CustomTestStringConvertible {
  let name: String
  let sql: String
  /// The invariants that do not hold.
  let found: Set<String>

  init(_ name: String, _ sql: String, _ found: Set<String>) {
    self.name = name
    self.sql = sql
    self.found = found
  }

  var testDescription: String { name }
}

/// `check` finds what somebody, or a bad disk, did to a file; `rebuild` mends what the journal can tell.
struct CheckTests {
  private static let now = DemoFunnel.usualEnd

  /// The bytes of one file for all: each test plants its corruption in a copy.
  private static let file = Result { try backup(leads: 150) }
  private static let smallFile = Result { try backup(leads: 8) }

  private static func backup(leads: Int) throws -> Data {
    let workspace = try DemoWorkspace(leads: leads)
    let path = workspace.folder.path("backup.db")
    try workspace.store.backup(to: path, overwriting: false)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func copy(_ file: Result<Data, any Error> = CheckTests.file, to folder: TemporaryFolder) throws -> String {
    let path = folder.path("copy.db")
    try file.get().write(to: URL(fileURLWithPath: path))
    return path
  }

  private func open(_ path: String) throws -> Store {
    try Store.open(path: path, .readWrite, now: CheckTests.now)
  }

  private func check(_ path: String) throws -> CheckReport {
    try Store.open(path: path, .readOnly, now: CheckTests.now).check(now: CheckTests.now)
  }

  @Test func aSoundFileIsSound() throws {
    let folder = try TemporaryFolder()
    let path = try copy(to: folder)
    let report = try check(path)
    #expect(report.findings.isEmpty)
    #expect(report.leads == 155)
    let events = try open(path).connection.first("SELECT count(*) FROM event WHERE lead > 0") { try $0.int(0) }
    #expect(report.events == events)
  }

  /// Such a lead is in no stage, and so has no record of its own that its offer's record could point to.
  @Test func aReferralThatWaitsOrWasRejectedIsSound() throws {
    let fixture = try StoreFixture()
    for name in ["Waiting", "Rejected"] {
      let customer = try #require(
        try fixture.store.add(
          NewLead(contact: Contact(name: "Of \(name)"), stage: .customerAdvocacy), try fixture.act("kim")))
      let referred = try #require(
        try fixture.store.refer(
          by: customer, NewLead(contact: Contact(name: name)), OfferRequest(to: .customerAwareness), said: [],
          try fixture.act("sue")))
      guard name == "Rejected" else { continue }
      try fixture.store.perform(on: [referred], try fixture.act("ana"), personal: []) { words in
        .reject(try words.reason("not_qualified", for: .rejection))
      }
    }
    #expect(try fixture.store.check(now: fixture.now).findings.isEmpty)
    _ = try fixture.store.rebuild { _ in }
    #expect(try fixture.store.check(now: fixture.now).findings.isEmpty)
  }

  /// No member, no word, no import: what nothing refers to need not be there.
  @Test func anEmptyFileAndOneWithoutImportsAreSound() throws {
    let folder = try TemporaryFolder()
    let demo = DemoFunnel(leads: 30, seed: 1)
    let store = try Store.create(path: folder.path("a.db"), for: demo, zone: "UTC", currency: "EUR")
    #expect(try store.check(now: demo.until).findings.isEmpty)
    try store.fill(with: demo)
    let report = try store.check(now: demo.until)
    #expect(report.findings.isEmpty)
    #expect(report.leads == 30)
  }

  private static let rows = [
    Corruption("a lead's source", "UPDATE lead SET source = 3 - source % 2 WHERE number = 5", ["projection"]),
    Corruption("a lead's name", "UPDATE lead SET name = 'Somebody Else' WHERE number = 5", ["projection"]),
    Corruption("a lead's stage", "UPDATE lead SET stage = 9 - stage WHERE number = 5", ["projection"]),
    Corruption("a lead's head", "UPDATE lead SET last_event = last_event - 1 WHERE number = 5", ["projection"]),
    Corruption("a lead's flags", "UPDATE lead SET flags = flags + 4 WHERE number = 5", ["projection"]),
    Corruption(
      "places of two leads", "UPDATE lead SET slot = 11 - slot WHERE number IN (5, 6)",
      // Their crossings point to the places.
      ["pages"]),
    Corruption("a place that cannot be", "UPDATE lead SET slot = -3 WHERE number = 5", ["pages"]),
    Corruption("a place far away", "UPDATE lead SET slot = 1000000 WHERE number = 5", ["pages"]),
    Corruption("no place", "UPDATE lead SET slot = NULL WHERE number = 5", ["pages"]),
    Corruption(
      "a lead that nobody created",
      """
      INSERT INTO lead (number, last_event, status, touches, flags) VALUES (9999, 1, 'open', 0, 0)
      """, ["projection"]),
    Corruption(
      "a lead that is gone",
      """
      PRAGMA foreign_keys = OFF; DELETE FROM lead WHERE number = 5
      """, ["integrity"]),
    Corruption("a stay's time", "UPDATE visit SET entered = entered + 1000 WHERE lead = 5", ["projection"]),
    Corruption("a stay's end", "UPDATE visit SET exit = (exit + 1) % 4 WHERE lead = 5 AND ordinal = 0", ["projection"]),
    Corruption("a stay is gone", "DELETE FROM visit WHERE lead = 5 AND ordinal = 0", ["projection", "pages"]),
    Corruption(
      "a stay too many",
      "INSERT INTO visit SELECT 5, 99, slot, stage, entered, \"left\", exit FROM visit WHERE lead = 6 LIMIT 1",
      ["projection"]),
    Corruption(
      "places of stays", "UPDATE visit SET slot = (SELECT max(slot) FROM visit) WHERE lead = 5 AND ordinal = 0",
      ["pages"]),
    Corruption(
      "a crossing is gone", "DELETE FROM handoff WHERE lead = (SELECT min(lead) FROM handoff)",
      ["projection", "pages", "handoffs"]),
    Corruption(
      "a crossing's outcome", "UPDATE handoff SET outcome = 2 WHERE outcome = 3", ["projection", "handoffs"]),
    Corruption("a crossing's due time", "UPDATE handoff SET due = due + 1000 WHERE due > 0", ["projection"]),
    Corruption("a sale's amount", "UPDATE purchase SET minor = minor + 1 WHERE minor > 0", ["projection"]),
    Corruption("what was sold", "UPDATE purchase SET product = product + 1 WHERE product > 0", ["projection"]),
    Corruption("a sale is gone", "DELETE FROM purchase WHERE ordinal > 0", ["projection"]),
    Corruption("a refund", "UPDATE purchase SET refunded_minor = 1 WHERE minor > 0", ["projection"]),
    Corruption("a tag is gone", "DELETE FROM lead_tag WHERE lead = (SELECT min(lead) FROM lead_tag)", ["projection"]),
    Corruption("a tag too many", "INSERT OR IGNORE INTO lead_tag VALUES (5, 1), (5, 2)", ["projection"]),
    Corruption("an ordered chain", "UPDATE lead_chain SET times = zeroblob(32)", ["projection"]),
    Corruption("an ordered chain is gone", "DELETE FROM lead_chain", ["projection"]),
    Corruption(
      "an ordered chain too many",
      "INSERT INTO lead_chain SELECT number, zeroblob(32) FROM lead WHERE number NOT IN (SELECT lead FROM lead_chain) LIMIT 1",
      ["projection"]),
    Corruption("too few places taken", "UPDATE slot_count SET taken = taken - 1 WHERE kind = 'visit'", ["pages"]),
    Corruption("no places taken", "DELETE FROM slot_count", ["pages"]),
  ]

  @Test(arguments: rows)
  func whatIsWrongInTheProjectionIsNamedAndMended(_ corruption: Corruption) throws {
    let folder = try TemporaryFolder()
    let path = try copy(to: folder)
    let connection = try Connection(path: path, access: .readWrite)
    try connection.execute(corruption.sql)
    let found = Set(try check(path).findings.map(\.what))
    #expect(found.isSuperset(of: corruption.found), "found \(found)")
    try open(path).rebuild { _ in }
    #expect(try check(path).findings.isEmpty)
  }

  /// Every byte of a record counts: reports read nothing else.
  @Test(arguments: PageKind.allCases)
  func aFlippedByteOfAPageIsNamedAndMended(kind: PageKind) throws {
    let folder = try TemporaryFolder()
    let path = try copy(CheckTests.smallFile, to: folder)
    let connection = try Connection(path: path, access: .readWrite)
    let table = "\(kind.rawValue)_page"
    let page = try #require(
      try connection.first("SELECT records FROM \(table) WHERE page = 0") { try $0.blob(0) })
    for offset in 0..<kind.byteCount {
      var bytes = page
      bytes[offset] ^= 0x40
      try connection.run("UPDATE \(table) SET records = ? WHERE page = 0", .blob(bytes))
      #expect(try check(path).findings.contains { $0.what == "pages" }, "byte \(offset)")
    }
    try open(path).rebuild { _ in }
    #expect(try check(path).findings.isEmpty)
  }

  @Test(arguments: PageKind.allCases)
  func aRecordThatBelongsToNobodyIsNamedAndMended(kind: PageKind) throws {
    let folder = try TemporaryFolder()
    let path = try copy(to: folder)
    let connection = try Connection(path: path, access: .readWrite)
    let table = "\(kind.rawValue)_page"
    let bytes = try #require(
      try connection.first("SELECT records FROM \(table) WHERE page = 0") { try $0.blob(0) })
    try connection.run(
      "INSERT INTO \(table) (page, records) VALUES (99, ?)", .blob(Array(bytes.prefix(kind.byteCount))))
    #expect(try check(path).findings.contains { $0.what == "pages" && $0.detail.contains("99") })
    try open(path).rebuild { _ in }
    #expect(try check(path).findings.isEmpty)
  }

  /// Whoever may write the file may drop its triggers; what they do then is found all the same.
  private static let journal = [
    Corruption("an event's stage", "UPDATE event SET stage = 8 WHERE kind = 3 AND lead = 5", ["projection", "pages"]),
    Corruption(
      "an event's time", "UPDATE event SET occurred = occurred + 60000 WHERE kind = 1 AND lead = 5", ["projection"]),
    Corruption(
      "an event's lead", "UPDATE event SET lead = 6 WHERE seq = (SELECT min(seq) FROM event WHERE kind = 16)",
      ["projection", "chain"]),
    Corruption(
      "an event is gone", "DELETE FROM event WHERE seq = (SELECT last_event FROM lead WHERE number = 5)", ["projection"]
    ),
    Corruption(
      "an event in the middle is gone",
      "DELETE FROM event WHERE seq = (SELECT min(prev) FROM event WHERE prev IN (SELECT seq FROM event WHERE kind = 3))",
      ["chain"]),
    Corruption(
      "a chain", "UPDATE event SET prev = NULL WHERE seq = (SELECT last_event FROM lead WHERE number = 5)", ["chain"]),
    Corruption("an event's command", "UPDATE event SET command = 999999 WHERE lead = 5", ["references", "journal"]),
    Corruption("an unknown source", "UPDATE event SET source = 999 WHERE kind = 1 AND lead = 5", ["references"]),
    Corruption("an unknown campaign", "UPDATE event SET campaign = 999 WHERE kind = 1 AND lead = 5", ["references"]),
    Corruption("an unknown segment", "UPDATE event SET segment = 999 WHERE kind = 1 AND lead = 5", ["references"]),
    Corruption("an unknown channel", "UPDATE event SET term = 999 WHERE kind = 4", ["references"]),
    Corruption("an unknown tag", "UPDATE event SET term = 999 WHERE kind = 8", ["references"]),
    Corruption("an unknown reason of a loss", "UPDATE event SET term = 999 WHERE kind = 16", ["references"]),
    Corruption("an unknown reason of a rejection", "UPDATE event SET term = 999 WHERE kind = 13", ["references"]),
    Corruption("a word is gone", "DELETE FROM term WHERE kind = 5 AND id = 1", ["references"]),
    Corruption("an unknown member", "UPDATE event SET member = 999 WHERE kind = 7", ["references"]),
    Corruption("an unknown actor", "UPDATE command SET member = 999 WHERE number = 40", ["references"]),
    Corruption("an unknown import", "UPDATE command SET feed = 999, member = NULL WHERE number = 40", ["references"]),
    Corruption("an unknown kind", "UPDATE event SET kind = 77 WHERE kind = 5", ["journal"]),
    Corruption("a move to nowhere", "UPDATE event SET stage = NULL WHERE kind = 3", ["journal"]),
    Corruption("an amount without a currency", "UPDATE event SET currency = NULL WHERE kind = 18", ["journal"]),
    Corruption("a currency that is none", "UPDATE event SET currency = 'ZZZ' WHERE kind = 18", ["journal"]),
    Corruption("a member beyond all numbers", "UPDATE event SET member = 1 << 40 WHERE kind = 7", ["journal"]),
    Corruption("a key of another lead", "UPDATE lead_key SET lead = 5", ["references"]),
    Corruption("a key of no event", "PRAGMA foreign_keys = OFF; UPDATE lead_key SET seq = 999999", ["integrity"]),
    Corruption(
      "a name of no event", "PRAGMA foreign_keys = OFF; UPDATE personal SET seq = seq + 900000", ["integrity"]),
  ]

  @Test(arguments: journal)
  func whatIsWrongInTheJournalIsNamed(_ corruption: Corruption) throws {
    let folder = try TemporaryFolder()
    let path = try copy(to: folder)
    let connection = try Connection(path: path, access: .readWrite)
    let triggers = try connection.query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
      (try $0.string(0), try $0.string(1))
    }
    for (name, _) in triggers { try connection.execute("DROP TRIGGER \(name)") }
    try connection.execute(corruption.sql)
    // Put back, so that nothing but the change itself is there to be found.
    for (_, sql) in triggers { try connection.execute(sql) }
    let found = Set(try check(path).findings.map(\.what))
    #expect(found.isSuperset(of: corruption.found), "found \(found)")
  }

  /// Members, owners and reasons are read when a file is opened.
  @Test func anUnreadableEventOfTheWorkspaceIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = try copy(CheckTests.smallFile, to: folder)
    try Connection(path: path, access: .readWrite).execute(
      "DROP TRIGGER event_is_append_only_update; UPDATE event SET data = 'no JSON' WHERE kind = 101")
    let error = try #require(throws: StoreError.self) { try check(path) }
    let report = try #require(CheckReport(of: error))
    #expect(report.findings.map(\.what) == ["journal"])
  }

  @Test(arguments: [
    ("DROP TRIGGER event_is_append_only_update", "the trigger 'event_is_append_only_update' is missing"),
    ("DROP VIEW v_lead", "the view 'v_lead' is missing"),
    ("DROP INDEX handoff_pending", "the index 'handoff_pending' is missing"),
    ("ALTER TABLE purchase ADD COLUMN mine TEXT", "the table 'purchase' is not as this program made it"),
    (
      "DROP VIEW v_tag; CREATE VIEW v_tag AS SELECT 1 AS lead, 'x' AS tag",
      "the view 'v_tag' is not as this program made it"
    ),
    (
      "CREATE TRIGGER mine AFTER INSERT ON lead BEGIN DELETE FROM visit; END",
      "the trigger 'mine' is not of this program, and can change what it writes"
    ),
  ])
  func aChangedSchemaIsNamed(sql: String, sentence: String) throws {
    let folder = try TemporaryFolder()
    let path = try copy(to: folder)
    try Connection(path: path, access: .readWrite).execute(sql)
    #expect(try check(path).findings.map(\.detail) == [sentence])
  }

  /// An analyst may add what changes nothing.
  @Test func viewsAndIndexesOfOthersAreTheirs() throws {
    let folder = try TemporaryFolder()
    let path = try copy(to: folder)
    try Connection(path: path, access: .readWrite).execute(
      "CREATE VIEW mine AS SELECT * FROM v_lead; CREATE INDEX my_index ON lead (source); CREATE TABLE notes (text)")
    #expect(try check(path).findings.isEmpty)
  }

  /// The first byte of each page says what the page is. No flip may pass as a sound file, and none may
  /// end the program.
  @Test func aFlippedByteInAnyPageOfTheFileIsFound() throws {
    let folder = try TemporaryFolder()
    let path = try copy(CheckTests.smallFile, to: folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let pageSize = 4096
    #expect(whole.count / pageSize > 25)
    for page in 0..<(whole.count / pageSize) {
      var bytes = whole
      bytes[page * pageSize + (page == 0 ? 100 : 0)] ^= 0xFF
      let damaged = folder.path("damaged-\(page).db")
      try bytes.write(to: URL(fileURLWithPath: damaged))
      do {
        let findings = try check(damaged).findings
        #expect(findings.contains { $0.what == "integrity" }, "page \(page + 1)")
      } catch let error as StoreError {
        // What is needed to open the file cannot be read; that is a finding too.
        let report = try #require(CheckReport(of: error), "page \(page + 1): \(error)")
        #expect(report.findings.map(\.what) == ["integrity"])
      }
    }
  }
}
