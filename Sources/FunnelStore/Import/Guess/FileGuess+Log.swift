import SharedFunnel

/// A row a step of a lead, such as a history of stages.
extension FileGuess {
  struct Log {
    let key: SampledColumn
    let id: SampledColumn?
    let at: SampledColumn
    let stage: SampledColumn
  }

  /// The columns of a log, where leads come again and at least half of the rows name a stage that is known.
  func log() -> Log? {
    let dated = table.columns.filter { $0.date != nil && $0.reference != nil }
    guard let stage = table.column(HeaderWords.status),
      let at = table.column(HeaderWords.created + HeaderWords.changed + ["at", "time"], where: { $0.date != nil })
        ?? (dated.count == 1 ? dated.first : nil)
    else { return nil }
    let known = stage.values.count { words.meaning(ofValue: $0) != nil }
    let key = table.columns.filter {
      $0.reference != nil && $0.isFilled && !$0.isUnique && SampledTable.keyScore($0.phrase) >= 40
    }.max { SampledTable.keyScore($0.phrase) < SampledTable.keyScore($1.phrase) }
    guard let key, known > 0, known * 2 >= stage.values.count else { return nil }
    return Log(key: key, id: table.keys.first, at: at, stage: stage)
  }

  mutating func guessLong(_ log: Log) {
    becomeLong()
    say(GuessMessages.log(["column": log.key.name]), "key: \(name(log.key))")
    if let id = log.id { say(GuessMessages.recordID(), "id: \(name(id))") }
    say(doubt(log.at), "at: \(date(log.at))")
    var lines: [String] = []
    var unknown: [String] = []
    for word in log.stage.distinct where word.utf8.count <= 200 {
      switch words.meaning(ofValue: word) {
      case .stage(let stage): lines.append("    \(YAMLText.quoted(word)): \(stage.key)")
      case .purchased: lines.append("    \(YAMLText.quoted(word)): purchased")
      case .lost: lines.append("    \(YAMLText.quoted(word)): lost")
      case .ignored, nil: unknown.append(word)
      }
    }
    say(
      GuessMessages.stageValues(),
      unknown.isEmpty ? nil : GuessMessages.stageUnknown(["words": unknown.prefix(20).joined(separator: ", ")]),
      text: "stage:\n  column: \(name(log.stage))\n  values:\n" + lines.joined(separator: "\n"))
  }
}
