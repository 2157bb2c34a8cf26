import Foundation
import Testing

@testable import SharedFunnel

/// A share of an amount, against decimals, to the last unit.
struct ShareTests {
  /// Halves go away from zero, as in the decimals of Foundation.
  private func rounded(_ value: Decimal) -> Decimal {
    var (value, result) = (value, Decimal())
    NSDecimalRound(&result, &value, 0, .plain)
    return result
  }

  @Test func agreesWithDecimalsForEverySmallNumber() {
    for amount in Int64(-40)...40 {
      for whole in Int64(1)...24 {
        for part in Int64(1)...30 {
          let exact = rounded(Decimal(abs(amount)) * Decimal(part) / Decimal(whole)) * (amount < 0 ? -1 : 1)
          #expect(Decimal(amount.share(part, of: whole)) == exact, "\(amount) × \(part) ÷ \(whole)")
        }
      }
    }
  }

  /// The quotient is within half a unit of the fraction, told by a comparison that needs no rounding.
  @Test func isTheNearestForSumsThatOnly128BitsHold() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let amount = Int64(truncatingIfNeeded: random.next())
      let whole = Int64(truncatingIfNeeded: random.next() >> 1) | 1
      let part = Int64(truncatingIfNeeded: random.next() >> 1) % whole
      let share = amount.share(part, of: whole)
      guard part > 0 else { continue }
      let miss = Int128(share) * Int128(whole) - Int128(amount) * Int128(part)
      #expect(miss.magnitude * 2 <= UInt128(whole.magnitude), "\(amount) × \(part) ÷ \(whole)")
      #expect(amount == .min || (-amount).share(part, of: whole) == -share)
    }
  }

  @Test func theWholeLeavesTheAmountAndNothingTraps() {
    for amount in [Int64.min, -1, 0, 1, .max] {
      for whole in [Int64(1), 7, .max] { #expect(amount.share(whole, of: whole) == amount) }
      for part in [Int64.min, -5, 0] { #expect(amount.share(part, of: 10) == 0) }
      for whole in [Int64.min, -1, 0] {
        #expect(amount.share(3, of: whole) == 0)
        #expect(amount.share(whole, of: whole) == 0)
      }
    }
    #expect(Int64.max.share(3, of: 2) == .max && Int64.min.share(3, of: 2) == .min)
    #expect(Int64(2).share(.max, of: 1) == .max && Int64(-2).share(.max, of: 1) == .min)
  }
}
