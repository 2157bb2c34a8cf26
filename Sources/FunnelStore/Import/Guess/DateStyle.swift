import SharedFunnel

/// In which order the files write day and month, as far as any of their dates proves it.
struct DateStyle {
  /// What every ambiguous date is read by; `nil` if nothing proves an order, or columns prove both.
  let order: DayMonthOrder?
  /// The column whose dates prove it.
  let witness: SampledColumn?

  init(_ tables: [SampledTable]) {
    var witnesses: [(order: DayMonthOrder, column: SampledColumn)] = []
    for column in tables.flatMap(\.columns) {
      guard let date = column.date, case .proven = date.order, let order = DateStyle.order(of: date) else { continue }
      witnesses.append((order, column))
    }
    let isOne = witnesses.allSatisfy { $0.order == witnesses.first?.order }
    order = isOne ? witnesses.first?.order : nil
    witness = isOne ? witnesses.first?.column : nil
  }

  static func order(of date: DateGuess) -> DayMonthOrder? {
    date.formats.map { DayMonthOrder($0.pattern) }.first { $0 != .yearFirst }
  }

  /// The patterns that read a column; empty where the order of day and month is open.
  func formats(of date: DateGuess) -> [DateFormat] {
    guard date.order == .ambiguous else { return date.formats }
    switch order {
    case .dayFirst: return date.dayFirst
    case .monthFirst: return date.formats
    case .yearFirst, nil: return []
    }
  }

  /// Whether the column needs patterns of its own, since those of others would read it wrongly.
  func isApart(_ date: DateGuess) -> Bool {
    if date.isNumber { return true }
    if case .proven = date.order { return order == nil }
    return false
  }
}
