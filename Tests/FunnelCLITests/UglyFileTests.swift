import Foundation
import Testing

/// Files as spreadsheets and other programs really leave them: what comes in, and what the user reads.
struct UglyFileTests {
  private let workspace: ImportWorkspace

  init() throws { workspace = try ImportWorkspace() }

  private static let mapping = """
    name: shop
    source: shop
    shape: wide
    files:
      - key: id
        name: name
        note: {column: remark, optional: true}
        stages: {brand_preference: seen}
    """

  private func bring(_ data: Data, _ options: [String] = []) throws -> FunnelBinary.Outcome {
    let mapping = try workspace.folder.write(Self.mapping, to: "shop.yaml").path
    let file = try workspace.folder.write(data, to: "leads.csv").path
    return try workspace.run(["import", file, "--mapping", mapping] + options)
  }

  private func names() throws -> [String] {
    try workspace.json(["lead", "list"]).objects("rows").compactMap { $0.string("name") }.sorted()
  }

  private static let names = ["Jörg Müller", "Zoë “Z” Œuvre"]
  private static let text = "id,name,seen\r\n1,Jörg Müller,2024-03-01\r\n2,Zoë “Z” Œuvre,2024-03-02\r\n"

  @Test(arguments: [
    (String.Encoding.utf8, false, ""), (.utf8, true, ""), (.utf16LittleEndian, true, "UTF-16"),
    (.utf16LittleEndian, false, "UTF-16"), (.utf16BigEndian, true, "UTF-16"), (.utf16BigEndian, false, "UTF-16"),
    (.windowsCP1252, false, "Windows-1252"),
  ])
  func everyEncodingGivesTheSameNamesAndIsTold(encoding: String.Encoding, mark: Bool, told: String) throws {
    let data = try #require(((mark ? "\u{FEFF}" : "") + Self.text).data(using: encoding))
    let outcome = try bring(data)
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.out.contains("Records read: 2 (2 new)."))
    #expect(outcome.out.contains("leads.csv was read as \(told).") == !told.isEmpty, "\(outcome.out)")
    #expect(try names() == Self.names)
  }

  @Test func oneWrongByteCostsItsRecordAndNoOther() throws {
    var data = Data(Self.text.utf8)
    data.append(contentsOf: Data("3,Ren".utf8) + [0xE9] + Data(",2024-03-03\r\n4,Ada,2024-03-04\r\n".utf8))
    let outcome = try bring(data)
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("Records read: 4 (3 new, 1 rejected)."))
    #expect(outcome.err.contains("leads.csv:4: the record is not UTF-8"), "\(outcome.err)")
    #expect(outcome.err.contains("--encoding"))
    #expect(try names() == ["Ada"] + Self.names)
  }

  @Test func theEncodingAndTheDelimiterCanBeNamed() throws {
    let data = try #require(Self.text.replacing(",", with: ":").data(using: .windowsCP1252))
    #expect(try bring(data, ["--delimiter", ":", "--encoding", "windows-1252"]).status == 0)
    #expect(try names() == Self.names)
    let unknown = try bring(data, ["--encoding", "latin-9"])
    #expect(unknown.status == 2)
    #expect(unknown.err.contains("utf-8, utf-16, windows-1252"))
    #expect(try bring(data, ["--delimiter", "ab"]).err.contains("one sign of ASCII"))
  }

  @Test(arguments: [
    "id;name;seen\r\n1;Ada;2024-03-01\r\n", "id\tname\tseen\n1\tAda\t2024-03-01", "id,name,seen\r1,Ada,2024-03-01\r",
    "sep=;\r\nid;name;seen\r\n1;Ada;2024-03-01\r\n", " id ,name\t, seen\n 1 ,\u{A0}Ada  , 2024-03-01\n",
    "id,name,seen\n\n1,Ada,2024-03-01\n,,\n , , \n", "id,name,seen\n1,Ada,2024-03-01,,\n",
    "id,name,seen\n\"1,Ada,2024-03-01\"\n", "\"id,name,\"\"seen\"\"\"\n\"1,Ada,\"\"2024-03-01\"\"\"\n",
  ])
  func otherShapesGiveTheSameLead(text: String) throws {
    let outcome = try bring(Data(text.utf8))
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.out.contains("Records read: 1 (1 new)."), "\(outcome.out)")
    #expect(try names() == ["Ada"])
  }

  @Test func quotedNewlinesAndLongTextsAreOneField() throws {
    let long = String(repeating: "word ", count: 400_000)
    let outcome = try bring(Data("id,name,seen,remark\r\n1,\"Ada\nB.\",2024-03-01,\"\(long)\"\r\n".utf8))
    #expect(outcome.out.contains("Records read: 1 (1 new)."), "\(outcome.err)")
  }

  @Test func recordsOfAnotherLengthAndZeroBytesAreRejectedWithTheirLine() throws {
    let outcome = try bring(
      Data("id,name,seen\n1,Ada\n2,Bo,2024-03-01,x\n3,C\0,2024-03-01\n4,Dot,2024-03-01\n".utf8))
    #expect(outcome.out.contains("Records read: 4 (1 new, 3 rejected)."))
    #expect(outcome.err.contains("leads.csv:2: the record has 2 fields, and the header 3; fill it up"))
    #expect(outcome.err.contains("leads.csv:3: the record has 4 fields, and the header 3"))
    #expect(outcome.err.contains("leads.csv:4: the record has a zero byte"))
    #expect(try names() == ["Dot"])
  }

  @Test func aHeaderAloneIsNoRecord() throws {
    let outcome = try bring(Data("id,name,seen".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("The files have a header and no record."))
  }

  @Test func ofColumnsOfOneNameTheMappingSaysWhich() throws {
    let text = Data("id,name,name,seen\n1,Ada,Lovelace,2024-03-01\n".utf8)
    let outcome = try bring(text)
    #expect(outcome.status == 3)
    #expect(outcome.err.contains("'name' more than once, as columns 2, 3; say which is meant, such as 'name#1'"))
    let file = workspace.folder.path("leads.csv")
    let mapping = try workspace.folder.write(Self.mapping.replacing("name: name", with: "name: name#2"), to: "m.yaml")
    #expect(try workspace.run(["import", file, "--mapping", mapping.path]).status == 0)
    #expect(try names() == ["Lovelace"])
  }

  @Test func gzipIsReadFromFilesAndPipesOneMemberAfterTheOther() throws {
    let first = try gzip(Data(Self.text.utf8))
    let both = first + (try gzip(Data("3,Ada,2024-03-03\r\n".utf8)))
    let outcome = try bring(both, ["--format", "json"])
    #expect(outcome.json.int("inserted") == 3, "\(outcome.err)")
    #expect(outcome.json.objects("files").first?.bool("gzip") == true)
    let mapping = workspace.folder.path("shop.yaml")
    let piped = try FunnelBinary.run(
      ["import", "-", "--mapping", mapping, "--format", "json"], input: both,
      env: ["FUNNEL_DB": workspace.path, "FUNNEL_NOW": "2026-11-03T12:00:00Z"])
    #expect(piped.json.int("already_known") == 3)
    #expect(try names() == ["Ada"] + Self.names)
  }

  @Test func aCutOrDamagedGzipFileLeavesNothingAndABombEndsAtItsFirstRecord() throws {
    let whole = try gzip(Data(Self.text.utf8))
    for length in 3..<whole.count {
      // A few lengths are enough: the head, the middle and the checksum.
      guard length == 3 || length == 11 || length > whole.count - 3 || length % 29 == 0 else { continue }
      let outcome = try bring(whole.prefix(length))
      #expect(outcome.status == 3)
      #expect(outcome.err.contains("The gzip file ends too early"), "\(length) \(outcome.err)")
    }
    var damaged = whole
    damaged[damaged.count - 6] ^= 1
    #expect(try bring(damaged).err.contains("The gzip file is damaged"))
    let bomb = try bring(try gzip(Data(Self.text.utf8) + Data(repeating: 0x61, count: 17 << 20)))
    #expect(bomb.status == 3)
    #expect(bomb.err.contains("longer than 16777216 bytes"))
    #expect(try names().isEmpty)
  }

  /// A gigabyte out of a megabyte, under a limit of memory that would not hold it.
  @Test func aBombIsReadInBoundedMemoryAndLeavesNothing() throws {
    let mebibyte = try gzip(Data(repeating: 0x61, count: 1 << 20))
    var bomb = try gzip(Data(Self.text.utf8))
    for _ in 0..<1024 { bomb += mebibyte }
    let path = try workspace.folder.write(bomb, to: "bomb.csv.gz").path
    let mapping = try workspace.folder.write(Self.mapping, to: "shop.yaml").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -v 786432; exec \"$0\" import \"$1\" --mapping \"$2\"", FunnelBinary.executable.path, path, mapping,
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "FUNNEL_DB": workspace.path]
    let errors = try workspace.folder.write("", to: "err")
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: errors, encoding: .utf8)
    #expect(process.terminationStatus == 3, "\(said)")
    #expect(said.contains("longer than 16777216 bytes"), "\(said)")
    #expect(try names().isEmpty)
  }

  private func gzip(_ data: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-c", try workspace.folder.write(data, to: "plain").path]
    let packed = try workspace.folder.write("", to: "packed")
    process.standardOutput = try FileHandle(forWritingTo: packed)
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: packed)
  }

  /// The sample has no date, only a flag: the mapping states one day for all, and rates are all that can be read.
  private static let education = """
    name: x-education
    source: x-education
    shape: wide
    dates: YYYY-MM-DD
    files:
      - key: Prospect ID
        source: Lead Source
        stages:
          brand_awareness: {constant: "2018-01-01"}
          purchase: {column: Converted, values: {"1": "2018-01-01", "0": ""}}
    """

  @Test(.enabled(if: FileManager.default.fileExists(atPath: UglyFileTests.dirty), "shared/data is not here"))
  func recordsThatStandWholeInQuotesComeIn() throws {
    let mapping = try workspace.folder.write(Self.education, to: "x.yaml").path
    let outcome = try workspace.run(["import", Self.dirty, "--mapping", mapping])
    #expect(outcome.status == 0, "\(outcome.err)")
    #expect(outcome.out.contains("Records read: 9,240 (9,240 new).\nNew leads: 9,240."), "\(outcome.out)")
    #expect(outcome.out.contains("Records that stood whole in quotes, as one field, and were taken out: 338."))
    let stages = try workspace.json(["report", "funnel"]).objects("stages")
    #expect(stages.first { $0.int("stage") == 6 }?.int("reached") == 3561)
    #expect(stages.first { $0.int("stage") == 2 }?.int("reached") == 9240)
  }

  private static let dirty = OlistData.folder
    .appending(path: "x-education/leads_dirty.csv").path

  @Test func ofManyRecordsTheBadOneIsKeptWholeAndAllOthersComeIn() throws {
    var text = "id,name,seen\r\n"
    for number in 1...10_000 {
      text += number == 7000 ? "7000,\"O\"Brien\",2024-03-01\r\n" : "\(number),N,2024-03-01\r\n"
    }
    let rejects = workspace.folder.path("rejects.csv")
    let outcome = try bring(Data(text.utf8), ["--rejects", rejects])
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("Records read: 10,000 (9,999 new, 1 rejected)."))
    #expect(outcome.err.contains("leads.csv:7001: column 9: text follows a closing quote."))
    let kept = try String(contentsOfFile: rejects, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(kept.count == 3)
    #expect(kept[1].hasSuffix(",\"7000,\"\"O\"\"Brien\"\",2024-03-01\",\"id,name,seen\""))
  }
}
