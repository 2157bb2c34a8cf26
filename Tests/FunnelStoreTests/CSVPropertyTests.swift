import Testing

@testable import FunnelStore

/// SplitMix64: the same numbers for the same seed.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What came of a record, for comparison: its line, and its fields or the kind of its error.
private struct Row: Equatable, CustomStringConvertible {
  let line: Int
  let fields: [[UInt8]]
  let error: CSVError?
  let raw: [UInt8]

  var description: String {
    "line \(line) \(fields.map { String(decoding: $0, as: UTF8.self) }) \(error.map { "\($0)" } ?? "") \(raw)"
  }
}

/// The grammar, one byte at a time and all of the file in memory.
private func naive(_ bytes: [UInt8]) -> [Row] {
  var rows: [Row] = []
  var position = 0
  var line = 1
  let (comma, quote, lineFeed, carriageReturn) = (UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(10), UInt8(13))
  func at(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
  func isLineEnd(_ index: Int) -> Bool {
    at(index) == nil || at(index) == lineFeed || (at(index) == carriageReturn && at(index + 1) == lineFeed)
  }
  while position < bytes.count {
    if isLineEnd(position) {
      position += at(position) == carriageReturn ? 2 : 1
      line += 1
      continue
    }
    let start = position
    var fields: [[UInt8]] = []
    var error: CSVError?
    var here: (line: Int, column: Int) {
      let before = bytes[start..<position]
      let lineStart = before.lastIndex(of: lineFeed).map { $0 + 1 } ?? start
      return (
        line + before.count { $0 == lineFeed },
        String(decoding: bytes[lineStart..<position], as: UTF8.self).unicodeScalars.count + 1
      )
    }
    fields: while true {
      var field: [UInt8] = []
      if at(position) == quote {
        let opening = here.line
        position += 1
        while true {
          guard let byte = at(position) else {
            return rows + [Row(line: 0, fields: [], error: .unterminatedQuote(line: opening), raw: [])]
          }
          position += 1
          if byte == quote {
            guard at(position) == quote else { break }
            position += 1
          }
          field.append(byte)
        }
        if !isLineEnd(position), at(position) != comma {
          error =
            at(position) == carriageReturn
            ? .bareCarriageReturn(line: here.line, column: here.column)
            : .junkAfterQuote(line: here.line, column: here.column)
          break fields
        }
      } else {
        while !isLineEnd(position), let byte = at(position), byte != comma {
          if byte == quote { error = .bareQuote(line: here.line, column: here.column) }
          if byte == carriageReturn { error = .bareCarriageReturn(line: here.line, column: here.column) }
          if error != nil { break fields }
          field.append(byte)
          position += 1
        }
      }
      fields.append(field)
      guard at(position) == comma else { break }
      position += 1
    }
    while !isLineEnd(position) { position += 1 }
    let raw = Array(bytes[start..<position])
    if error == nil, String(validating: raw, as: UTF8.self) == nil { error = .invalidUTF8(line: line) }
    rows.append(Row(line: line, fields: error == nil ? fields : [], error: error, raw: raw))
    line += raw.count { $0 == lineFeed } + 1
    position += at(position) == carriageReturn ? 2 : 1
  }
  return rows
}

private func rows(_ source: BytesInMemory, _ limits: CSVLimits) -> [Row] {
  var reader = CSVReader(source: source, limits: limits)
  var rows: [Row] = []
  while true {
    var error: CSVError?
    do throws(CSVError) {
      guard try reader.next() else { return rows }
    } catch let thrown {
      if thrown.isFinal { return rows + [Row(line: 0, fields: [], error: thrown, raw: [])] }
      error = thrown
    }
    let fields = (0..<reader.fieldCount).map { index in
      reader.withField(index) { bytes in bytes.withUnsafeBytes { Array($0) } }
    }
    rows.append(Row(line: reader.line, fields: fields, error: error, raw: reader.rawRecord))
  }
}

@Suite("The fast reader and a naive one agree")
struct CSVPropertyTests {
  /// Pieces that make every rule meet every other, at any distance from the seams of words and of reads.
  private static let pieces: [[UInt8]] =
    [
      "a", "bc", "1234567", "long text of words", ",", ",", ",", "\"", "\"", "\"\"", "\",\"", "\n", "\n", "\r\n", "\r",
      "é", "-",
    ]
    .map { Array($0.utf8) } + [[0xE9], [0xF0, 0x9F, 0x98, 0x80]]

  @Test("On any bytes, however they arrive", arguments: UInt64(1)...8)
  func anyBytes(seed: UInt64) throws {
    var generator = Generator(state: seed)
    var accepted = 0
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        bytes += Self.pieces.randomElement(using: &generator) ?? []
      }
      let limits = CSVLimits(chunkLength: Int.random(in: 16...48, using: &generator))
      let source = BytesInMemory(bytes, step: Int.random(in: 1...40, using: &generator))
      let expected = naive(bytes)
      let read = rows(source, limits)
      try #require(read == expected, "\(bytes)")
      accepted += read.count { $0.error == nil }
    }
    #expect(accepted > 1000)
  }

  @Test("What is written is read back, and quoted only where it must be", arguments: UInt64(1)...4)
  func roundTrip(seed: UInt64) throws {
    var generator = Generator(state: seed)
    let texts = [
      "", "a", "name", " spaces ", ",", "\"", "\n", "\r", "\r\n", "é", "😀", "x,y", "\"q\"", "0123456789abcdef",
    ]
    for _ in 0..<500 {
      var records: [[String]] = []
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let fields = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          (0..<Int.random(in: 0...3, using: &generator)).map { _ in texts.randomElement(using: &generator) ?? "" }
            .joined()
        }
        records.append(fields)
        CSVWriting.append(record: fields, to: &bytes)
      }
      let read = rows(BytesInMemory(bytes), CSVLimits(chunkLength: 32))
      try #require(read.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } } == records)
    }
  }

  @Test(
    "A field is quoted exactly when it must be",
    arguments: [
      ("", ""), ("plain", "plain"), (" space ", " space "), ("a;b", "a;b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("\"", "\"\"\"\""), ("=1+1", "=1+1"),
    ])
  func quoting(text: String, expected: String) {
    #expect(CSVWriting.field(text) == expected)
  }
}
