import SharedFunnel

/// Who the leads are, where they come from, what they bring.
extension FileGuess {
  mutating func guessFields() {
    for (field, phrases) in HeaderWords.fields {
      guard field != .currency, let column = table.column(phrases, where: { fits($0, field) }) else {
        if field == .name { guessNameOfParts() }
        continue
      }
      switch field {
      case .owner: say(GuessMessages.owner(), "owner: {column: \(name(column)), unknown: skip}")
      case .amount: guessAmount(column)
      case .product: if tellsSales { say(nil, "product: \(name(column))") }
      case .segment: say(GuessMessages.segment(), "segment: \(name(column))")
      default: say(field.personal == nil ? nil : GuessMessages.personal(), "\(field.rawValue): \(name(column))")
      }
    }
    if !isLong {
      if let close = table.column(
        HeaderWords.expected + HeaderWords.closed, where: { isDate($0) && !used.contains($0.index) })
      {
        say(GuessMessages.close(), doubt(close), text: "close: \(date(close))")
      }
      if let status = table.column(HeaderWords.status), status.distinct.allSatisfy({ Personal.isValid(key: $0) }) {
        say(GuessMessages.status(), "tags: [\(name(status))]")
      }
    }
    let left = table.columns.filter { !used.contains($0.index) }
    let dated = left.filter { $0.date != nil }
    if !dated.isEmpty { say(GuessMessages.datesLeft(["columns": list(dated)]), "") }
    let rest = left.filter { $0.date == nil }
    if !rest.isEmpty { say(GuessMessages.left(["columns": list(rest)]), "") }
  }

  /// Whether the file says when something was sold: without it nothing has a product.
  private var tellsSales: Bool {
    entries.flatMap { $0.text.split(separator: "\n") }.contains {
      $0.hasPrefix("purchased:") || $0.hasSuffix(": purchased")
    }
  }

  private func list(_ columns: [SampledColumn]) -> String {
    columns.map { $0.name.isEmpty ? GuessMessages.nameless(["place": String($0.index + 1)]) : $0.name }
      .joined(separator: ", ")
  }

  /// Whether the values can be what the header says.
  private func fits(_ column: SampledColumn, _ field: FileMapping.Field) -> Bool {
    guard !used.contains(column.index), column.date == nil else { return false }
    guard !column.values.isEmpty else { return true }
    switch field {
    case .email: return column.values.count { $0.contains("@") } * 2 > column.values.count
    case .phone: return column.values.count { $0.count(where: \.isNumber) > 4 } * 2 > column.values.count
    default: return column.flag == nil || field == .amount
    }
  }

  private mutating func guessNameOfParts() {
    let parts = [["first name", "firstname", "vorname"], ["last name", "lastname", "nachname", "surname"]]
    let found = parts.compactMap { table.column($0) }.filter { !used.contains($0.index) }
    guard !found.isEmpty else { return }
    var names: [String] = []
    for column in found { names.append(name(column)) }
    say(GuessMessages.personal(), "name: {join: [\(names.joined(separator: ", "))]}")
  }

  /// An amount that cannot be read would cost the record, so every value sampled has to be one.
  private mutating func guessAmount(_ column: SampledColumn) {
    let phrases = HeaderWords.fields.first { $0.field == .currency }?.phrases ?? []
    let currency = table.column(phrases) { column in column.values.allSatisfy { Currency(code: $0) != nil } }
    let euro = Currency(code: "EUR")
    let bad = column.values.first { text in
      guard let euro else { return true }
      return (Money(decimal: text, currency: euro)?.minor ?? -1) < 0
    }
    if let bad {
      say(GuessMessages.badAmount(["column": column.name, "text": bad]), "")
      return
    }
    say(currency == nil ? GuessMessages.noCurrency() : nil, "amount: \(name(column))")
    if let currency { say(nil, "currency: \(name(currency))") }
  }
}
