import SharedFunnel
import Yams

extension Mapping {
  /// Bytes. A mapping is a page or two; what is far larger is some other file.
  private static let longest = 1 << 20

  /// Reads a mapping file.
  ///
  /// - Throws: ``InputError``.
  public init(path: String) throws(InputError) {
    let bytes: [UInt8]?
    do throws(ByteSourceError) {
      bytes = try FileByteSource(path: path).all(upTo: Mapping.longest)
    } catch {
      throw InputError(file: path, reason: error.message)
    }
    guard let bytes else { throw InputError(file: path, reason: MappingMessages.tooLong()) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: path, reason: MappingMessages.notText())
    }
    try self.init(yaml: text, file: path)
  }

  /// Reads a mapping.
  ///
  /// - Parameter file: for messages.
  /// - Throws: ``InputError`` with the line and what to write instead.
  public init(yaml text: String, file: String) throws(InputError) {
    let reader = MappingReader(file: file)
    // A few lines of aliases can stand for more nodes than memory holds.
    if let line = MappingReader.firstAnchor(text) {
      throw InputError(file: file, line: line, reason: MappingMessages.anchor())
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw reader.error(error)
    }
    guard let root else { throw reader.error(nil, MappingMessages.empty()) }
    self = try reader.mapping(root)
  }
}

/// Turns the nodes of a YAML document into a mapping, and knows the line of each mistake.
private struct MappingReader {
  let file: String

