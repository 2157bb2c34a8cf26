import SharedFunnel

/// What the records of both shapes say.
extension RecordMapper {
  /// A row a lead, with a date a stage.
  mutating func wide(_ reader: borrowing CSVReader, _ path: String) throws -> [MappedFact] {
    var facts: [MappedFact] = []
    var earliest: Timestamp?
    func note(_ time: Timestamp) { earliest = min(earliest ?? time, time) }
    for (stage, bound) in stages {
      guard let at = try date(bound, reader, path) else { continue }
      note(at)
      facts.append(MappedFact(slot: "entered:\(stage.number)", kind: .entered, occurred: at, stage: stage))
    }
    let created = try date(.created, reader, path)
    if let created { note(created) }
    let purchased = try date(.purchased, reader, path)
    if let purchased {
      note(purchased)
      var fact = MappedFact(slot: "purchased", kind: .purchased, occurred: purchased)
      fact.money = try money(reader)
      facts.append(fact)
    }
    if let lost = try date(.lost, reader, path) {
      note(lost)
      var fact = MappedFact(slot: "lost", kind: .lost, occurred: lost)
      fact.word = text(.reason, reader)
      facts.append(fact)
    }
    guard let first = earliest else { throw RecordProblem(reason: ImportMessages.noDate()) }
    if purchased == nil, let money = try money(reader) {
      var fact = MappedFact(slot: "valued", kind: .valued, occurred: first)
      fact.money = money
      fact.close = try date(.close, reader, path)
      facts.append(fact)
    }
    for tag in tags {
      let value = text(tag, reader)
      guard !value.isEmpty else { continue }
      var fact = MappedFact(slot: "tag:\(tag.mapping.column ?? "")", kind: .tagged, occurred: first)
      fact.word = value
      facts.append(fact)
    }
    let note = text(.note, reader)
    if !note.isEmpty {
      var fact = MappedFact(slot: "note", kind: .noted, occurred: first)
      fact.personal = [(.note, note)]
      facts.append(fact)
    }
    let described = try description(reader, slot: "created", kind: .created, occurred: created ?? first)
    if file.createsLeads {
      facts.insert(described, at: 0)
    } else if !described.personal.isEmpty || !(described.source + described.campaign + described.segment).isEmpty {
      var edited = described
      edited.slot = "edited"
      edited.kind = .edited
      facts.append(edited)
    }
    return facts
  }

  /// A row an event.
  mutating func long(_ reader: borrowing CSVReader, _ path: String) throws -> [MappedFact] {
    guard let at = try date(.at, reader, path) else { throw RecordProblem(reason: ImportMessages.noDate()) }
    let word = text(.kind, reader)
    guard let kind = EventKind(key: word), kind.isOfLead, kind != .voided else {
      throw RecordProblem(reason: ImportMessages.noSuchKind(["kind": word]))
    }
    var fact = try description(reader, slot: "event", kind: kind, occurred: at)
    let stage = text(.stage, reader)
    if !stage.isEmpty {
      guard let known = Stage(text: stage) else {
        throw RecordProblem(reason: MappingMessages.noSuchStage(["stage": stage]))
      }
      fact.stage = known
    }
    switch kind {
    case .entered, .moved, .offered, .accepted:
      guard fact.stage != nil else { throw RecordProblem(reason: ImportMessages.noStage(["kind": kind.key])) }
    case .lost, .rejected: fact.word = text(.reason, reader)
    case .touched: fact.word = text(.channel, reader)
    case .tagged, .untagged: fact.word = tags.first.map { text($0, reader) } ?? ""
    case .purchased, .refunded: fact.money = try money(reader)
    case .valued:
      fact.money = try money(reader)
      fact.close = try date(.close, reader, path)
    default: break
    }
    let note = text(.note, reader)
    if !note.isEmpty { fact.personal.append((.note, note)) }
    return [fact]
  }
}
