import SharedFunnel

/// Dates a row, a row a lead.
extension FileGuess {
  mutating func guessWide(bringsLeads: Bool) {
    let handoff = self.handoff()
    let created = dateColumn(HeaderWords.created)
    let purchased = dateColumn(HeaderWords.purchased)
    let lost = dateColumn(HeaderWords.lost)
    var stages: [Stage: SampledColumn] = [:]
    var sales = [purchased].compactMap(\.self)
    var losses = [lost].compactMap(\.self)
    let taken = Set([created, purchased, lost].compactMap { $0?.index }).union(used).union(handoff.indices)
    for column in table.columns where column.reference != nil && !taken.contains(column.index) && isDate(column) {
      switch words.meaning(ofHeader: column.name) {
      case .stage(let stage) where stages[stage] == nil: stages[stage] = column
      case .purchased: sales.append(column)
      case .lost: losses.append(column)
      default: break
      }
    }
    var wonList = [String]()
    var lostList = [String]()
    for column in sales { wonList.append(date(column)) }
    for column in losses { lostList.append(date(column)) }
    let doubts = (sales + losses).compactMap(doubt)
    var conditional: [String] = []
    if sales.isEmpty || losses.isEmpty { conditional = guessClosing(&wonList, &lostList) }
    var first = created
    var firstDoubt: String?
    if bringsLeads, first == nil, stages.isEmpty {
      first = earliestDate
      firstDoubt = first.map { GuessMessages.firstDate(["column": $0.name]) }
    }
    guard first != nil || !stages.isEmpty || !wonList.isEmpty || !lostList.isEmpty || !handoff.dates.isEmpty else {
      sayNoDates()
      return
    }
    if let first { say(firstDoubt, doubt(first), text: "created: \(date(first))") }
    if !stages.isEmpty {
      var lines = ["stages:"]
      for (stage, column) in stages.sorted(by: { $0.key < $1.key }) { lines.append("  \(stage.key): \(date(column))") }
      let order = stages.sorted { $0.key < $1.key }.compactMap { doubt($0.value) }
      say(
        GuessMessages.stages(), order.isEmpty ? nil : order.joined(separator: " "), text: lines.joined(separator: "\n"))
    } else if bringsLeads, let first {
      say(GuessMessages.firstStage(), "stages:\n  brand_consideration: \(date(first))")
    }
    say(handoff)
    let said = doubts + conditional
    if !wonList.isEmpty {
      say(said.isEmpty ? nil : said.joined(separator: " "), "purchased: \(FileGuess.either(wonList))")
    }
    if !lostList.isEmpty {
      say(wonList.isEmpty && !said.isEmpty ? said.joined(separator: " ") : nil, "lost: \(FileGuess.either(lostList))")
    }
    if !bringsLeads || wonList.isEmpty { sayFlags() }
  }

  private func dateColumn(_ phrases: [String]) -> SampledColumn? {
    table.column(phrases) { isDate($0) && !used.contains($0.index) }
  }

  /// The one whose name does not speak of what is late, changes or is still to come.
  private var earliestDate: SampledColumn? {
    let late: Set<Substring> = [
      "last", "modified", "updated", "next", "expected", "close", "closed", "birth", "birthday", "end", "lost", "won",
      "system", "changed",
    ]
    return table.columns.first {
      $0.reference != nil && $0.date != nil && !used.contains($0.index) && late.isDisjoint(with: $0.words)
    }
  }

  /// Sales and losses that a date of closing tells together with a status or a flag.
  private mutating func guessClosing(_ won: inout [String], _ lost: inout [String]) -> [String] {
    guard let closing = dateColumn(HeaderWords.closed) ?? dateColumn(HeaderWords.changed) else { return [] }
    var wonWhen: [String] = []
    var lostWhen: [String] = []
    if let status = table.column(HeaderWords.status) {
      let usable = status.distinct.filter { $0.utf8.count <= 200 }
      let wonWords = usable.filter { words.meaning(ofValue: $0) == .purchased }
      let lostWords = usable.filter { words.meaning(ofValue: $0) == .lost }
      if !wonWords.isEmpty { wonWhen.append("\(name(status)): \(FileGuess.list(wonWords))") }
      if !lostWords.isEmpty { lostWhen.append("\(name(status)): \(FileGuess.list(lostWords))") }
    }
    if wonWhen.isEmpty, let flag = flagColumn(HeaderWords.won), let yes = flag.flag?.yes, !yes.isEmpty {
      wonWhen.append("\(name(flag)): \(FileGuess.list(yes))")
    }
    if lostWhen.isEmpty, let flag = flagColumn(HeaderWords.isLost), let yes = flag.flag?.yes, !yes.isEmpty {
      lostWhen.append("\(name(flag)): \(FileGuess.list(yes))")
    }
    let takesWon = won.isEmpty && !wonWhen.isEmpty
    let takesLost = lost.isEmpty && !lostWhen.isEmpty
    guard takesWon || takesLost else { return [] }
    if takesWon { won.append(date(closing, when: "{\(wonWhen.joined(separator: ", "))}")) }
    if takesLost { lost.append(date(closing, when: "{\(lostWhen.joined(separator: ", "))}")) }
    return [GuessMessages.closing(["column": closing.name]), doubt(closing)].compactMap(\.self)
  }

  private func flagColumn(_ phrases: [String]) -> SampledColumn? { table.column(phrases) { $0.flag != nil } }

  /// A file without dates: what a person has to say, and nothing that the file does not.
  private mutating func sayNoDates() {
    say(
      GuessMessages.noDates(), GuessMessages.code("created: {constant: \"2024-01-01\"}"),
      GuessMessages.code("stages: {brand_consideration: {constant: \"2024-01-01\"}}"),
      text: "created: {constant: \"\"}")
    sayFlags()
  }

  /// Flags of sales and losses that no date goes with.
  private mutating func sayFlags() {
    for (field, phrases) in [("purchased", HeaderWords.won), ("lost", HeaderWords.isLost)] {
      guard let column = flagColumn(phrases), !used.contains(column.index), let flag = column.flag else { continue }
      var values = flag.yes.map { "\(YAMLText.quoted($0)): \"2024-01-01\"" }
      values += flag.no.map { "\(YAMLText.quoted($0)): \"\"" }
      say(
        GuessMessages.flag(["column": column.name]),
        GuessMessages.code("\(field): {column: \(name(column)), values: {\(values.joined(separator: ", "))}}"), text: ""
      )
    }
  }

  /// The first one that is filled. An item of a list cannot have patterns of its own: such a column stands alone.
  static func either(_ columns: [String]) -> String {
    let alone = columns.first { $0.contains("dates: [") } ?? (columns.count == 1 ? columns.first : nil)
    return alone ?? "[\(columns.joined(separator: ", "))]"
  }

  static func list(_ words: [String]) -> String { "[\(words.map(YAMLText.quoted).joined(separator: ", "))]" }
}
