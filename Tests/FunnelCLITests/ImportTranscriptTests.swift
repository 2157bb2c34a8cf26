import Foundation
import Testing

/// What an import says, and what it leaves behind: all of it, or nothing.
struct ImportTranscriptTests {
  private let workspace: ImportWorkspace

  init() throws { workspace = try ImportWorkspace() }

  private static let header = "mql_id,first_contact_date,landing_page_id,origin\r\n"

  private func file(_ text: String, _ name: String = "leads.csv") throws -> String {
    try workspace.folder.write(text, to: name).path
  }

  /// The workspace itself, and what should not be left beside it. SQLite's index of its log and the queue of writers
  /// hold nothing of the journal.
  private func bytes() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.url.path).sorted()
    return try Dictionary(
      uniqueKeysWithValues: names.filter { ["funnel.db", "funnel.db-wal"].contains($0) || $0.hasSuffix(".partial") }.map
      {
        ($0, try Data(contentsOf: workspace.folder.url.appending(path: $0)))
      })
  }

  struct BadInput: CustomTestStringConvertible, Sendable {
    let name: String
    let content: Data
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, says: String) {
      self.init(name, Data(text.utf8), says: says)
    }

    init(_ name: String, _ content: Data, says: String) {
      self.name = name
      self.content = content
      self.says = says
    }
  }

  static let badInputs = [
    BadInput("empty", "", says: "the file is empty; a header was expected"),
    BadInput("wrong header", "a,b\r\n1,2\r\n", says: "line 1: the header fits no file of the mapping 'olist'"),
    BadInput("binary", Data([0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 200)), says: "not a text file"),
    BadInput(
      "unterminated quote", header + "a,2018-01-01,p,email\r\nb,\"2018-01-01,p,email\r\n",
      says: "The quote that opens a field on line 3 is never closed"),
    BadInput(
      "column twice", "mql_id,first_contact_date,first_contact_date,origin\r\na,2018-01-01,,x\r\n",
      says: "the column 'first_contact_date' more than once, as columns 2, 3; say which is meant"),
    BadInput(
      "no such date", header + "a,2018-02-30,p,email\r\n", says: ":2: column 'first_contact_date': \"2018-02-30\""),
    BadInput("ragged", header + "a,2018-02-03,p\r\n", says: ":2: the record has 3 fields, and the header 4"),
    BadInput("no key", header + ",2018-02-03,p,email\r\n", says: ":2: the key in column 'mql_id' is empty"),
    BadInput(
      "future", header + "a,2031-02-03,p,email\r\n", says: ":2: the date 2031-02-03T00:00:00Z lies in the future"),
    BadInput(
      "a gzip file that was cut", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB]), says: "The gzip file ends too early"
    ),
    BadInput(
      "a damaged gzip file", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]), says: "is damaged"),
    BadInput(
      "two encodings",
      Data((header + "a,2018-01-01,p,").utf8) + [0xE9] + Data(String(repeating: "x", count: 70_000).utf8)
        + Data(",é\r\n".utf8), says: "Some of the file is UTF-8 and some is not. With --encoding utf-8"),
  ]

  @Test(arguments: badInputs)
  func whatCannotBeReadLeavesNothing(_ input: BadInput) throws {
    let path = try workspace.folder.write(input.content, to: "leads.csv").path
    let before = try bytes()
    let rejects = workspace.folder.path("rejects.csv")
    let outcome = try workspace.run(["import", path, "--mapping", "olist"])
    #expect(outcome.status == 3)
    #expect(outcome.err.contains(input.says), "\(outcome.err)")
    #expect(!outcome.crashed)
    _ = try workspace.run(["import", path, "--mapping", "olist", "--rejects", rejects])
    #expect(try bytes() == before)
    #expect(try workspace.json(["export", "--format", "json"]).objects("rows").isEmpty)
  }

  @Test func missingFilesAndFoldersAreNamed() throws {
    let missing = try workspace.run(["import", "nowhere.csv", "--mapping", "olist"])
    #expect(missing.status == 3)
    #expect(missing.err == "Error: nowhere.csv: There is no such file. Check the name and the folder.\n")
    let folder = try workspace.run(["import", workspace.folder.url.path, "--mapping", "olist"])
    #expect(folder.status == 3)
    #expect(folder.err.contains("This is a folder"))
    let file = try file(ImportTranscriptTests.header + "a,2018-01-01,p,email\r\n")
    let mapping = try workspace.run(["import", file, "--mapping", "hubspott"])
    #expect(mapping.status == 2)
    #expect(mapping.err.contains("pipedrive-deals, generic-long, event-log"))
    let rejects = try workspace.run(["import", file, "--mapping", "olist", "--rejects", "no/such/folder.csv"])
    #expect(rejects.status == 3)
    #expect(try workspace.json(["export", "--format", "json"]).objects("rows").isEmpty)
  }

  @Test func goodRecordsComeInAndTheRestIsKeptWhole() throws {
    let path = try file(
      ImportTranscriptTests.header + "a,2018-01-01,p,email\r\nb,2018-02-30,\"p, \"\"q\"\"\",email\r\nc,2018-01-02,p\r\n"
    )
    let rejects = workspace.folder.path("rejects.csv")
    let outcome = try workspace.run(["import", path, "--mapping", "olist", "--rejects", rejects])
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("Records read: 3 (1 new, 2 rejected).\nNew leads: 1."))
    #expect(outcome.err.hasPrefix("\(path):3: column 'first_contact_date'"))
    #expect(!outcome.err.contains("--rejects"))
    let kept = try String(contentsOfFile: rejects, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(kept[0] == "file,line,reason,record,header")
    #expect(kept[1].hasPrefix("\(path),3,"))
    #expect(kept[1].contains("b,2018-02-30,\"\"p, \"\"\"\"q\"\"\"\"\"\",email"))
    #expect(kept[2].hasPrefix("\(path),4,"))
    let unkept = try workspace.run(["import", path, "--mapping", "olist"])
    #expect(unkept.err.contains("--rejects FILE keeps every rejected record"))
  }

  @Test func aDryRunSaysWhatWouldHappenAndLeavesNoTrace() throws {
    let path = try file(ImportTranscriptTests.header + "a,2018-01-01,p,email\r\n")
    let before = try bytes()
    let rejects = workspace.folder.path("rejects.csv")
    let outcome = try workspace.run(["import", path, "--mapping", "olist", "--dry-run", "--rejects", rejects])
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("1 new"))
    #expect(outcome.out.contains("Nothing was recorded"))
    #expect(try bytes() == before)
    #expect(!FileManager.default.fileExists(atPath: rejects))
  }

  @Test func whatChangedInTheFileIsCorrectedAndWhatIsGoneStays() throws {
    let first = try file(ImportTranscriptTests.header + "a,2018-01-01,p,email\r\nb,2018-01-02,p,email\r\n")
    _ = try workspace.json(["import", first, "--mapping", "olist"])
    let second = try file(ImportTranscriptTests.header + "a,2018-01-05,p,email\r\n", "second.csv")
    let summary = try workspace.json(["import", second, "--mapping", "olist"])
    #expect(summary.int("corrected") == 1)
    #expect(summary.int("leads_new") == 0)
    let groups = try workspace.json(["report", "funnel", "--as-of", "2018-01-04"])
    #expect(groups.object("definition").object("cohort").int("leads") == 1)
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func theEndOfObservationCannotLie() throws {
    let path = try file(ImportTranscriptTests.header + "a,2018-01-01,p,email\r\n")
    func status(_ until: String) throws -> Int32 {
      try workspace.run(["import", path, "--mapping", "olist", "--observed-until", until]).status
    }
    #expect(try status("2027-01-01") == 2)
    #expect(try status("2017-12-31") == 3)
    #expect(try workspace.json(["export", "--format", "json"]).objects("rows").isEmpty)
    #expect(try status("2018-03-31") == 0)
    func sources() throws -> [String: Any] {
      try workspace.json(["report", "funnel"]).object("definition").object("observed_until_by_source")
    }
    #expect(try sources().string("olist") == "2018-03-31T23:59:59.999Z")
    // The same again is no news; a later end is.
    let before = try workspace.run(["export"]).out
    #expect(try status("2018-03-31") == 0)
    #expect(try workspace.run(["export"]).out == before)
    #expect(try status("2018-04-30") == 0)
    #expect(try sources().string("olist") == "2018-04-30T23:59:59.999Z")
    // Today is observed up to now.
    #expect(try status("today") == 0)
    #expect(try sources().string("olist") == "2026-11-03T12:00:00Z")
  }

  @Test func noFileThatIsReadIsOverwritten() throws {
    let path = try file(ImportTranscriptTests.header + "a,2018-01-01,p,email\r\n")
    for target in [path, workspace.path] {
      let outcome = try workspace.run(["import", path, "--mapping", "olist", "--rejects", target])
      #expect(outcome.status == 2)
      #expect(outcome.err.contains("overwrite"))
    }
    #expect(try workspace.run(["export", "--out", workspace.path]).status == 2)
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func standardInputIsAFileToo() throws {
    let outcome = try FunnelBinary.run(
      ["import", "-", "--mapping", "olist", "--format", "json"],
      stdin: ImportTranscriptTests.header + "a,2018-01-01,p,email\r\n",
      env: ["FUNNEL_DB": workspace.path, "FUNNEL_NOW": "2026-11-03T12:00:00Z"])
    #expect(outcome.json.int("inserted") == 1)
  }

  @Test func aRunThatIsInterruptedLeavesNothing() throws {
    var text = ImportTranscriptTests.header
    for number in 0..<20_000 { text += "lead\(number),2018-01-01,p,email\r\n" }
    let path = try file(text)
    let rejects = workspace.folder.path("rejects.csv")
    let process = Process()
    process.executableURL = FunnelBinary.executable
    process.arguments = ["import", path, "--mapping", "olist", "--rejects", rejects]
    process.environment = ["FUNNEL_DB": workspace.path, "PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The rejects file aside shows that the import has begun.
    let begun = Date()
    while asides().isEmpty, Date().timeIntervalSince(begun) < 30 {}
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try workspace.json(["export", "--format", "json"]).objects("rows").isEmpty)
    #expect(!FileManager.default.fileExists(atPath: rejects))
    #expect(asides() == [])
    #expect(try workspace.run(["check"]).status == 0)
  }

  /// Files that are written aside and not yet in their places.
  private func asides() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: workspace.folder.url.path)
    return (names ?? []).filter { $0.hasSuffix(".partial") }
  }
}
