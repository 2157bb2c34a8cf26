import SharedFunnel

extension FileMapping.Field {
  /// Wide: the dates of an offer, its answer and what came of it, in that order.
  static let handoffDates: [(field: FileMapping.Field, kind: EventKind)] = [
    (.offered, .offered), (.accepted, .accepted), (.rejected, .rejected), (.expired, .expired),
    (.withdrawn, .withdrawn), (.returned, .returned),
  ]
}

/// What records of both shapes say of handoffs.
extension RecordMapper {
  /// When an offer was made, how it was answered, and what came of it.
  struct HandoffDates {
    var all: [(field: FileMapping.Field, kind: EventKind, at: Timestamp)] = []
    /// Columns that are there, with nothing in them.
    var empty: [String] = []

    func time(of kind: EventKind) -> Timestamp? { all.first { $0.kind == kind }?.at }
  }

  mutating func handoffDates(_ reader: borrowing CSVReader, _ path: String) throws -> HandoffDates {
    var dates = HandoffDates()
    for (field, kind) in FileMapping.Field.handoffDates {
      if let at = try date(field, reader, path) {
        dates.all.append((field, kind, at))
      } else if columns[field]?.isInFile == true {
        dates.empty.append(field.rawValue)
      }
    }
    return dates
  }

  /// Wide: one handoff, over the line that lay ahead of the lead when it was offered.
  ///
  /// - Parameter entered: when the record entered each stage, by ``Stage/index``.
  mutating func handoffs(
    _ dates: HandoffDates, entered: [Timestamp?], _ reader: borrowing CSVReader, _ path: String
  ) throws -> [MappedFact] {
    guard let first = dates.all.first?.at else { return [] }
    let offered = dates.time(of: .offered) ?? first
    let target = try self.target(reader)
    let from = Stage.allCases.last { stage in
      stage != target && (entered[stage.index].map { $0 <= offered } ?? false)
    }
    let due = try date(.due, reader, path)
    return try dates.all.map { field, kind, at in
      var fact = MappedFact(slot: field.rawValue, kind: kind, occurred: at)
      if [.offered, .accepted, .returned].contains(kind) { (fact.from, fact.target) = (from, target) }
      switch kind {
      case .offered:
        fact.due = due
        try receive(&fact, reader)
      case .accepted: try receive(&fact, reader)
      case .rejected: fact.word = text(columns[.rejectionReason] == nil ? .reason : .rejectionReason, reader)
      case .returned: fact.word = text(columns[.returnReason] == nil ? .reason : .returnReason, reader)
      default: break
      }
      return fact
    }
  }

  /// The stage into which a record brings a lead by an acceptance: a milestone of the same time says nothing more.
  func stageOfAcceptance(_ facts: [MappedFact]) -> (stage: Stage, at: Timestamp)? {
    guard let fact = facts.first(where: { $0.kind == .accepted }) else { return nil }
    return (fact.ends(under: ownership).to, fact.occurred)
  }

  private func target(_ reader: borrowing CSVReader) throws -> Stage? {
    let word = text(.to, reader)
    guard !word.isEmpty else { return nil }
    guard let stage = Stage(text: word) else {
      throw RecordProblem(reason: MappingMessages.noSuchStage(["stage": word]))
    }
    return stage
  }

  private func receive(_ fact: inout MappedFact, _ reader: borrowing CSVReader) throws {
    fact.receiver = text(.receiver, reader)
    fact.newReceiver = try newMember(.receiver, reader)
  }

  /// Long: what an event of the line says beside its stage.
  mutating func addHandoff(to fact: inout MappedFact, _ reader: borrowing CSVReader, _ path: String) throws {
    switch fact.kind {
    case .created: fact.referrer = text(.referrer, reader)
    case .offered:
      fact.from = fact.stage
      fact.target = try target(reader)
      fact.due = try date(.due, reader, path)
      fact.referrer = text(.referrer, reader)
      try receive(&fact, reader)
    case .rejected, .returned, .disputed: fact.word = text(.reason, reader)
    case .ruled, .voted:
      let word = text(.ruling, reader)
      guard let ruling = Ruling(key: word) else {
        throw RecordProblem(reason: ImportMessages.noSuchRuling(["ruling": word]))
      }
      fact.ruling = ruling
    case .scored:
      let word = text(.score, reader)
      guard let points = Int32(word) else { throw RecordProblem(reason: ImportMessages.badScore(["score": word])) }
      fact.score = points
    case .touched:
      fact.word = text(.channel, reader)
      fact.department = try department(reader)
    default: break
    }
  }

  /// Of whoever made the contact; empty where the record does not say.
  private func department(_ reader: borrowing CSVReader) throws -> DepartmentSet {
    let word =
      columns[.department] != nil
      ? text(.department, reader)
      : departmentColumns[.owner].map { reader.string($0).trimmedOfBlanks } ?? ""
    guard !word.isEmpty else { return [] }
    guard let set = DepartmentSet(key: word.lowercased()) else {
      throw RecordProblem(reason: ImportMessages.noSuchDepartment(["department": word]))
    }
    return set
  }
}
