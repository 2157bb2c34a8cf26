import Foundation
import Testing

@testable import FunnelStore

/// What a reader said about one record.
private enum Reading: Equatable {
  case record(line: Int, fields: [String])
  case reject(CSVError, line: Int, raw: String)
  case final(CSVError)
}

private func readings(_ bytes: [UInt8], _ limits: CSVLimits = CSVLimits(), step: Int = .max) -> [Reading] {
  var reader = CSVReader(source: BytesInMemory(bytes, step: step), limits: limits)
  var readings: [Reading] = []
  while true {
    do throws(CSVError) {
      guard try reader.next() else { return readings }
      readings.append(.record(line: reader.line, fields: (0..<reader.fieldCount).map { reader.string($0) }))
    } catch {
      if error.isFinal { return readings + [.final(error)] }
      readings.append(.reject(error, line: reader.line, raw: String(decoding: reader.rawRecord, as: UTF8.self)))
    }
  }
}

private func readings(_ text: String) -> [Reading] {
  readings(Array(text.utf8))
}

@Suite("CSV files are read as RFC 4180 has it")
struct CSVReaderTests {
  @Test(
    "Fields, quotes and line ends",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,,b\n,\n", [["a", "", "b"], ["", ""]]),
      ("\"a\",\"b\"\"c\",\"d,e\"\n", [["a", "b\"c", "d,e"]]),
      ("\"\"\n", [[""]]),
      ("\"\",\"\"", [["", ""]]),
      ("\"\"\"\"", [["\""]]),
      ("\"\"\"a\"\"\",\"b\"\"\"\r\n", [["\"a\"", "b\""]]),
      ("\"a\nb\",\"c\r\nd\",\"e\rf\"\n", [["a\nb", "c\r\nd", "e\rf"]]),
      (" a , b \n", [[" a ", " b "]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
      ("نام,имя,😀\n", [["نام", "имя", "😀"]]),
      (
        "1234567,12345678,123456789,1234567890123456,x\n",
        [["1234567", "12345678", "123456789", "1234567890123456", "x"]]
      ),
      ("-,.,!,#,-\n\u{B}\n", [["-", ".", "!", "#", "-"], ["\u{B}"]]),
    ])
  func fields(text: String, expected: [[String]]) {
    let records = readings(text).map { reading -> [String]? in
      if case .record(_, let fields) = reading { fields } else { nil }
    }
    #expect(records == expected)
  }

  @Test("Lines are counted as an editor counts them: empty ones and those inside quotes too")
  func lines() {
    #expect(
      readings("a\n\n\r\n\"b\nc\r\nd\",e\nf") == [
        .record(line: 1, fields: ["a"]), .record(line: 4, fields: ["b\nc\r\nd", "e"]), .record(line: 7, fields: ["f"]),
      ])
  }

