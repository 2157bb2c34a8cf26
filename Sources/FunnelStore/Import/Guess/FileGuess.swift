import SharedFunnel

/// What one file is taken to say: the lines of it in a mapping, each with the doubts about it.
struct FileGuess {
  /// Words of a mapping and the comments above them.
  struct Entry {
    var doubts: [String]
    var text: String
  }

  let table: SampledTable
  let words: StageWords
  let style: DateStyle
  private(set) var isLong = false
  private(set) var entries: [Entry] = []
  private(set) var used: Set<Int> = []
  /// Patterns of dates that the columns named need, and that are right for all columns.
  private(set) var formats: [DateFormat] = []

  /// - Parameter join: the column with the keys of leads of another file; `nil` if the file brings leads.
  init(_ table: SampledTable, words: StageWords, style: DateStyle, join: SampledColumn?) {
    self.table = table
    self.words = words
    self.style = style
    if let join {
      say(GuessMessages.joined(), "lead: \(name(join))")
      if !join.isUnique, let id = table.keys.first { say(GuessMessages.recordID(), "id: \(name(id))") }
      guessWide(bringsLeads: false)
    } else if let log = log() {
      guessLong(log)
    } else {
      guessKey()
      guessWide(bringsLeads: true)
    }
    guessFields()
  }

  // MARK: Building blocks, for the parts of the guess in other files

  mutating func say(_ doubts: String?..., text: String) {
    entries.append(Entry(doubts: doubts.compactMap(\.self), text: text))
  }

  mutating func say(_ doubt: String?, _ text: String) { say(doubt, text: text) }

  mutating func name(_ column: SampledColumn) -> String {
    used.insert(column.index)
    return YAMLText.word(column.reference ?? column.name)
  }

  /// The column as a date, with patterns of its own where those of the others do not fit.
  mutating func date(_ column: SampledColumn, when condition: String? = nil) -> String {
    var parts = ["column: \(name(column))"]
    if let condition { parts.append("when: \(condition)") }
    if let date = column.date {
      let needed = style.formats(of: date)
      if style.isApart(date) {
        parts.append("dates: [\(needed.map { YAMLText.quoted($0.pattern) }.joined(separator: ", "))]")
      } else {
        formats += needed.filter { !formats.contains($0) }
      }
    }
    return parts.count == 1 ? name(column) : "{\(parts.joined(separator: ", "))}"
  }

  /// What is open about the dates of a column.
  func doubt(_ column: SampledColumn) -> String? {
    guard let date = column.date else { return nil }
    switch date.order {
    case .plain: return nil
    case .proven(let value):
      return GuessMessages.dateProven([
        "column": column.name, "text": value, "pattern": date.formats.map(\.pattern).joined(separator: ", "),
      ])
    case .ambiguous:
      if let witness = style.witness {
        return GuessMessages.dateByOther(["column": column.name, "other": witness.name])
      }
      return GuessMessages.dateAmbiguous([
        "column": column.name, "text": column.values.first ?? "",
        "month": date.formats.map(\.pattern).joined(separator: " + "),
        "day": date.dayFirst.map(\.pattern).joined(separator: " + "),
      ])
    }
  }

  func isDate(_ column: SampledColumn) -> Bool {
    column.date != nil || column.values.isEmpty && HeaderWords.saysTime(column.phrase)
  }

  mutating func becomeLong() { isLong = true }

  // MARK: The key

  private mutating func guessKey() {
    if let key = table.keys.first {
      let rows = String(table.file.rows.count)
      let reason =
        table.file.rows.isEmpty
        ? GuessMessages.keyByName() : GuessMessages.keyProven(["column": key.name, "rows": rows])
      let others = table.keys.dropFirst().prefix(3).map(\.name).joined(separator: ", ")
      say(reason, others.isEmpty ? nil : GuessMessages.otherKeys(["columns": others]), text: "key: \(name(key))")
      return
    }
    let named = table.columns.filter { $0.reference != nil }
      .max { (SampledTable.keyScore($0.phrase), $1.index) < (SampledTable.keyScore($1.phrase), $0.index) }
    guard let best = named ?? table.columns.first else { return }
    say(GuessMessages.keyDoubtful(["column": best.name]), "key: \(name(best))")
  }
}
