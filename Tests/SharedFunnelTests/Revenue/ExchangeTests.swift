import Foundation
import Testing

@testable import SharedFunnel

/// Amounts change currency exactly: a cent lost in every purchase is a sum that no bank statement shows.
struct ExchangeTests {
  private func currency(_ code: String) throws -> Currency { try #require(Currency(code: code)) }
  private func rate(_ text: String) throws -> RateNumber { try #require(RateNumber(text: text)) }
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  @Test(
    "a rate reads back as it was written, without zeros at its end",
    arguments: [
      ("1.0842", "1.0842"), ("163.510", "163.51"), ("100", "100"), ("0.000024", "0.000024"), ("1.0", "1"),
      ("999999999999999", "999999999999999"), ("0.000000000001", "0.000000000001"), ("1300000.5000", "1300000.5"),
    ])
  func rateText(written: String, text: String) throws {
    let rate = try rate(written)
    #expect(rate.text == text)
    #expect(RateNumber(packed: rate.packed) == rate)
  }

  @Test(
    "what is no rate is none",
    arguments: [
      "", "0", "0.000", "-1", "1,5", "1.", ".5", "1e3", "1.0.1", "1234567890123456", "0.0000000000001", "٣", " 1", "1 ",
      "+1", "99999999999999999999999", "nan",
    ])
  func noRate(text: String) { #expect(RateNumber(text: text) == nil) }

  /// Foundation's decimal numbers of 38 digits are the other computation.
  @Test func conversionsAreThoseOfDecimalArithmetic() throws {
    var random = SplitMix64(seed: 41)
    let codes = ["EUR", "USD", "JPY", "KWD", "CLF", "GBP"]
    for _ in 0..<4000 {
      let from = try currency(codes.randomElement(using: &random) ?? "EUR")
      let to = try currency(codes.filter { $0 != from.code }.randomElement(using: &random) ?? "USD")
      let base = try currency("CHF")
      func number() throws -> RateNumber {
        try #require(
          RateNumber(
            mantissa: Int64.random(in: 1...9_999_999, using: &random), scale: UInt8.random(in: 0...6, using: &random)))
      }
      let (first, second, on) = (try number(), try number(), try day("2026-03-31"))
      let kind = Int.random(in: 0..<3, using: &random)
      let path = try ExchangePath.youngest(from: from, to: to, bases: [base]) { one, other in
        switch kind {
        case 0: (one, other) == (from, to) ? (on, first) : nil
        case 1: (one, other) == (to, from) ? (on, first) : nil
        default: one == base ? (on, other == from ? first : second) : nil
        }
      }
      let found = try #require(path)
      func decimal(_ rate: RateNumber) throws -> Decimal { try #require(Decimal(string: rate.text)) }
      let factor =
        switch kind {
        case 0: try decimal(first)
        case 1: 1 / (try decimal(first))
        default: try decimal(second) / (try decimal(first))
        }
      let minor = Int64.random(in: -5_000_000_000...5_000_000_000, using: &random)
      let money = Money(minor: minor, currency: from)
      var exact = try #require(Decimal(string: money.decimal)) * factor
      var rounded = Decimal()
      NSDecimalRound(&rounded, &exact, to.exponent, .plain)
      guard let converted = found.converted(money) else {
        #expect(abs(rounded) > Decimal(Int64.max / 10_000), "only what does not fit is refused")
        continue
      }
      #expect(converted.currency == to)
      #expect(try #require(Decimal(string: converted.decimal)) == rounded, "\(money) by \(found)")
    }
  }

  @Test func whatDoesNotFitIsNoAmount() throws {
    let (euro, yen) = (try currency("EUR"), try currency("JPY"))
    let (on, large) = (try day("2026-03-31"), try rate("999999999999999"))
    let path = try #require(
      ExchangePath.youngest(from: euro, to: yen, bases: []) { one, _ in one == euro ? (on, large) : nil })
    #expect(path.converted(Money(minor: .max, currency: euro)) == nil)
    #expect(path.converted(Money(minor: .min, currency: euro)) == nil)
    #expect(path.converted(Money(minor: 1, currency: yen)) == nil, "an amount of another currency is not converted")
    #expect(path.converted(Money(minor: 100, currency: euro))?.minor == 999_999_999_999_999)
  }

  /// The last known rate of the pair itself is older than one over a third currency: the younger counts.
  @Test func theYoungestRateCounts() throws {
    let (euro, dollar, franc) = (try currency("EUR"), try currency("USD"), try currency("CHF"))
    let (old, new) = (try day("2026-03-27"), try day("2026-03-30"))
    let path = try ExchangePath.youngest(from: dollar, to: euro, bases: [franc, euro]) { base, quote in
      switch (base, quote) {
      case (euro, dollar): (old, try rate("1.1"))
      case (franc, dollar): (new, try rate("1.2"))
      case (franc, euro): (new, try rate("1.0"))
      default: nil
      }
    }
    #expect(path?.day == new)
    #expect(path?.rate?.text == "0.833333333333")
  }

  @Test func refundsOfAWholeLeaveExactlyNothing() throws {
    var random = SplitMix64(seed: 42)
    let (euro, yen) = (try currency("EUR"), try currency("JPY"))
    for _ in 0..<2000 {
      let paid = Int64.random(in: 1...1_000_000, using: &random)
      let worth = Int64.random(in: 0...2_000_000, using: &random)
      let sale = LeadEvent(
        id: EventID(high: 1, low: 1), lead: LeadID(rawValue: 1), occurred: Timestamp(seconds: 0),
        recorded: Timestamp(seconds: 0), actor: .login, fact: .noted)
      var purchase = Purchase(sale, Money(minor: paid, currency: yen))
      purchase.price = Pricing(
        purchase: purchase.event, amount: Money(minor: worth, currency: euro), rate: try rate("1"),
        day: try day("2026-03-31"))
      var left = paid
      while left > 0 {
        let back = Int64.random(in: 1...left, using: &random)
        purchase.refunds.append(Refund(event: purchase.event, at: purchase.at, minor: back))
        left -= back
        let kept = purchase.movements(in: euro).compactMap(\.value?.minor).reduce(0, +)
        #expect((0...worth).contains(kept))
        #expect(left > 0 || kept == 0)
      }
      #expect(purchase.movements(in: euro).dropFirst().allSatisfy { ($0.value?.minor ?? 1) <= 0 })
    }
  }

  @Test func whatHasNoAmountOrNoRateSaysSo() throws {
    let (euro, yen) = (try currency("EUR"), try currency("JPY"))
    let sale = LeadEvent(
      id: EventID(high: 1, low: 1), lead: LeadID(rawValue: 1), occurred: Timestamp(seconds: 0),
      recorded: Timestamp(seconds: 0), actor: .login, fact: .noted)
    #expect(Purchase(sale, nil).movements(in: euro).map(\.gap) == [.unvalued])
    #expect(Purchase(sale, Money(minor: 5, currency: yen)).movements(in: euro).map(\.gap) == [.unpriced])
    #expect(Purchase(sale, Money(minor: 5, currency: euro)).movements(in: euro).map(\.gap) == [nil])
    #expect(Purchase(sale, Money(minor: 0, currency: euro)).movements(in: euro).map(\.value?.minor) == [0])
  }
}
