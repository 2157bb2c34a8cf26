import SharedFunnel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers as people read them in a table: grouped by thousands, with a given number of digits. Machine formats never
/// come here.
enum NumberText {
  /// `-1234567` is `-1,234,567`.
  static func integer(_ value: Int64) -> String {
    (value < 0 ? "-" : "") + grouped(String(value.magnitude))
  }

  /// Rounded from the exact binary value, so 2.675 with two digits is 2.67; what rounds to nothing has no sign. Nil for
  /// what is not finite.
  static func decimal(_ value: Double, digits: Int) -> String? {
    guard value.isFinite else { return nil }
    let fixed = fixedPoint(value.magnitude, digits: max(digits, 0))
    let parts = fixed.split(separator: ".", maxSplits: 1)
    let whole = grouped(String(parts.first ?? "0"))
    let text = parts.count > 1 ? whole + "." + parts[1] : whole
    let isZero = fixed.allSatisfy { $0 == "0" || $0 == "." }
    return value < 0 && !isZero ? "-" + text : text
  }

  /// A fraction as a percentage: 0.10525 with three digits is `10.525 %`. Nil for what is not finite.
  static func percent(_ fraction: Double, digits: Int) -> String? {
    decimal(fraction * 100, digits: digits).map { Message.percent(["number": $0]) }
  }

  /// Integer minor units with the currency's number of decimals: 123450, EUR, 2 is `1,234.50 EUR`.
  static func money(minor: Int64, currency: String, exponent: Int) -> String {
    amount(minor: minor, exponent: exponent) + " " + currency
  }

  /// The same where the currency stands beside it.
  static func amount(minor: Int64, exponent: Int) -> String {
    var digits = String(minor.magnitude)
    let decimals = min(max(exponent, 0), 18)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = grouped(String(digits.dropLast(decimals)))
    let amount = decimals > 0 ? whole + "." + digits.suffix(decimals) : whole
    return (minor < 0 ? "-" : "") + amount
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// C's `%.*f`, which rounds the exact binary value; a product with a power of ten would round twice.
  private static func fixedPoint(_ value: Double, digits: Int) -> String {
    let arguments: [any CVarArg] = [Int32(clamping: min(digits, 30)), value]
    let length = withVaList(arguments) { vsnprintf(nil, 0, "%.*f", $0) }
    guard length > 0 else { return "0" }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(length) + 1) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { text in
        _ = withVaList(arguments) { vsnprintf(text.baseAddress, text.count, "%.*f", $0) }
      }
      count = Int(length)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
