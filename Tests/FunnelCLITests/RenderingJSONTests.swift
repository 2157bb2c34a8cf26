import Foundation
import Testing

@testable import FunnelCLI

@Suite("JSON: valid, exact, in order")
struct RenderingJSONTests {
  @Test("any tree reads back as it was, pretty or in one line", arguments: 0..<100)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = randomValue(&generator, depth: 4)
    let line = JSONWriter.line(value)
    #expect(!line.contains("\n"))
    for text in [line, JSONWriter.document(value)] {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      #expect(isSame(read, value), "\(text)")
    }
  }

  @Test("numbers keep every digit")
  func numbers() {
    #expect(JSONWriter.line(.double(0.1)) == "0.1")
    #expect(JSONWriter.line(.double(.leastNonzeroMagnitude)) == "5e-324")
    #expect(JSONWriter.line(.int(.min)) == "-9223372036854775808")
    #expect(JSONWriter.line(.array([.double(.nan), .double(.infinity), .double(-.infinity)])) == "[null,null,null]")
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Double(JSONWriter.line(.double(value))) == value)
    }
  }

  @Test(
    "a decimal that is a JSON number is written as it is",
    arguments: ["0", "-0", "12.50", "0.1e-7", "1E+9", "123456789012345678901234567890.5"])
  func decimals(text: String) { #expect(JSONWriter.line(.decimal(text)) == text) }

  @Test(
    "a decimal that is none is written as a string and cannot break the document",
    arguments: ["", "-", "01", "1.", ".5", "+1", "1e", "NaN", "1,2", "1 ", "٣", "0x1", "--1"])
  func notDecimals(text: String) { #expect(JSONWriter.line(.decimal(text)) == "\"\(text)\"") }

  @Test("strings are escaped, and nothing that steers a terminal is written raw")
  func strings() {
    #expect(JSONWriter.line("a\"\\/\n\r\t\u{8}\u{C}\0é日") == #""a\"\\/\n\r\t\b\f\u0000é日""#)
    #expect(JSONWriter.line("\u{1B}\u{7F}\u{9B}\u{202E}\u{2028}") == #""\u001b\u007f\u009b\u202e\u2028""#)
    #expect(JSONWriter.line("\u{E0041}") == #""\udb40\udc41""#)
  }

  @Test("a document names its schema first; keys keep their order; money is minor units and currency")
  func document() {
    let value = JSONValue.document(
      "lead", ["z": 1, "a": [true, nil, 1.5], "value": .money(minor: 12_345, currency: "EUR"), "none": [:]])
    let expected = """
      {
        "schema": "funnel.lead/1",
        "z": 1,
        "a": [
          true,
          null,
          1.5
        ],
        "value": {
          "minor": 12345,
          "currency": "EUR"
        },
        "none": {}
      }

      """
    #expect(JSONWriter.document(value) == expected)
  }

  private func randomValue(_ generator: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .int(.random(in: .min...(.max), using: &generator))
    case 3: return .double(.random(in: -1e9...1e9, using: &generator))
    case 4: return .decimal("\(Int.random(in: 0...9_999, using: &generator)).25")
    case 5: return .string(generator.text(length: 10))
    case 6: return .array((0..<3).map { _ in randomValue(&generator, depth: depth - 1) })
    default:
      var object = JSONObject()
      for index in 0..<3 {
        object.append("\(index)" + generator.text(length: 4), randomValue(&generator, depth: depth - 1))
      }
      return .object(object)
    }
  }

  private func isSame(_ read: Any, _ value: JSONValue) -> Bool {
    switch value {
    case .null: return read is NSNull
    case .bool(let value): return read as? Bool == value
    case .int(let value): return (read as? NSNumber)?.int64Value == value
    case .double(let value):
      // Foundation holds a decimal number here; its text has every digit, its `doubleValue` has not.
      return (read as? NSNumber).flatMap { Double($0.description) } == value
    case .decimal(let text): return (read as? NSNumber)?.doubleValue == Double(text)
    case .string(let value): return (read as? String).map { Array($0.utf8) == Array(value.utf8) } ?? false
    case .array(let values):
      guard let read = read as? [Any], read.count == values.count else { return false }
      return zip(read, values).allSatisfy(isSame)
    case .object(let object):
      guard let read = read as? [String: Any], read.count == object.members.count else { return false }
      return object.members.allSatisfy { member in read[member.key].map { isSame($0, member.value) } ?? false }
    }
  }
}