  /// The line of the first anchor or alias: `&name` or `*name` where a value starts.
  static func firstAnchor(_ text: String) -> Int? {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var before: UInt8 = UInt8(ascii: " ")
      for byte in line.utf8 {
        if byte == UInt8(ascii: "#"), before == UInt8(ascii: " ") { break }
        let startsValue = [UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ",")].contains(before)
        if startsValue, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") { return index + 1 }
        before = byte
      }
    }
    return nil
  }

  func error(_ node: Node?, _ reason: String) -> InputError {
    InputError(file: file, line: node?.mark?.line, reason: reason)
  }

  private func twice(_ node: Node, _ word: String) -> InputError {
    error(node, MappingMessages.twice(["word": word]))
  }

  func error(_ error: any Error) -> InputError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      InputError(file: file, line: mark.line, reason: MappingMessages.notYAML(["problem": problem]))
    case .duplicatedKeysInMapping(let duplicates, let context):
      InputError(
        file: file, line: context.mark.line,
        reason: MappingMessages.twice(["word": duplicates.sorted().joined(separator: "', '")]))
    default: self.error(nil, MappingMessages.notYAML(["problem": "\(error)"]))
    }
  }

  func mapping(_ root: Node) throws(InputError) -> Mapping {
    let members = try members(root, allowed: ["name", "source", "shape", "zone", "dates", "files"])
    let name = try members["name"].map { node throws(InputError) in try word(node) } ?? file
    let shapeNode = try required("shape", members, root)
    guard let shape = Mapping.Shape(rawValue: try word(shapeNode)) else {
      throw error(shapeNode, MappingMessages.shape())
    }
    let filesNode = try required("files", members, root)
    var files: [FileMapping] = []
    for node in try sequence(filesNode) { files.append(try fileMapping(node, shape, files.count)) }
    guard !files.isEmpty else { throw error(filesNode, MappingMessages.noFiles()) }
    let sourceNode = try required("source", members, root)
    let feed = try word(sourceNode)
    guard Reason.isValid(key: feed) else { throw error(sourceNode, MappingMessages.source()) }
    return Mapping(
      name: name, feed: feed, shape: shape,
      zone: try members["zone"].map { node throws(InputError) in try zone(node) },
      dates: try members["dates"].map { node throws(InputError) in try dates(node) } ?? [], files: files)
  }

  private func fileMapping(_ node: Node, _ shape: Mapping.Shape, _ index: Int) throws(InputError) -> FileMapping {
    let fields = FileMapping.Field.allCases.map(\.rawValue)
    let members = try members(node, allowed: ["file", "key", "lead", "id", "stages", "tags"] + fields)
    let keyNode: Node
    if let key = members["key"] { keyNode = key } else { keyNode = try required("lead", members, node) }
    var file = FileMapping(
      name: try members["file"].map { node throws(InputError) in try word(node) } ?? "\(index + 1)",
      key: try column(keyNode), createsLeads: members["key"] != nil)
    file.id = try members["id"].map { node throws(InputError) in try column(node) }
    for field in FileMapping.Field.allCases {
      if let node = members[field.rawValue] { file.columns[field] = try column(node) }
    }
    if let stages = members["stages"] {
      guard case .mapping(let entries) = stages else { throw error(stages, MappingMessages.stages()) }
      for (key, value) in entries {
        guard let stage = Stage(text: try word(key)) else {
          throw error(key, MappingMessages.noSuchStage(["stage": try word(key)]))
        }
        // A stage has several names, such as its number and its key.
        guard !file.stages.contains(where: { $0.stage == stage }) else { throw twice(key, try word(key)) }
        file.stages.append((stage, try column(value)))
      }
      file.stages.sort { $0.stage < $1.stage }
    }
    if let tags = members["tags"] {
      if case .sequence(let nodes) = tags {
        for node in nodes { file.tags.append(try column(node)) }
      } else {
        file.tags = [try column(tags)]
      }
    }
    try check(file, shape, node)
    return file
  }

  private func check(_ file: FileMapping, _ shape: Mapping.Shape, _ node: Node) throws(InputError) {
    switch shape {
    case .long:
      guard file.columns[.at] != nil, file.columns[.kind] != nil else { throw error(node, MappingMessages.longNeeds()) }
      guard file.stages.isEmpty else { throw error(node, MappingMessages.stagesAreWide()) }
    case .wide:
      guard file.columns[.kind] == nil, file.columns[.at] == nil else {
        throw error(node, MappingMessages.kindIsLong())
      }
      let dates = [FileMapping.Field.created, .purchased, .lost].contains { file.columns[$0] != nil }
      guard dates || !file.stages.isEmpty else { throw error(node, MappingMessages.noDates()) }
    }
  }

  private func column(_ node: Node) throws(InputError) -> ColumnMapping {
    guard case .mapping = node else { return ColumnMapping(column: try word(node)) }
    let allowed = ["column", "constant", "values", "optional", "dates", "zone", "unknown", "department"]
    let members = try members(node, allowed: allowed)
    var column = ColumnMapping(column: try members["column"].map { node throws(InputError) in try word(node) })
    column.constant = try members["constant"].map { node throws(InputError) in try word(node) }
    guard (column.column == nil) != (column.constant == nil) else {
      throw error(node, MappingMessages.columnOrConstant())
    }
    if let values = members["values"] {
      guard case .mapping(let entries) = values else { throw error(values, MappingMessages.values()) }
      for (key, value) in entries {
        let name = try word(key)
        // `1` and `"1"` are two keys to YAML and one word here.
        guard column.values.updateValue(try word(value), forKey: name) == nil else { throw twice(key, name) }
      }
    }
    if let optional = members["optional"] {
      guard let flag = optional.bool else { throw error(optional, MappingMessages.trueOrFalse()) }
      column.isOptional = flag
    }
    if let dates = members["dates"] { column.dates = try self.dates(dates) }
    if let zone = members["zone"] { column.zone = try self.zone(zone) }
    if let unknown = members["unknown"] { column.unknown = try self.unknown(unknown, members["department"], node) }
    return column
  }

  private func unknown(
    _ node: Node, _ department: Node?, _ parent: Node
  ) throws(InputError) -> ColumnMapping.UnknownOwner {
    switch try word(node) {
    case "reject": return .reject
    case "skip": return .skip
    case "add":
      guard let department else { throw error(parent, MappingMessages.addNeedsDepartment()) }
      if case .scalar = department {
        guard let set = DepartmentSet(key: try word(department)) else {
          throw error(department, MappingMessages.addNeedsDepartment())
        }
        return .add(departmentColumn: nil, otherwise: set)
      }
      guard let name = try column(department).column else {
        throw error(department, MappingMessages.addNeedsDepartment())
      }
      return .add(departmentColumn: name, otherwise: [])
    default: throw error(node, MappingMessages.unknown())
    }
  }

  private func dates(_ node: Node) throws(InputError) -> [DateFormat] {
    let nodes: [Node]
    if case .sequence(let sequence) = node { nodes = Array(sequence) } else { nodes = [node] }
    var formats: [DateFormat] = []
    for node in nodes {
      let pattern = try word(node)
      do throws(DateFormatError) {
        formats.append(try DateFormat(pattern: pattern))
      } catch {
        throw self.error(node, error.message)
      }
    }
    // With both orders, one column would be read either way, date by date.
    let orders = formats.map { DayMonthOrder($0.pattern) }
    if orders.contains(.dayFirst), orders.contains(.monthFirst) { throw error(node, MappingMessages.bothOrders()) }
    return formats
  }

  private func zone(_ node: Node) throws(InputError) -> String {
    let name = try word(node)
    do throws(ReportingZoneError) {
      return try ReportingZone(identifier: name).identifier
    } catch {
      throw self.error(node, error.message)
    }
  }

  private func members(_ node: Node, allowed: [String]) throws(InputError) -> [String: Node] {
    guard case .mapping(let entries) = node else { throw error(node, MappingMessages.notAMapping()) }
    var members: [String: Node] = [:]
    for (key, value) in entries {
      let name = try word(key)
      guard allowed.contains(name) else {
        throw error(key, MappingMessages.noSuchWord(["word": name, "words": allowed.joined(separator: ", ")]))
      }
      guard members.updateValue(value, forKey: name) == nil else { throw twice(key, name) }
    }
    return members
  }

  private func required(_ name: String, _ members: [String: Node], _ node: Node) throws(InputError) -> Node {
    guard let member = members[name] else { throw error(node, MappingMessages.missing(["word": name])) }
    return member
  }

  private func sequence(_ node: Node) throws(InputError) -> [Node] {
    guard case .sequence(let nodes) = node else { throw error(node, MappingMessages.notASequence()) }
    return Array(nodes)
  }

  /// A scalar as it is written: `1` is the word 1.
  private func word(_ node: Node) throws(InputError) -> String {
    guard case .scalar(let scalar) = node else { throw error(node, MappingMessages.notAWord()) }
    return scalar.string
  }
}
