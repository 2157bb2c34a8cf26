import SharedFunnel

/// The dates of an offer over the line and of its answer, where the headers speak of them.
extension FileGuess {
  struct Handoff {
    var dates: [(field: FileMapping.Field, column: SampledColumn)] = []
    var due: SampledColumn?
    var receiver: SampledColumn?
    var reasons: [(field: FileMapping.Field, column: SampledColumn)] = []

    var indices: [Int] { dates.map(\.column.index) + [due?.index].compactMap(\.self) }
  }

  /// An answer alone is no handoff: without the date of an offer nothing is guessed.
  func handoff() -> Handoff {
    func column(_ phrases: [String], isDate wantsDate: Bool = true) -> SampledColumn? {
      table.column(phrases) { !used.contains($0.index) && $0.reference != nil && (isDate($0) || !wantsDate) }
    }
    var found = Handoff()
    for (field, phrases) in HeaderWords.handoffs {
      if let date = column(phrases) { found.dates.append((field, date)) }
    }
    guard found.dates.first?.field == .offered else { return Handoff() }
    found.due = column(HeaderWords.due)
    found.receiver = column(HeaderWords.receiver, isDate: false)
    for (date, field, phrases) in HeaderWords.answerReasons where found.dates.contains(where: { $0.field == date }) {
      if let reason = column(phrases, isDate: false) { found.reasons.append((field, reason)) }
    }
    return found
  }

  mutating func say(_ handoff: Handoff) {
    for (place, date) in handoff.dates.enumerated() {
      say(
        place == 0 ? GuessMessages.handoff() : nil, doubt(date.column),
        text: "\(date.field.rawValue): \(self.date(date.column))")
    }
    if let due = handoff.due { say(doubt(due), "due: \(date(due))") }
    if let receiver = handoff.receiver {
      say(GuessMessages.owner(), "receiver: {column: \(name(receiver)), unknown: skip}")
    }
    for (field, column) in handoff.reasons { say(nil, "\(field.rawValue): \(name(column))") }
  }
}
