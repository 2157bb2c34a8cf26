import SharedFunnel

/// Reads the records of one file by its mapping.
struct RecordMapper {
  let mapping: Mapping
  let file: FileMapping
  private let header: [String]
  let defaultCurrency: Currency?
  private let key: BoundColumn
  private let otherKeys: [(system: String, bound: BoundColumn)]
  private let id: BoundColumn?
  /// The columns that the mapping reads, by name, and so in an order that no file decides.
  private let namedColumns: [(name: String, index: Int)]
  let columns: [FileMapping.Field: BoundColumn]
  let stages: [(stage: Stage, bound: BoundColumn)]
  /// Date columns whose headers name stages, by what they mean here.
  let stageColumns: [(meaning: StageMeaning, bound: BoundColumn)]
  /// Headers of dates of stages that the mapping does not know.
  let unknownStageColumns: [String]
  let tags: [BoundColumn]
  /// Where a record says of which department an unknown owner or receiver is.
  let departmentColumns: [FileMapping.Field: Int]
  let ownership: Ownership
  /// Columns of dates of which no value was read yet.
  private var untriedDates: Set<Int>

  /// - Throws: ``InputError`` if the header lacks columns.
  init(
    _ mapping: Mapping, _ file: FileMapping, header names: [String], path: String, workspace: Workspace
  ) throws {
    let header = Header(names, path: path)
    var binder = ColumnBinder(mapping, header, zone: workspace.zone)
    self.mapping = mapping
    self.file = file
    self.header = names
    defaultCurrency = Currency(code: workspace.currency)
    key = try binder.bind(file.key)
    var otherKeys: [(system: String, bound: BoundColumn)] = []
    for (system, column) in file.otherKeys { otherKeys.append((system, try binder.bind(column))) }
    self.otherKeys = otherKeys
    id = try file.id.map { try binder.bind($0) }
    namedColumns = try Set(file.columnMappings.flatMap(\.names)).sorted().compactMap { name in
      try header.index(of: name).map { (name, $0) }
    }
    columns = try file.columns.mapValues { try binder.bind($0) }
    stages = try file.stages.map { ($0.stage, try binder.bind($0.column)) }
    tags = try file.tags.map { try binder.bind($0) }
    ownership = workspace.ownership
    var departmentColumns: [FileMapping.Field: Int] = [:]
    for field in [FileMapping.Field.owner, .receiver] {
      if case .add(let name?, _) = file.columns[field]?.unknown {
        departmentColumns[field] = try binder.index(of: name)
      }
    }
    self.departmentColumns = departmentColumns
    (stageColumns, unknownStageColumns) = try RecordMapper.stageColumns(file, header, &binder)
    if let pattern = file.stageColumns, stageColumns.isEmpty, stages.allSatisfy({ !$0.bound.isInFile }) {
      throw header.lacks([MappingMessages.either(pattern.headers.map(\.text))])
    }
    guard binder.missing.isEmpty else { throw header.lacks(binder.missing) }
    var dated = stages.map(\.bound) + stageColumns.map(\.bound)
    for field in [FileMapping.Field.created, .purchased, .lost, .close, .at, .due]
      + FileMapping.Field.handoffDates.map(\.field)
    {
      if let bound = columns[field] { dated.append(bound) }
    }
    untriedDates = Set(dated.flatMap(\.sources).flatMap(\.indices))
  }

  private static func stageColumns(
    _ file: FileMapping, _ header: Header, _ binder: inout ColumnBinder
  ) throws -> (known: [(meaning: StageMeaning, bound: BoundColumn)], unknown: [String]) {
    guard let columns = file.stageColumns else { return ([], []) }
    var known: [(meaning: StageMeaning, bound: BoundColumn)] = []
    var unknown: [String] = []
    for name in header.names {
      switch columns.reading(of: name) {
      case .known(.ignored), .other: break
      case .known(let meaning): known.append((meaning, try binder.bind(ColumnMapping(column: name))))
      case .unknown: unknown.append(name)
      }
    }
    return (known, unknown)
  }

  /// - Throws: ``RecordProblem`` for a record to reject, ``InputError`` for a file that cannot be read
  ///   this way.
  mutating func record(_ reader: borrowing CSVReader, path: String) throws -> MappedRecord {
    let key = text(self.key, reader)
    guard !key.isEmpty else {
      throw RecordProblem(reason: ImportMessages.noKey(["column": self.key.mapping.title]))
    }
    var record = MappedRecord(
      leadKey: key, identity: identity(reader, key), createsLead: file.createsLeads,
      newOwner: try newMember(.owner, reader))
    record.otherKeys = otherKeys.compactMap { system, bound in
      let value = text(bound, reader)
      return value.isEmpty ? nil : "\(system):\(value)"
    }
    switch file.shape {
    case .wide: try wide(reader, path, into: &record)
    case .long: record.facts = try long(reader, path)
    }
    return record
  }

