import SharedFunnel
import Yams

/// How columns are named and read.
extension MappingReader {
  /// A name, a list of which the first filled one wins, or a map of words.
  func column(_ node: Node) throws(InputError) -> ColumnMapping {
    switch node {
    case .scalar: return ColumnMapping(column: try nodes.word(node))
    case .sequence:
      var sources: [ValueSource] = []
      for node in try nodes.oneOrMore(node) { sources += try self.sources(node) }
      return ColumnMapping(sources: sources)
    default: return try columnOfMap(node)
    }
  }

  private static let sourceWords = ["column", "join", "constant", "when"]

  private func columnOfMap(_ node: Node) throws(InputError) -> ColumnMapping {
    let words = MappingReader.sourceWords + ["values", "optional", "dates", "zone", "unknown", "department"]
    let members = try nodes.members(node, allowed: words)
    var column = ColumnMapping(sources: try sources(members, node))
    if let values = members["values"] {
      for (name, _, value) in try nodes.entries(values, orElse: MappingMessages.values()) {
        column.values[name] = try nodes.word(value)
      }
    }
    if let optional = members["optional"] {
      guard let flag = optional.bool else { throw nodes.error(optional, MappingMessages.trueOrFalse()) }
      column.isOptional = flag
    }
    if let dates = members["dates"] { column.dates = try self.dates(dates) }
    if let zone = members["zone"] { column.zone = try self.zone(zone) }
    if let unknown = members["unknown"] { column.unknown = try self.unknown(unknown, members["department"], node) }
    return column
  }

  /// One item of a list of columns.
  private func sources(_ node: Node) throws(InputError) -> [ValueSource] {
    if case .scalar = node { return [ValueSource(.columns([try nodes.word(node)]))] }
    return try sources(try nodes.members(node, allowed: MappingReader.sourceWords), node)
  }

  private func sources(_ members: [String: Node], _ node: Node) throws(InputError) -> [ValueSource] {
    guard ["column", "join", "constant"].count(where: { members[$0] != nil }) == 1 else {
      throw nodes.error(node, MappingMessages.columnOrConstant())
    }
    var sources: [ValueSource] = []
    if let column = members["column"] {
      if case .sequence = column {
        for node in try nodes.oneOrMore(column) { sources += try self.sources(node) }
      } else {
        sources = [ValueSource(.columns([try nodes.word(column)]))]
      }
    } else if let join = members["join"] {
      sources = [ValueSource(.columns(try nodes.words(join)))]
    } else if let constant = members["constant"] {
      sources = [ValueSource(.constant(try nodes.word(constant)))]
    }
    guard let when = members["when"] else { return sources }
    var conditions: [ValueSource.Condition] = []
    for (name, _, value) in try nodes.entries(when, orElse: MappingMessages.when()) {
      conditions.append(ValueSource.Condition(column: name, words: try nodes.words(value)))
    }
    guard !conditions.isEmpty else { throw nodes.error(when, MappingMessages.when()) }
    for index in sources.indices where sources[index].conditions.isEmpty { sources[index].conditions = conditions }
    return sources
  }

  private func unknown(
    _ node: Node, _ department: Node?, _ parent: Node
  ) throws(InputError) -> ColumnMapping.UnknownOwner {
    switch try nodes.word(node) {
    case "reject": return .reject
    case "skip": return .skip
    case "add":
      guard let department else { throw nodes.error(parent, MappingMessages.addNeedsDepartment()) }
      if case .scalar = department {
        guard let set = DepartmentSet(key: try nodes.word(department)) else {
          throw nodes.error(department, MappingMessages.addNeedsDepartment())
        }
        return .add(departmentColumn: nil, otherwise: set)
      }
      let names = try column(department).names
      guard let name = names.first, names.count == 1 else {
        throw nodes.error(department, MappingMessages.addNeedsDepartment())
      }
      return .add(departmentColumn: name, otherwise: [])
    default: throw nodes.error(node, MappingMessages.unknown())
    }
  }

  func dates(_ node: Node) throws(InputError) -> [DateFormat] {
    var formats: [DateFormat] = []
    for node in try nodes.oneOrMore(node) {
      let pattern = try nodes.word(node)
      do throws(DateFormatError) {
        formats.append(try DateFormat(pattern: pattern))
      } catch {
        throw nodes.error(node, error.message)
      }
    }
    // With both orders, one column would be read either way, date by date.
    let orders = formats.map { DayMonthOrder($0.pattern) }
    if orders.contains(.dayFirst), orders.contains(.monthFirst) {
      throw nodes.error(node, MappingMessages.bothOrders())
    }
    return formats
  }

  func zone(_ node: Node) throws(InputError) -> String {
    let name = try nodes.word(node)
    do throws(ReportingZoneError) {
      return try ReportingZone(identifier: name).identifier
    } catch {
      throw nodes.error(node, error.message)
    }
  }
}
