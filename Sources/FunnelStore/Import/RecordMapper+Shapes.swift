import SharedFunnel

/// What the records of both shapes say.
extension RecordMapper {
  /// A row a lead, with a date a stage.
  mutating func wide(_ reader: borrowing CSVReader, _ path: String, into record: inout MappedRecord) throws {
    var dates = try stageDates(reader, path)
    let created = try date(.created, reader, path)
    if dates.purchased == nil { dates.purchased = try date(.purchased, reader, path) }
    if dates.lost == nil { dates.lost = try date(.lost, reader, path) }
    let answers = try handoffDates(reader, path)
    let all =
      dates.entered.compactMap { $0 } + [created, dates.purchased, dates.lost].compactMap { $0 }
      + answers.all.map(\.at)
    guard let first = all.min() else { throw RecordProblem(reason: ImportMessages.noDate()) }

    let described = try description(reader, slot: "created", kind: .created, occurred: created ?? first)
    if file.createsLeads { record.facts.append(described) }
    let handoffs = try self.handoffs(answers, entered: dates.entered, reader, path)
    let acceptance = stageOfAcceptance(handoffs)
    for stage in Stage.allCases {
      let slot = "entered:\(stage.number)"
      if let at = dates.entered[stage.index], acceptance?.stage != stage || acceptance?.at != at {
        record.facts.append(MappedFact(slot: slot, kind: .entered, occurred: at, stage: stage))
      } else if hasColumn(of: .stage(stage)) {
        record.clearedSlots.append(slot)
      }
    }
    record.facts += handoffs
    record.clearedSlots += answers.empty
    if let purchased = dates.purchased {
      var fact = MappedFact(slot: "purchased", kind: .purchased, occurred: purchased)
      fact.money = try money(reader)
      fact.word = text(.product, reader)
      record.facts.append(fact)
    } else if hasColumn(of: .purchased) {
      record.clearedSlots.append("purchased")
    }
    if let lost = dates.lost {
      var fact = MappedFact(slot: "lost", kind: .lost, occurred: lost)
      fact.word = text(.reason, reader)
      record.facts.append(fact)
    } else if hasColumn(of: .lost) {
      record.clearedSlots.append("lost")
    }
    if dates.purchased == nil { try value(reader, path, at: first, into: &record) }
    try addWords(reader, at: first, into: &record)
    guard !file.createsLeads else { return }
    if !described.personal.isEmpty || !(described.source + described.campaign + described.segment).isEmpty {
      var edited = described
      edited.slot = "edited"
      edited.kind = .edited
      record.facts.append(edited)
    }
  }

  /// When a record entered each stage, bought and was lost.
  private struct Dates {
    var entered = [Timestamp?](repeating: nil, count: Stage.allCases.count)
    var purchased: Timestamp?
    var lost: Timestamp?

    /// Several stages of the source can be one of ours: it is entered with the first of them, bought with the first
    /// sale, and lost with the last loss.
    mutating func note(_ at: Timestamp, _ meaning: StageMeaning) {
      switch meaning {
      case .stage(let stage): entered[stage.index] = min(entered[stage.index] ?? at, at)
      case .purchased: purchased = min(purchased ?? at, at)
      case .lost: lost = max(lost ?? at, at)
      case .ignored: break
      }
    }
  }

  private mutating func stageDates(_ reader: borrowing CSVReader, _ path: String) throws -> Dates {
    var dates = Dates()
    for (stage, bound) in stages {
      if let at = try date(bound, reader, path) { dates.note(at, .stage(stage)) }
    }
    for (meaning, bound) in stageColumns {
      if let at = try date(bound, reader, path) { dates.note(at, meaning) }
    }
    return dates
  }

  private func hasColumn(of meaning: StageMeaning) -> Bool {
    if stageColumns.contains(where: { $0.meaning == meaning }) { return true }
    switch meaning {
    case .stage(let stage): return stages.contains { $0.stage == stage && $0.bound.isInFile }
    case .purchased: return columns[.purchased]?.isInFile == true
    case .lost: return columns[.lost]?.isInFile == true
    case .ignored: return false
    }
  }

