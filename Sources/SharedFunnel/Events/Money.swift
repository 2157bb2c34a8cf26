/// An amount in integer minor units of one currency. Amounts of two currencies do not add.
public struct Money: Sendable, Hashable {
  /// Cents for the euro, yen for the yen, fils (a thousandth) for the Kuwaiti dinar.
  public let minor: Int64
  public let currency: Currency

  public init(minor: Int64, currency: Currency) {
    self.minor = minor
    self.currency = currency
  }

  /// Reads `1234`, `1234.5` or `-0.99`: digits, one decimal point, no separators of thousands.
  ///
  /// - Returns: `nil` if the text is something else, has more decimals than the currency has, or
  ///   does not fit 64 bits. Nothing is rounded.
  public init?(decimal text: String, currency: Currency) {
    var digits = Substring(text)
    let negative = digits.first == "-"
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    // Trailing zeros say nothing: 12.500 EUR is 12.50 EUR, as systems that pad to three export it.
    var decimals = fraction
    while decimals.utf8.count > currency.exponent, decimals.last == "0" { decimals = decimals.dropLast() }
    guard decimals.utf8.count <= currency.exponent else { return nil }
    let padding = String(repeating: "0", count: currency.exponent - decimals.utf8.count)
    var value: Int64 = 0
    for byte in (whole + decimals + padding).utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (scaled, tooBig) = value.multipliedReportingOverflow(by: 10)
      // Below zero there is one value more than above.
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (sum, overflow) = scaled.addingReportingOverflow(negative ? -digit : digit)
      guard !tooBig, !overflow else { return nil }
      value = sum
    }
    self.init(minor: value, currency: currency)
  }

  /// `1234.50`, with as many decimals as the currency has.
  public var decimal: String {
    let exponent = currency.exponent
    let digits = String(minor.magnitude)
    let padded = String(repeating: "0", count: max(0, exponent + 1 - digits.utf8.count)) + digits
    let sign = minor < 0 ? "-" : ""
    guard exponent > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(exponent)).\(padded.suffix(exponent))"
  }
}
