/// A currency by its ISO 4217 code.
public struct Currency: Sendable, Hashable {
  /// The three letters in base 26, plus one: 1 to 17,576, so that 0 can mean none.
  public let rawValue: UInt16

  public init?(rawValue: UInt16) {
    guard (1...17_576).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// Accepts an active ISO 4217 code in any case.
  public init?(code: String) {
    let upper = code.uppercased()
    guard upper.utf8.count == 3, Currency.active.contains(upper) else { return nil }
    var value: UInt16 = 0
    for byte in upper.utf8 { value = value * 26 + UInt16(byte - UInt8(ascii: "A")) }
    rawValue = value + 1
  }

  public var code: String {
    let value = rawValue - 1
    let letters = [value / 676, value / 26 % 26, value % 26].map { UInt8(ascii: "A") + UInt8($0) }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Digits after the decimal point: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar.
  public var exponent: Int {
    if Currency.withoutMinorUnit.contains(code) { return 0 }
    if Currency.inThousandths.contains(code) { return 3 }
    return Currency.inTenThousandths.contains(code) ? 4 : 2
  }

  // ISO 4217:2015, list one of the maintenance agency (currencies in circulation and fund
  // codes, with the Caribbean guilder of 2025), without the metals, the testing code and the bond-market
  // units, which have no minor unit.
  private static let active: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF \
    CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD \
    LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP \
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP \
    TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split(separator: " ").map(String.init)
  )
  private static let withoutMinorUnit: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
    "XPF",
  ]
  private static let inThousandths: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
  private static let inTenThousandths: Set<String> = ["CLF", "UYW"]
}
