import SharedFunnel
import Yams

/// Turns the nodes of a YAML document into a mapping.
struct MappingReader {
  let nodes: MappingNodes

  init(file: String) { nodes = MappingNodes(file: file) }

  func mapping(_ root: Node) throws(InputError) -> Mapping {
    let members = try nodes.members(root, allowed: ["name", "source", "shape", "zone", "dates", "files"])
    let name = try members["name"].map { node throws(InputError) in try nodes.word(node) } ?? nodes.file
    let shape = try shape(try nodes.required("shape", members, root))
    let filesNode = try nodes.required("files", members, root)
    var files: [FileMapping] = []
    for node in try nodes.sequence(filesNode) { files.append(try fileMapping(node, shape, files.count)) }
    guard !files.isEmpty else { throw nodes.error(filesNode, MappingMessages.noFiles()) }
    let feed = try system(try nodes.required("source", members, root))
    return Mapping(
      name: name, feed: feed, shape: shape,
      zone: try members["zone"].map { node throws(InputError) in try zone(node) },
      dates: try members["dates"].map { node throws(InputError) in try dates(node) } ?? [], files: files)
  }

  private func shape(_ node: Node) throws(InputError) -> Mapping.Shape {
    guard let shape = Mapping.Shape(rawValue: try nodes.word(node)) else {
      throw nodes.error(node, MappingMessages.shape())
    }
    return shape
  }

  /// The name of a source system, which begins its keys.
  private func system(_ node: Node) throws(InputError) -> String {
    let name = try nodes.word(node)
    guard Reason.isValid(key: name) else { throw nodes.error(node, MappingMessages.source()) }
    return name
  }

  private func fileMapping(_ node: Node, _ shape: Mapping.Shape, _ index: Int) throws(InputError) -> FileMapping {
    let fields = FileMapping.Field.allCases.map(\.rawValue)
    let own = ["file", "shape", "key", "lead", "other keys", "id", "stages", "stage columns", "tags"]
    let members = try nodes.members(node, allowed: own + fields)
    let keyNode: Node
    if let key = members["key"] { keyNode = key } else { keyNode = try nodes.required("lead", members, node) }
    var file = FileMapping(
      name: try members["file"].map { node throws(InputError) in try nodes.word(node) } ?? "\(index + 1)",
      shape: try members["shape"].map { node throws(InputError) in try self.shape(node) } ?? shape,
      key: try column(keyNode), createsLeads: members["key"] != nil)
    file.id = try members["id"].map { node throws(InputError) in try column(node) }
    for field in FileMapping.Field.allCases {
      if let node = members[field.rawValue] { file.columns[field] = try column(node) }
    }
    if let keys = members["other keys"] {
      for (_, key, value) in try nodes.entries(keys, orElse: MappingMessages.otherKeys()) {
        file.otherKeys.append((try system(key), try column(value)))
      }
    }
    if let stages = members["stages"] { file.stages = try self.stages(stages) }
    if let columns = members["stage columns"] { file.stageColumns = try stageColumns(columns) }
    if let tags = members["tags"] {
      for node in try nodes.oneOrMore(tags) { file.tags.append(try column(node)) }
    }
    try check(file, node)
    return file
  }

  private func stages(_ node: Node) throws(InputError) -> [(stage: Stage, column: ColumnMapping)] {
    var stages: [(stage: Stage, column: ColumnMapping)] = []
    for (name, key, value) in try nodes.entries(node, orElse: MappingMessages.stages()) {
      guard let stage = Stage(text: name) else {
        throw nodes.error(key, MappingMessages.noSuchStage(["stage": name]))
      }
      guard !stages.contains(where: { $0.stage == stage }) else {
        throw nodes.error(key, MappingMessages.twice(["word": name]))
      }
      stages.append((stage, try column(value)))
    }
    return stages.sorted { $0.stage < $1.stage }
  }

  private func stageColumns(_ node: Node) throws(InputError) -> StageColumns {
    let members = try nodes.members(node, allowed: ["header", "stages"])
    var headers: [HeaderPattern] = []
    for node in try nodes.oneOrMore(try nodes.required("header", members, node)) {
      guard let pattern = HeaderPattern(try nodes.word(node)) else {
        throw nodes.error(node, MappingMessages.headerPattern())
      }
      headers.append(pattern)
    }
    var stages: [String: StageMeaning] = [:]
    let stagesNode = try nodes.required("stages", members, node)
    for (name, key, value) in try nodes.entries(stagesNode, orElse: MappingMessages.stageWords()) {
      guard let meaning = StageMeaning(text: try nodes.word(value)) else {
        throw nodes.error(value, MappingMessages.noSuchMeaning(["stage": try nodes.word(value)]))
      }
      guard stages.updateValue(meaning, forKey: name.lowercased()) == nil else {
        throw nodes.error(key, MappingMessages.twice(["word": name]))
      }
    }
    return StageColumns(headers: headers, stages: stages)
  }

  private func check(_ file: FileMapping, _ node: Node) throws(InputError) {
    switch file.shape {
    case .long:
      guard file.columns[.at] != nil, file.columns[.kind] != nil || file.columns[.stage] != nil else {
        throw nodes.error(node, MappingMessages.longNeeds())
      }
      guard file.stages.isEmpty, file.stageColumns == nil else {
        throw nodes.error(node, MappingMessages.stagesAreWide())
      }
    case .wide:
      guard file.columns[.kind] == nil, file.columns[.at] == nil else {
        throw nodes.error(node, MappingMessages.kindIsLong())
      }
      let dated = [FileMapping.Field.created, .purchased, .lost] + FileMapping.Field.handoffDates.map(\.field)
      let dates = dated.contains { file.columns[$0] != nil }
      guard dates || !file.stages.isEmpty || file.stageColumns != nil else {
        throw nodes.error(node, MappingMessages.noDates())
      }
    }
  }
}
