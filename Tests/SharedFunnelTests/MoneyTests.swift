import SharedFunnel
import Testing

struct MoneyTests {
  static let codes = [("JPY", 0), ("EUR", 2), ("KWD", 3), ("CLF", 4), ("XCG", 2)]

  @Test(arguments: codes)
  func whatIsPrintedIsReadBack(code: String, exponent: Int) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.exponent == exponent && currency.code == code)
    var random = SplitMix64(seed: 40)
    var minors: [Int64] = [0, 1, -1, 9, 10, 99, 100, -100, 12_345, .max, .min, .min + 1]
    for _ in 0..<2_000 {
      let shift = Int64.random(in: 0..<63, using: &random)
      minors.append(Int64.random(in: .min ... .max, using: &random) >> shift)
    }
    for minor in minors {
      let money = Money(minor: minor, currency: currency)
      #expect(Money(decimal: money.decimal, currency: currency) == money)
    }
  }

  static let texts: [(text: String, code: String, minor: Int64?)] = [
    ("1234", "EUR", 123_400), ("1234.5", "EUR", 123_450), ("-0.99", "EUR", -99), ("0.01", "EUR", 1),
    ("12.500", "EUR", 1_250), ("12.505", "EUR", nil), ("-0", "EUR", 0), ("007", "EUR", 700),
    ("1", "JPY", 1), ("1.0", "JPY", 1), ("1.5", "JPY", nil), ("0.001", "KWD", 1), ("0.0001", "CLF", 1),
    ("92233720368547758.07", "EUR", .max), ("92233720368547758.08", "EUR", nil),
    ("-92233720368547758.08", "EUR", .min), ("-92233720368547758.09", "EUR", nil),
    ("9223372036854775807", "JPY", .max), ("9223372036854775807", "EUR", nil),
    ("99999999999999999999999999", "JPY", nil),
    ("", "EUR", nil), ("-", "EUR", nil), (".5", "EUR", nil), ("5.", "EUR", nil), ("+5", "EUR", nil),
    ("--5", "EUR", nil), ("1,000", "EUR", nil), ("1.0.0", "EUR", nil), (" 1", "EUR", nil), ("1e3", "EUR", nil),
    ("0x1", "EUR", nil), ("٣", "EUR", nil), ("1.-5", "EUR", nil), ("5\u{301}", "EUR", nil),
  ]

  /// Nothing is rounded and nothing is guessed: an amount that is not exactly one is no amount.
  @Test(arguments: texts)
  func textIsAnExactAmountOrNone(text: String, code: String, minor: Int64?) throws {
    let currency = try #require(Currency(code: code))
    #expect(Money(decimal: text, currency: currency)?.minor == minor)
  }

  @Test func aCurrencyIsAnActiveISOCodeInAnyCase() {
    #expect(Currency(code: "eur") == Currency(code: "EUR"))
    for junk in ["", "EU", "EURO", "DEM", "XXX", "XAU", "€", "ß€", "E R", "ЕUR"] {
      #expect(Currency(code: junk) == nil)
    }
  }

  @Test func aCurrencysNumberGivesItsCodeBack() throws {
    #expect(Currency(rawValue: 0) == nil && Currency(rawValue: 17_577) == nil)
    #expect(Currency(rawValue: 1)?.code == "AAA" && Currency(rawValue: 17_576)?.code == "ZZZ")
    for (code, _) in MoneyTests.codes {
      let currency = try #require(Currency(code: code))
      #expect(Currency(rawValue: currency.rawValue) == currency)
    }
  }
}
