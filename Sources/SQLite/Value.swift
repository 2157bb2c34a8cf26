/// A value as SQLite stores it.
public enum Value: Equatable, Sendable {
  case null
  case integer(Int64)
  /// Never NaN: SQLite would store NULL, so binding one is an error.
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension Value {
  public init(_ value: Int) { self = .integer(Int64(value)) }
  public init(_ value: Int64) { self = .integer(value) }
  public init(_ value: Bool) { self = .integer(value ? 1 : 0) }
  public init(_ value: Double) { self = .real(value) }
  public init(_ value: String) { self = .text(value) }
  public init(_ value: [UInt8]) { self = .blob(value) }

  // An absent value is NULL.
  public init(_ value: Int?) { self = value.map { Value($0) } ?? .null }
  public init(_ value: Int64?) { self = value.map { .integer($0) } ?? .null }
  public init(_ value: Bool?) { self = value.map { Value($0) } ?? .null }
  public init(_ value: Double?) { self = value.map { .real($0) } ?? .null }
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
  public init(_ value: [UInt8]?) { self = value.map { .blob($0) } ?? .null }
}

extension Value: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self.init(value) }
}
