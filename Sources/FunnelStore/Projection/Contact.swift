/// What a lead is called and how it is reached, as the latest event of each says.
public struct Contact: Sendable, Equatable {
  public var name: String?
  public var email: String?
  public var phone: String?
  public var company: String?

  public init(name: String? = nil, email: String? = nil, phone: String? = nil, company: String? = nil) {
    self.name = name
    self.email = email
    self.phone = phone
    self.company = company
  }

  public var isEmpty: Bool { self == Contact() }

  /// Takes over the fields that an event brought.
  mutating func apply(_ values: [PersonalField: String]) {
    name = values[.name] ?? name
    email = values[.email] ?? email
    phone = values[.phone] ?? phone
    company = values[.company] ?? company
  }

  var fields: [(PersonalField, String)] {
    [(.name, name), (.email, email), (.phone, phone), (.company, company)].compactMap { field, value in
      value.map { (field, $0) }
    }
  }
}