  @Test("A bad record is handed out whole, and the next line is read")
  func rejects() {
    let text = "a,b\nx\"y,1\r\n\"c\" ,2\n\"d\ne\"f,\"3\n4,5\nä,b\rc\n\"ok\",6\n"
    #expect(
      readings(text) == [
        .record(line: 1, fields: ["a", "b"]),
        .reject(.bareQuote(line: 2, column: 2), line: 2, raw: "x\"y,1"),
        .reject(.junkAfterQuote(line: 3, column: 4), line: 3, raw: "\"c\" ,2"),
        .reject(.junkAfterQuote(line: 5, column: 3), line: 4, raw: "\"d\ne\"f,\"3"),
        .record(line: 6, fields: ["4", "5"]),
        .reject(.bareCarriageReturn(line: 7, column: 4), line: 7, raw: "ä,b\rc"),
        .record(line: 8, fields: ["ok", "6"]),
      ])
  }

  @Test("Bytes that are no UTF-8, and zero bytes, cost their record only")
  func bytes() {
    var bytes = Array("a\nb".utf8) + [0xE9] + Array("c\nd\n\"e".utf8) + [0xF0, 0x9F] + Array("\n\",1\n".utf8)
    // Zero bytes near the start would mean a binary file.
    bytes +=
      Array(repeatElement(Array("row,row\n".utf8), count: 600).joined()) + Array("f,".utf8) + [0] + Array("\ng\n".utf8)
    let all = readings(bytes)
    #expect(
      all.prefix(4) == [
        .record(line: 1, fields: ["a"]),
        .reject(.invalidUTF8(line: 2), line: 2, raw: "b\u{FFFD}c"),
        .record(line: 3, fields: ["d"]),
        .reject(.invalidUTF8(line: 4), line: 4, raw: "\"e\u{FFFD}\n\",1"),
      ])
    #expect(
      all.suffix(2) == [
        .reject(.nulByte(line: 606), line: 606, raw: "f,\0"), .record(line: 607, fields: ["g"]),
      ])
    #expect(all.count == 606)
  }

  @Test("A quote that is never closed is named by the line on which it opens, and ends the reading")
  func unterminated() {
    #expect(
      readings("a\n\"b\nc\",\"d\ne\nf") == [.record(line: 1, fields: ["a"]), .final(.unterminatedQuote(line: 3))])
    #expect(readings("\"") == [.final(.unterminatedQuote(line: 1))])
    #expect(readings("\"a\"\"") == [.final(.unterminatedQuote(line: 1))])
  }

  @Test("A final error is thrown again")
  func finalError() {
    var reader = CSVReader(source: BytesInMemory(Array("\"a".utf8)))
    for _ in 0..<2 {
      #expect(throws: CSVError.unterminatedQuote(line: 1)) { try reader.next() }
      #expect(reader.fieldCount == 0)
    }
  }

  @Test("A carriage return alone ends no line", arguments: ["a\rb", "a\r", "\"a\"\r", "a,\r", "\r", "\"a\"\rb\n"])
  func carriageReturn(text: String) {
    let column = (text.firstIndex(of: "\r").map { text.distance(from: text.startIndex, to: $0) } ?? 0) + 1
    #expect(
      readings(text) == [
        .reject(.bareCarriageReturn(line: 1, column: column), line: 1, raw: text.replacing("\n", with: ""))
      ])
  }

  @Test(
    "A missing closing quote in a long file fails within the limit, with the line of the quote",
    arguments: [1, 7, 4096])
  func runaway(step: Int) {
    let limits = CSVLimits(recordLength: 1000, chunkLength: 64)
    let text = "a,b\n1,\"2\n" + String(repeating: "x,y\n", count: 5000)
    #expect(
      readings(Array(text.utf8), limits, step: step) == [
        .record(line: 1, fields: ["a", "b"]), .final(.recordTooLong(line: 2, limit: 1000)),
      ])
  }

  @Test("The limit is exact, with any line end", arguments: ["", "\n", "\r\n"])
  func limit(lineEnd: String) {
    let limits = CSVLimits(recordLength: 20, chunkLength: 16)
    for (count, isAccepted) in [(19, true), (20, true), (21, false), (22, false), (23, false), (200, false)] {
      for field in [String(repeating: "x", count: count), "\"" + String(repeating: "x", count: count - 2) + "\""] {
        let readings = readings(Array((field + lineEnd).utf8), limits)
        #expect(
          (readings.count == 1 && readings != [.final(.recordTooLong(line: 1, limit: 20))]) == isAccepted, "\(count)")
      }
    }
  }

  @Test("An empty file is told from one with empty lines only")
  func empty() throws {
    for (text, bytes) in [("", 0), ("\n\r\n", 3), ("\u{FEFF}", 3)] {
      var reader = CSVReader(source: BytesInMemory(Array(text.utf8)))
      #expect(try !reader.next())
      #expect(try !reader.next())
      #expect(reader.bytesRead == bytes)
    }
  }

  @Test("What is no UTF-8 text at all is said at once")
  func binary() {
    #expect(readings([0x50, 0x4B, 3, 4, 0x14, 0, 8]) == [.final(.binary)])
  }

  @Test("Another delimiter")
  func delimiter() {
    let semicolons = CSVLimits(delimiter: UInt8(ascii: ";"))
    #expect(readings(Array("a;b,c;\"d;e\"\n".utf8), semicolons) == [.record(line: 1, fields: ["a", "b,c", "d;e"])])
  }

  @Test("Fields are the same bytes with and without a string")
  func rawFields() throws {
    var reader = CSVReader(source: BytesInMemory(Array("a,\"b\"\"c\",\"d\"".utf8)))
    #expect(try reader.next())
    let fields = (0..<reader.fieldCount).map { index in
      reader.withField(index) { bytes in
        (0..<bytes.byteCount).map { bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
      }
    }
    #expect(fields == [Array("a".utf8), Array("b\"c".utf8), Array("d".utf8)])
    #expect(reader.rawRecord == Array("a,\"b\"\"c\",\"d\"".utf8))
  }
}

@Suite("A file or the standard input as a source of CSV")
struct FileByteSourceTests {
  @Test("A file is read to its end")
  func file() throws {
    let path = NSTemporaryDirectory() + "csv-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let row = "some,\"quoted \"\"text\"\"\",1234\r\n"
    try Data(String(repeating: row, count: 100_000).utf8).write(to: URL(fileURLWithPath: path))
    var reader = CSVReader(source: try FileByteSource(path: path))
    var records = 0
    while try reader.next() {
      records += 1
      try #require(reader.line == records && reader.string(1) == "quoted \"text\"")
    }
    #expect(records == 100_000)
    #expect(reader.bytesRead == row.utf8.count * 100_000)
  }

  @Test("What cannot be opened says why")
  func failures() {
    #expect(throws: ByteSourceError.missing(path: "/no/such/file.csv")) {
      try FileByteSource(path: "/no/such/file.csv")
    }
    #expect(throws: ByteSourceError.isDirectory(path: "/")) { try FileByteSource(path: "/") }
    let errors: [CSVError] = [
      .io(.missing(path: "a.csv")), .io(.isDirectory(path: "a.csv")), .io(.notPermitted(path: "a.csv")),
      .io(.failed(path: "a.csv", code: 5)),
    ]
    // The file is named by whoever reports the error, before the sentence.
    for error in errors { #expect(!error.message.isEmpty && !error.message.contains("{")) }
  }

  @Test("Every error of a record has a sentence, and the line for whoever reports it")
  func messages() {
    let errors: [CSVError] = [
      .unterminatedQuote(line: 41), .junkAfterQuote(line: 41, column: 7), .bareQuote(line: 41, column: 7),
      .bareCarriageReturn(line: 41, column: 7), .invalidUTF8(line: 41), .nulByte(line: 41),
      .recordTooLong(line: 41, limit: 9),
    ]
    for error in errors { #expect(error.line == 41 && !error.message.isEmpty && !error.message.contains("{")) }
  }
}
