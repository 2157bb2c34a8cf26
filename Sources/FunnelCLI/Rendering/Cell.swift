import SharedFunnel

/// One value of a `Grid`, as computed: unrounded, in its unit.
enum Cell: Sendable, Equatable {
  /// No value exists: a conversion of a stage that nobody entered. A number that is not finite is treated as null.
  case null
  case text(String)
  case integer(Int64)
  case decimal(Double)
  /// An amount as a decimal number, to its last digit; its currency stands in a column of its own.
  case amount(Money)
  /// A share; 0.5 is 50 %.
  case fraction(Double)
  /// Milliseconds since 1970 UTC.
  case timestamp(Int64)
  /// A length of time in seconds.
  case seconds(Double)
  /// Integer minor units, ISO 4217 code, and the currency's number of decimals, which only the table needs.
  case money(minor: Int64, currency: String, exponent: Int)
  case list([Cell])
}

extension Cell {
  /// As people read it, in a column of this kind.
  func text(in kind: Grid.Column.Kind, glyphs: Glyphs) -> String {
    let text: String? =
      switch self {
      case .null: nil
      case .text(let text): text
      case .integer(let value): kind == .identifier ? String(value) : NumberText.integer(value)
      case .amount(let money): money.decimal
      case .decimal(let value): kind.digits.map { NumberText.decimal(value, digits: $0) } ?? value.shortText
      case .fraction(let value):
        if case .bar(let width) = kind {
          SparkBar(fraction: value, width: width).text(glyphs)
        } else {
          NumberText.percent(value, digits: kind.digits ?? 1)
        }
      case .timestamp(let milliseconds): TimestampText.table(milliseconds: milliseconds)
      case .seconds(let seconds): DurationText.text(seconds: seconds)
      case .money(let minor, let currency, let exponent):
        NumberText.money(minor: minor, currency: currency, exponent: exponent)
      case .list(let cells): cells.map { $0.text(in: kind, glyphs: glyphs) }.joined(separator: ", ")
      }
    return text ?? glyphs.none
  }

  /// As programs read it: raw, unrounded, ISO 8601 in UTC.
  var json: JSONValue {
    switch self {
    case .null: .null
    case .text(let text): .string(text)
    case .integer(let value): .int(value)
    case .amount(let money): .decimal(money.decimal)
    case .decimal(let value), .fraction(let value), .seconds(let value): .double(value)
    case .timestamp(let milliseconds): .string(TimestampText.iso(milliseconds: milliseconds))
    case .money(let minor, let currency, _): .money(minor: minor, currency: currency)
    case .list(let cells): .array(cells.map(\.json))
    }
  }
}

extension Double {
  fileprivate var shortText: String? { isFinite ? description : nil }
}
