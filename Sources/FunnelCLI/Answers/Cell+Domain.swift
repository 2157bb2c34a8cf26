import FunnelStore
import SharedFunnel

extension Cell {
  init(_ text: String?) { self = text.map(Cell.text) ?? .null }
  init(_ time: Timestamp?) { self = time.map { .timestamp($0.milliseconds) } ?? .null }
  init(_ number: Int) { self = .integer(Int64(number)) }
  init(_ money: Money?) {
    self =
      money.map { .money(minor: $0.minor, currency: $0.currency.code, exponent: $0.currency.exponent) } ?? .null
  }
  init(_ flag: Bool) { self = .text(flag ? "yes" : "no") }
  init(_ departments: DepartmentSet) { self = .list(departments.departments.map { .text($0.key) }) }
  init(_ stage: Stage?) { self = stage.map { .integer(Int64($0.number)) } ?? .null }
}

extension JSONValue {
  init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
  init(_ time: Timestamp?) { self = time.map { .string($0.iso8601) } ?? .null }
  init(_ money: Money?) { self = Cell(money).json }
}

extension Stage {
  /// `4 Brand preference`, for people.
  var label: String { "\(number) \(title())" }
}

extension Timestamp {
  /// For people: `2026-11-03 12:00`, in the workspace's zone.
  var label: String { TimestampText.table(milliseconds: milliseconds) }
}

extension Money {
  /// Beside its currency: `1,234.50`.
  var amountLabel: String { NumberText.amount(minor: minor, exponent: currency.exponent) }

  /// For people: `1,234.50 EUR`.
  var label: String { NumberText.money(minor: minor, currency: currency.code, exponent: currency.exponent) }
}
