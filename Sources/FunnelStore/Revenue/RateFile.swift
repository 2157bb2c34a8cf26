public import SharedFunnel

/// A file of rates in the layout of the European Central Bank's history: a column `Date`, and one a currency with units
/// of it for one euro; `N/A` or nothing where there is none.
public enum RateFile {
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - base: the currency that the rates are in units for one of.
  ///   - currencies: only these; empty: all that the file has.
  ///   - days: only these.
  /// - Throws: ``InputError`` with the line.
  public static func read(
    path: String, base: Currency, currencies: Set<Currency> = [], from: CivilDate? = nil
  ) throws -> [RateSheet] {
    let file = try InputFile(path: path)
    guard let date = file.header.names.firstIndex(where: { $0.lowercased() == "date" }) else {
      throw InputError(file: path, line: 1, reason: RateMessages.noDateColumn())
    }
    var columns: [(index: Int, currency: Currency)] = []
    for (index, name) in file.header.names.enumerated() where index != date && !name.trimmedOfBlanks.isEmpty {
      // Currencies that are no more, such as CYP, stand in the history too.
      guard let currency = Currency(code: name.trimmedOfBlanks), currency != base else { continue }
      if currencies.isEmpty || currencies.contains(currency) { columns.append((index, currency)) }
    }
    guard !columns.isEmpty else { throw InputError(file: path, line: 1, reason: RateMessages.noCurrency()) }
    var sheets: [RateSheet] = []
    try file.forEachRecord { record, _ in
      let written = record.string(date).trimmedOfBlanks
      guard let day = CivilDate(iso: written) else {
        throw InputError(file: path, line: record.line, reason: RateMessages.badDate(["text": written]))
      }
      if let from, day < from { return }
      var rates: [Currency: RateNumber] = [:]
      for (index, currency) in columns {
        let text = record.string(index).trimmedOfBlanks
        guard !text.isEmpty, text.uppercased() != "N/A" else { continue }
        guard let rate = RateNumber(text: text) else {
          throw InputError(
            file: path, line: record.line, reason: RateMessages.badRate(["text": text, "currency": currency.code]))
        }
        rates[currency] = rate
      }
      if !rates.isEmpty { sheets.append(RateSheet(base: base, day: day, rates: rates)) }
    } onReject: { reject, _ in
      throw InputError(file: path, line: reject.line, reason: reject.reason)
    }
    return sheets
  }
}