  /// What an open lead is expected to bring, and when.
  private mutating func value(
    _ reader: borrowing CSVReader, _ path: String, at first: Timestamp, into record: inout MappedRecord
  ) throws {
    var fact = MappedFact(slot: "valued", kind: .valued, occurred: first)
    fact.money = try money(reader)
    fact.close = try date(.close, reader, path)
    if fact.money != nil || fact.close != nil {
      record.facts.append(fact)
    } else if columns[.amount]?.isInFile == true {
      record.clearedSlots.append("valued")
    }
  }

  private func addWords(_ reader: borrowing CSVReader, at first: Timestamp, into record: inout MappedRecord) throws {
    for tag in tags {
      let slot = "tag:\(tag.mapping.slotName)"
      var fact = MappedFact(slot: slot, kind: .tagged, occurred: first)
      fact.word = text(tag, reader)
      if !fact.word.isEmpty {
        record.facts.append(fact)
      } else if tag.isInFile {
        record.clearedSlots.append(slot)
      }
    }
    let note = text(.note, reader)
    guard !note.isEmpty else { return }
    var fact = MappedFact(slot: "note", kind: .noted, occurred: first)
    fact.personal = [(.note, note)]
    record.facts.append(fact)
  }

  /// A row an event.
  mutating func long(_ reader: borrowing CSVReader, _ path: String) throws -> [MappedFact] {
    guard let at = try date(.at, reader, path) else { throw RecordProblem(reason: ImportMessages.noDate()) }
    let (kind, stage) = try step(reader)
    var fact = try description(reader, slot: "event", kind: kind, occurred: at)
    fact.stage = stage
    switch kind {
    case .entered, .moved, .accepted, .acceptedBySilence, .returned, .crossed:
      guard fact.stage != nil else { throw RecordProblem(reason: ImportMessages.noStage(["kind": kind.key])) }
    case .lost: fact.word = text(.reason, reader)
    case .tagged, .untagged: fact.word = tags.first.map { text($0, reader) } ?? ""
    case .purchased:
      fact.money = try money(reader)
      fact.word = text(.product, reader)
    case .refunded: fact.money = try money(reader)
    case .valued:
      fact.money = try money(reader)
      fact.close = try date(.close, reader, path)
    default: break
    }
    try addHandoff(to: &fact, reader, path)
    let note = text(.note, reader)
    if !note.isEmpty { fact.personal.append((.note, note)) }
    guard kind != .offered || fact.from != nil || fact.target != nil else {
      throw RecordProblem(reason: ImportMessages.noStage(["kind": kind.key]))
    }
    return [fact]
  }

  /// What a row says happened, and in which stage. Without a column 'kind' the row tells where the lead went: into a
  /// stage, to a sale, or out of the funnel.
  private func step(_ reader: borrowing CSVReader) throws -> (kind: EventKind, stage: Stage?) {
    let stage = text(.stage, reader)
    guard columns[.kind] != nil else {
      switch StageMeaning(text: stage) {
      case .stage(let stage): return (.moved, stage)
      case .purchased: return (.purchased, nil)
      case .lost: return (.lost, nil)
      case .ignored, nil: throw RecordProblem(reason: ImportMessages.noSuchStageName(["stage": stage]))
      }
    }
    let word = text(.kind, reader)
    guard let kind = EventKind(key: word), kind.isOfLead, kind != .voided else {
      throw RecordProblem(reason: ImportMessages.noSuchKind(["kind": word]))
    }
    guard !stage.isEmpty else { return (kind, nil) }
    guard let known = Stage(text: stage) else {
      throw RecordProblem(reason: MappingMessages.noSuchStage(["stage": stage]))
    }
    return (kind, known)
  }
}