  /// A date of which the order of day and month stays open is then a fault of its record, and not of the file.
  mutating func acceptOrderOfDates() { untriedDates = [] }

  private func identity(_ reader: borrowing CSVReader, _ key: String) -> RecordIdentity {
    if let id {
      let text = text(id, reader)
      if !text.isEmpty { return .key("id:\(text)") }
    }
    guard file.shape == .long else { return .key(key) }
    var hash = SipHash()
    for (name, index) in namedColumns {
      hash.add(name)
      hash.add(reader.string(index))
    }
    return .content(hash.finish())
  }

  // MARK: Values

  func description(
    _ reader: borrowing CSVReader, slot: String, kind: EventKind, occurred: Timestamp
  ) throws -> MappedFact {
    var fact = MappedFact(slot: slot, kind: kind, occurred: occurred)
    fact.source = text(.source, reader)
    fact.campaign = text(.campaign, reader)
    fact.segment = text(.segment, reader)
    fact.owner = text(.owner, reader)
    for field in [FileMapping.Field.name, .email, .phone, .company] {
      let value = text(field, reader)
      if !value.isEmpty, let personal = field.personal { fact.personal.append((personal, value)) }
    }
    return fact
  }

  func text(_ field: FileMapping.Field, _ reader: borrowing CSVReader) -> String {
    columns[field].map { text($0, reader) } ?? ""
  }

  func text(_ bound: BoundColumn, _ reader: borrowing CSVReader) -> String { bound.text(reader) }

  /// What becomes of an owner or a receiver who is no member.
  func newMember(_ field: FileMapping.Field, _ reader: borrowing CSVReader) throws -> NewOwner {
    // Nobody named, nobody to add: what stands for the department then does not matter.
    guard !text(field, reader).isEmpty else { return .skip }
    switch columns[field]?.mapping.unknown ?? .reject {
    case .reject: return .reject
    case .skip: return .skip
    case .add(_, let otherwise):
      guard let departmentColumn = departmentColumns[field] else { return .add(otherwise) }
      let text = reader.string(departmentColumn).trimmedOfBlanks
      guard let set = DepartmentSet(key: text.lowercased()), !set.isEmpty else {
        throw RecordProblem(reason: ImportMessages.noSuchDepartment(["department": text]))
      }
      return .add(set)
    }
  }

  func money(_ reader: borrowing CSVReader) throws -> Money? {
    let amount = text(.amount, reader)
    guard !amount.isEmpty else { return nil }
    let code = text(.currency, reader)
    guard let currency = code.isEmpty ? defaultCurrency : Currency(code: code) else {
      throw RecordProblem(reason: ImportMessages.noSuchCurrency(["currency": code]))
    }
    guard let money = Money(decimal: amount, currency: currency), money.minor >= 0 else {
      throw RecordProblem(reason: ImportMessages.badAmount(["amount": amount, "currency": currency.code]))
    }
    return money
  }

  mutating func date(
    _ field: FileMapping.Field, _ reader: borrowing CSVReader, _ path: String
  ) throws -> Timestamp? {
    guard let bound = columns[field] else { return nil }
    return try date(bound, reader, path)
  }

  /// - Throws: ``InputError`` if the first date of a column leaves the order of day and month open: to
  ///   guess would be to get half of a file wrong without a word.
  mutating func date(
    _ bound: BoundColumn, _ reader: borrowing CSVReader, _ path: String
  ) throws -> Timestamp? {
    let (raw, index) = bound.raw(reader)
    let text = bound.mapping.values.isEmpty ? raw : bound.mapping.values[raw] ?? raw
    guard !text.isEmpty else { return nil }
    var problem: DateParseError?
    for format in bound.dates {
      do throws(DateParseError) {
        let time = try format.parse(text, zone: bound.zone)
        if let index { untriedDates.remove(index) }
        return time
      } catch {
        if case .doesNotMatch = error, problem != nil { continue }
        problem = error
      }
    }
    let column = index.map { header[$0] } ?? bound.mapping.title
    if let index, untriedDates.contains(index), DateFormat.looksAmbiguous(text) {
      throw InputError(
        file: path, line: reader.line, reason: ImportMessages.ambiguousDate(["column": column, "text": text]))
    }
    throw RecordProblem(
      reason: ImportMessages.badDate(["column": column, "problem": problem?.message ?? text]))
  }
}
