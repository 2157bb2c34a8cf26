/// Who a lead of a demo is: put together from syllables, so that no real person is meant, with an address
/// in a domain that nobody can have (RFC 2606).
public struct DemoPerson: Sendable, Equatable {
  public let name: String
  public let email: String
  public let company: String

  private static let beginnings = [
    "Ka", "Lo", "Mi", "Re", "Tor", "Vel", "Sa", "Ni", "Dur", "Pel", "Ba", "Cor", "Ta", "Fe", "Gan", "Hol", "Is", "Jo",
  ]
  private static let middles = ["ra", "li", "no", "ve", "di", "ma", "ro", "ti", "la", "se"]
  private static let ends = ["n", "ra", "lo", "mir", "s", "da", "vin", "la", "t", "ko", "ne", "rik"]
  private static let trades = ["Works", "Labs", "Trade", "Foods", "Systems", "Logistics", "Studio", "Energy"]

  init(_ random: inout SplitMix64) {
    let given = DemoPerson.givenName(&random)
    let family = random.pick(DemoPerson.beginnings) + random.pick(DemoPerson.middles) + random.pick(DemoPerson.ends)
    let firm = random.pick(DemoPerson.beginnings) + random.pick(DemoPerson.middles)
    name = "\(given) \(family)"
    company = "\(firm) \(random.pick(DemoPerson.trades))"
    email = "\(given).\(family)@\(firm).example".lowercased()
  }

  static func givenName(_ random: inout SplitMix64) -> String {
    random.pick(beginnings) + random.pick(ends)
  }
}
