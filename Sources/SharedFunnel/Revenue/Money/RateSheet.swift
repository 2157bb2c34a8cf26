/// The rates of one day, each in units of its currency for one of the base, as the journal keeps them.
public struct RateSheet: Sendable, Equatable, Codable {
  /// ISO 4217 code.
  public var base: String
  /// `2026-03-31`.
  public var day: String
  /// By code, as they were written: `"USD": "1.0842"`.
  public var rates: [String: String]

  public init(base: Currency, day: CivilDate, rates: [Currency: RateNumber]) {
    self.base = base.code
    self.day = day.iso
    self.rates = Dictionary(uniqueKeysWithValues: rates.map { ($0.key.code, $0.value.text) })
  }

  /// One published rate.
  public struct Quote: Sendable, Hashable {
    public let base: Currency
    public let quote: Currency
    public let day: CivilDate
    public let rate: RateNumber
  }

  /// In the order of their codes; `nil` if a file was written by something else than this program.
  public var quotes: [Quote]? {
    guard let base = Currency(code: base), let day = CivilDate(iso: day), !rates.isEmpty else { return nil }
    var quotes: [Quote] = []
    for (code, text) in rates.sorted(by: { $0.key < $1.key }) {
      guard let quote = Currency(code: code), quote != base, let rate = RateNumber(text: text) else { return nil }
      quotes.append(Quote(base: base, quote: quote, day: day, rate: rate))
    }
    return quotes
  }
}
