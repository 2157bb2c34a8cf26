import Testing

@testable import FunnelStore

/// What is read, and as what; nil where the reading is refused.
private struct Reading: Equatable {
  var text: [UInt8]?
  var encoding: TextEncoding
}

private func read(_ bytes: [UInt8], as encoding: TextEncoding? = nil, step: Int = .max) -> Reading {
  var source = TextByteSource(BytesInMemory(bytes, step: step), encoding: encoding)
  do throws(ByteSourceError) {
    let text = try source.read(upTo: bytes.count * 3 + 1)
    return Reading(text: text, encoding: source.encoding)
  } catch {
    return Reading(text: nil, encoding: source.encoding)
  }
}

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}

@Suite("Text is read as what it was written in")
struct TextByteSourceTests {
  private static let text = "name,city\r\nJosé,Köln\r\nنام,😀 北京\r\n"

  @Test("UTF-16 in both orders, with and without a mark, a few bytes at a time", arguments: [1, 3, 1000])
  func utf16Text(step: Int) {
    for bigEndian in [false, true] {
      for mark in ["", "\u{FEFF}"] {
        let bytes = utf16(mark + Self.text, bigEndian: bigEndian)
        #expect(read(bytes, step: step) == Reading(text: Array(Self.text.utf8), encoding: .utf16))
      }
    }
  }

  @Test("UTF-8 with and without a mark, whatever part of it is looked at first", arguments: [997, 1 << 16])
  func utf8Text(step: Int) {
    for ahead in [0, 65_530, 65_535, 65_536, 70_000] {
      let text = String(repeating: "x", count: ahead) + Self.text
      let expected = Reading(text: Array(text.utf8), encoding: .utf8)
      #expect(read(Array(text.utf8), step: step) == expected)
      #expect(read([0xEF, 0xBB, 0xBF] + Array(text.utf8), step: step) == expected)
    }
  }

  @Test("Windows-1252, also where its first letter comes late", arguments: [997, 1 << 16])
  func windows1252(step: Int) {
    for ahead in [0, 65_535, 65_536, 70_000] {
      let head = [UInt8](repeating: UInt8(ascii: "x"), count: ahead)
      let bytes = head + [0x80, 0x20, 0x4A, 0xF6, 0x72, 0x67, 0x20, 0x93, 0x8C, 0x94, 0x20, 0xFF]
      #expect(
        read(bytes, step: step) == Reading(text: head + Array("€ Jörg “Œ” ÿ".utf8), encoding: .windows1252))
    }
  }

  @Test("A wrong byte in UTF-8 stays one, and does not make other letters of the rest")
  func wrongByte() {
    let bytes = Array("é".utf8) + [0xE9, 0x2C] + Array("ü".utf8)
    #expect(read(bytes) == Reading(text: bytes, encoding: .utf8))
  }

  @Test("UTF-8 after what was taken for Windows-1252 is refused, at any seam", arguments: 0..<3)
  func mixed(shift: Int) {
    let bytes: [UInt8] = [0xE9] + [UInt8](repeating: 0x61, count: 131_070 + shift) + Array("é,x".utf8)
    #expect(read(bytes) == Reading(text: nil, encoding: .windows1252))
    #expect(read(bytes, as: .windows1252).text?.suffix(6) == Array("Ã©,x".utf8)[...])
    #expect(read(bytes, as: .utf8) == Reading(text: bytes, encoding: .utf8))
  }

  @Test("What the encoding does not know becomes a byte that no UTF-8 has")
  func unknownBytes() {
    #expect(read([0xE9, 0x81, 0x61], as: .windows1252).text == Array("é".utf8) + [0x81, 0x61])
    #expect(read([0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x63]).text == [0x61, 0xFF, 0x62, 0xFF])
    #expect(read([0xFF, 0xFE, 0x61, 0, 0x00, 0xD8]).text == [0x61, 0xFF])
  }

  @Test("Zero bytes alone make no UTF-16: such a file stays what it is")
  func binary() {
    let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0x14, 0, 8, 0]
    #expect(read(zip) == Reading(text: zip, encoding: .utf8))
  }
}

@Suite("How a file separates fields and lines is seen in its first line")
struct CSVDialectTests {
  @Test(
    "The delimiter",
    arguments: [
      ("a,b\n1;2;3;4\n", ","), ("a;b;c,d\n", ";"), ("a\tb\n", "\t"), ("a|b|c\n", "|"), ("a\n", ","), ("", ","),
      ("\"a,b,c\";d\n", ";"), ("\"a;b;c\"\n", ";"), ("sep=|\r\na,b,c\n", "|"), ("\r\n\na;b\n", ";"), ("a,b;c\n", ","),
    ])
  func delimiter(head: String, sign: Unicode.Scalar) {
    #expect(CSVDialect(of: Array(head.utf8)).delimiter == UInt8(ascii: sign))
  }

  @Test(
    "Lines that end in a carriage return alone",
    arguments: [
      ("a,b\r1,2\r", true), ("a,b\r\n1,2\r", false), ("a,b\n1\r2", false), ("\"a\rb\",c\n", false),
      ("\"a\nb\",c\rd", true), ("\ra,b\n", true), ("a", false),
    ])
  func carriageReturn(head: String, expected: Bool) {
    #expect(CSVDialect(of: Array(head.utf8)).endsLinesInCarriageReturn == expected)
  }
}
