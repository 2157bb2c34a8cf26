import Testing

@testable import FunnelCLI

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Numbers, money, durations and times as people read them")
struct RenderingNumberTests {
  @Test("integers are grouped", arguments: [(0, "0"), (999, "999"), (8_000, "8,000"), (-1_234_567, "-1,234,567")])
  func integers(value: Int64, text: String) { #expect(NumberText.integer(value) == text) }

  @Test("the ends of the range do not trap")
  func extremes() {
    #expect(NumberText.integer(.min) == "-9,223,372,036,854,775,808")
    #expect(NumberText.money(minor: .min, currency: "EUR", exponent: 2) == "-92,233,720,368,547,758.08 EUR")
    #expect(NumberText.decimal(.greatestFiniteMagnitude, digits: 0)?.hasPrefix("179,769,313,486") == true)
    #expect(NumberText.decimal(1, digits: .max)?.count == 32)
    #expect(NumberText.decimal(1, digits: -1) == "1")
    #expect(NumberText.decimal(.nan, digits: 1) == nil)
    #expect(NumberText.percent(.greatestFiniteMagnitude, digits: 1) == nil)
    #expect(DurationText.text(seconds: .greatestFiniteMagnitude) != nil)
    #expect(DurationText.text(seconds: .infinity) == nil)
    #expect(DurationText.clock(seconds: .nan) == nil)
    #expect(TimestampText.iso(milliseconds: .min) == "0001-01-01T00:00:00Z")
    #expect(TimestampText.iso(milliseconds: .max) == "9999-12-31T23:59:59.999Z")
  }

  @Test("decimals are rounded from their exact value, and nothing is not negative")
  func decimals() {
    #expect(NumberText.decimal(1_234.5, digits: 2) == "1,234.50")
    #expect(NumberText.decimal(2.675, digits: 2) == "2.67")
    #expect(NumberText.decimal(999.999, digits: 1) == "1,000.0")
    #expect(NumberText.decimal(-0.001, digits: 2) == "0.00")
    #expect(NumberText.decimal(-12.34, digits: 1) == "-12.3")
    #expect(NumberText.percent(0.10525, digits: 3) == "10.525 %")
    #expect(NumberText.percent(1, digits: 0) == "100 %")
  }

  @Test(
    "money has the decimals of its currency",
    arguments: [
      (123_450, "EUR", 2, "1,234.50 EUR"), (5, "EUR", 2, "0.05 EUR"), (-5, "EUR", 2, "-0.05 EUR"),
      (1_234, "JPY", 0, "1,234 JPY"), (1_234_567, "KWD", 3, "1,234.567 KWD"), (0, "EUR", 2, "0.00 EUR"),
    ])
  func money(minor: Int64, currency: String, exponent: Int, text: String) {
    #expect(NumberText.money(minor: minor, currency: currency, exponent: exponent) == text)
  }

  @Test(
    "a duration has the unit that fits it after rounding",
    arguments: [
      (1_265_760, "14.65 d"), (12_000, "3 h 20 m"), (245, "4 m 5 s"), (12, "12 s"), (0, "0 s"), (0.25, "0.25 s"),
      (59.6, "1 m 0 s"), (3_599.7, "1 h 0 m"), (86_399, "1.00 d"), (86_340, "23 h 59 m"), (-12_000, "-3 h 20 m"),
      (-0.5, "-0.50 s"), (9.999, "10.00 s"),
    ] as [(Double, String)])
  func durations(seconds: Double, text: String) { #expect(DurationText.text(seconds: seconds) == text) }

  @Test(
    "a count-down",
    arguments: [(0, "00:00"), (11.2, "00:12"), (3_599, "59:59"), (3_723, "1:02:03")] as [(Double, String)])
  func clock(seconds: Double, text: String) { #expect(DurationText.clock(seconds: seconds) == text) }

  @Test("times are ISO 8601 in UTC, as the C library reckons them")
  func timestamps() {
    #expect(TimestampText.table(milliseconds: 1_767_225_600_999) == "2026-01-01 00:00")
    #expect(TimestampText.iso(milliseconds: -1) == "1969-12-31T23:59:59.999Z")
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let milliseconds = Int64.random(in: -60_000_000_000_000...250_000_000_000_000, using: &generator) / 1_000 * 1_000
      var seconds = time_t(milliseconds / 1_000)
      var parts = tm()
      gmtime_r(&seconds, &parts)
      func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
      let year = String(parts.tm_year + 1900)
      let expected =
        String(repeating: "0", count: max(0, 4 - year.count)) + year
        + "-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
      #expect(TimestampText.iso(milliseconds: milliseconds) == expected)
    }
  }

  @Test(
    "a bar shows more than nothing when there is something, and less than all when there is not all",
    arguments: [
      (0, "", ""), (1, "████", "####"), (2, "████", "####"), (0.5, "██", "##"), (0.4, "█▋", "##"), (0.0001, "▏", "#"),
      (0.9999, "███▉", "###"), (-1, "", ""), (.nan, "", ""), (.infinity, "████", "####"),
    ] as [(Double, String, String)])
  func bars(fraction: Double, blocks: String, ascii: String) {
    #expect(SparkBar(fraction: fraction, width: 4).text(.unicode) == blocks)
    #expect(SparkBar(fraction: fraction, width: 4).text(.ascii) == ascii)
  }
}
