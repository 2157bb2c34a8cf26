import SharedFunnel

/// How the values of a column write dates, if they do.
struct DateGuess {
  /// What the values say of the order of day and month.
  enum Order: Equatable {
    /// The year comes first, so nothing is open.
    case plain
    /// A value that could be read in one way only.
    case proven(by: String)
    /// Every value could be read either way.
    case ambiguous
  }

  let order: Order
  /// Patterns that read the values, the most frequent first; of an ambiguous column those with the month first.
  let formats: [DateFormat]
  /// Of an ambiguous column: those with the day first.
  let dayFirst: [DateFormat]
  /// A day with nothing but digits or seconds of a clock: it is known by its header, and belongs to this column only.
  let isNumber: Bool

  /// - Returns: `nil` if fewer than four of five values are dates.
  init?(_ values: [String], phrase: String) {
    guard !values.isEmpty else { return nil }
    let isNumber = values.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard !isNumber || HeaderWords.saysTime(phrase) else { return nil }
    let possible = (isNumber ? DateGuess.numbers : DateGuess.texts).filter { format in
      values.prefix(50).contains { DateGuess.reads(format, $0) }
    }
    let order = possible.map { DayMonthOrder($0.pattern) }
    func covering(_ wanted: DayMonthOrder) -> [DateFormat] {
      zip(possible, order).filter { $1 == .yearFirst || $1 == wanted }.map(\.0)
    }
    let plain = DateGuess.cover(values, covering(.yearFirst))
    let month = DateGuess.cover(values, covering(.monthFirst))
    let day = DateGuess.cover(values, covering(.dayFirst))
    guard max(month.count, day.count) * 5 >= values.count * 4 else { return nil }
    self.isNumber = isNumber
    if month.count == plain.count, day.count == plain.count {
      (self.order, formats, dayFirst) = (.plain, plain.formats, [])
    } else if month.count == day.count {
      (self.order, formats, dayFirst) = (.ambiguous, month.formats, day.formats)
    } else {
      let (known, other) = month.count > day.count ? (month, day) : (day, month)
      let proof = values.first { value in
        known.formats.contains { DateGuess.reads($0, value) } && !other.formats.contains { DateGuess.reads($0, value) }
      }
      (self.order, formats, dayFirst) = (.proven(by: proof ?? ""), known.formats, [])
    }
  }

  /// The fewest patterns that read what can be read, by taking the one that reads most each time.
  private static func cover(_ values: [String], _ possible: [DateFormat]) -> (formats: [DateFormat], count: Int) {
    var rest = values
    var formats: [DateFormat] = []
    while !rest.isEmpty {
      var best: (format: DateFormat, count: Int)?
      for format in possible {
        let count = rest.count { reads(format, $0) }
        if count > best?.count ?? 0 { best = (format, count) }
      }
      guard let best else { break }
      formats.append(best.format)
      rest.removeAll { reads(best.format, $0) }
    }
    return (formats, values.count - rest.count)
  }

  private static func reads(_ format: DateFormat, _ text: String) -> Bool {
    (try? format.parse(text, zone: .utc)) != nil
  }

  private static let numbers = ["YYYYMMDD", "unix", "unix_ms"].compactMap { try? DateFormat(pattern: $0) }

  private static let texts: [DateFormat] = {
    let days = [
      "YYYY-MM-DD", "YYYY/M/D", "YYYY.M.D", "M/D/YYYY", "D/M/YYYY", "M/D/YY", "D/M/YY", "M.D.YYYY", "D.M.YYYY",
      "M.D.YY", "D.M.YY", "M-D-YYYY", "D-M-YYYY", "M-D-YY", "D-M-YY",
    ]
    let clocks = [
      "", " H:mm", " H:mm:ss", " H:mm:ss.SSS", " h:mm A", " h:mm:ss A", ", h:mm A", ", H:mm", ", H:mm:ss", " H:mm:ss Z",
      "TH:mm:ss", "TH:mm",
    ]
    return (["YYYY-MM-DD", "YYYY-MM-DD HH:mm:ss", "iso8601"] + days.flatMap { day in clocks.map { day + $0 } })
      .compactMap { try? DateFormat(pattern: $0) }
  }()
}
