import SharedFunnel

/// Reads the records of one file by its mapping.
struct RecordMapper {
  /// A column of the file: where it is, how it is read.
  ///
  /// A class, for a million records ask for it and should not copy it.
  final class Bound {
    let index: Int?
    let mapping: ColumnMapping
    let dates: [DateFormat]
    let zone: ReportingZone

    init(index: Int?, mapping: ColumnMapping, dates: [DateFormat], zone: ReportingZone) {
      self.index = index
      self.mapping = mapping
      self.dates = dates
      self.zone = zone
    }
  }

  let mapping: Mapping
  let file: FileMapping
  let defaultCurrency: Currency?
  private let key: Bound
  private let id: Bound?
  /// The columns that the mapping reads, by name, and so in an order that no file decides.
  private let namedColumns: [(name: String, index: Int)]
  let columns: [FileMapping.Field: Bound]
  let stages: [(stage: Stage, bound: Bound)]
  let tags: [Bound]
  private let departmentColumn: Int?
  /// Columns of dates of which no value was read yet.
  private var untriedDates: Set<Int>

  /// - Throws: ``InputError`` if the header lacks a column.
  init(
    _ mapping: Mapping, _ file: FileMapping, header: [String], path: String, workspace: Workspace
  ) throws {
    func bind(_ column: ColumnMapping) throws -> Bound {
      let zone = try ReportingZone(identifier: column.zone ?? mapping.zone ?? workspace.zone)
      let dates = try column.dates ?? (mapping.dates.isEmpty ? RecordMapper.usualDates() : mapping.dates)
      var index: Int?
      if let name = column.column {
        index = try header.place(ofColumn: name, path: path)
        if index == nil, !column.isOptional {
          throw InputError(
            file: path, line: 1,
            reason: ImportMessages.noColumn(["column": name, "columns": header.joined(separator: ", ")]))
        }
      }
      return Bound(index: index, mapping: column, dates: dates, zone: zone)
    }
    self.mapping = mapping
    self.file = file
    defaultCurrency = Currency(code: workspace.currency)
    key = try bind(file.key)
    id = try file.id.map(bind)
    namedColumns = try Set(file.columnNames).sorted().compactMap { name in
      try header.place(ofColumn: name, path: path).map { (name, $0) }
    }
    columns = try file.columns.mapValues(bind)
    stages = try file.stages.map { ($0.stage, try bind($0.column)) }
    tags = try file.tags.map(bind)
    var departmentColumn: Int?
    if case .add(let name?, _) = file.columns[.owner]?.unknown {
      guard let index = try header.place(ofColumn: name, path: path) else {
        throw InputError(
          file: path, line: 1,
          reason: ImportMessages.noColumn(["column": name, "columns": header.joined(separator: ", ")]))
      }
      departmentColumn = index
    }
    self.departmentColumn = departmentColumn
    let dated: [ColumnMapping?] =
      file.stages.map(\.column) + [.created, .purchased, .lost, .close, .at].map { file.columns[$0] }
    untriedDates = try Set(dated.compactMap { $0?.column }.compactMap { try header.place(ofColumn: $0, path: path) })
  }

  /// Dates as ISO 8601 writes them.
  private static func usualDates() throws -> [DateFormat] {
    try ["iso8601", "YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD"].map { try DateFormat(pattern: $0) }
  }

  /// - Throws: ``RecordProblem`` for a record to reject, ``InputError`` for a file that cannot be read
  ///   this way.
  mutating func record(_ reader: borrowing CSVReader, path: String) throws -> MappedRecord {
    let key = text(self.key, reader)
    guard !key.isEmpty else {
      throw RecordProblem(reason: ImportMessages.noKey(["column": self.key.mapping.column ?? ""]))
    }
    let facts = mapping.shape == .wide ? try wide(reader, path) : try long(reader, path)
    return MappedRecord(
      leadKey: key, identity: identity(reader, key), createsLead: file.createsLeads, facts: facts,
      newOwner: try newOwner(reader))
  }

  private func identity(_ reader: borrowing CSVReader, _ key: String) -> RecordIdentity {
    if let id {
      let text = text(id, reader)
      if !text.isEmpty { return .key("id:\(text)") }
    }
    guard mapping.shape == .long else { return .key(key) }
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

  func text(_ bound: Bound, _ reader: borrowing CSVReader) -> String {
    let raw = bound.index.map { reader.string($0).trimmedOfBlanks } ?? bound.mapping.constant ?? ""
    guard !bound.mapping.values.isEmpty else { return raw }
    return bound.mapping.values[raw] ?? raw
  }

  /// What becomes of an owner who is no member.
  func newOwner(_ reader: borrowing CSVReader) throws -> NewOwner {
    // Nobody named, nobody to add: what stands for the department then does not matter.
    guard !text(.owner, reader).isEmpty else { return .skip }
    switch columns[.owner]?.mapping.unknown ?? .reject {
    case .reject: return .reject
    case .skip: return .skip
    case .add(_, let otherwise):
      guard let departmentColumn else { return .add(otherwise) }
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
    _ bound: Bound, _ reader: borrowing CSVReader, _ path: String
  ) throws -> Timestamp? {
    let text = text(bound, reader)
    guard !text.isEmpty else { return nil }
    var problem: DateParseError?
    for format in bound.dates {
      do throws(DateParseError) {
        let time = try format.parse(text, zone: bound.zone)
        if let index = bound.index { untriedDates.remove(index) }
        return time
      } catch {
        if case .doesNotMatch = error, problem != nil { continue }
        problem = error
      }
    }
    let column = bound.mapping.column ?? ""
    if let index = bound.index, untriedDates.contains(index), DateFormat.looksAmbiguous(text) {
      throw InputError(
        file: path, line: reader.line, reason: ImportMessages.ambiguousDate(["column": column, "text": text]))
    }
    throw RecordProblem(
      reason: ImportMessages.badDate(["column": column, "problem": problem?.message ?? text]))
  }
}
