import SharedFunnel
import Yams

/// The nodes of a mapping file, and the line of each mistake in them.
struct MappingNodes {
  let file: String

  func error(_ node: Node?, _ reason: String) -> InputError {
    InputError(file: file, line: node?.mark?.line, reason: reason)
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

  /// The lines of a map, of which none may have another word than those allowed.
  func members(_ node: Node, allowed: [String]) throws(InputError) -> [String: Node] {
    var members: [String: Node] = [:]
    for (name, key, value) in try entries(node, orElse: MappingMessages.notAMapping()) {
      guard allowed.contains(name) else {
        throw error(key, MappingMessages.noSuchWord(["word": name, "words": allowed.joined(separator: ", ")]))
      }
      members[name] = value
    }
    return members
  }

  /// The lines of a map whose words are the person's own.
  func entries(_ node: Node, orElse reason: String) throws(InputError) -> [(name: String, key: Node, value: Node)] {
    guard case .mapping(let pairs) = node else { throw error(node, reason) }
    var entries: [(name: String, key: Node, value: Node)] = []
    var seen: Set<String> = []
    for (key, value) in pairs {
      let name = try word(key)
      // `1` and `"1"` are two keys to YAML and one word here.
      guard seen.insert(name).inserted else { throw error(key, MappingMessages.twice(["word": name])) }
      entries.append((name, key, value))
    }
    return entries
  }

  func required(_ name: String, _ members: [String: Node], _ node: Node) throws(InputError) -> Node {
    guard let member = members[name] else { throw error(node, MappingMessages.missing(["word": name])) }
    return member
  }

  func sequence(_ node: Node) throws(InputError) -> [Node] {
    guard case .sequence(let nodes) = node else { throw error(node, MappingMessages.notASequence()) }
    return Array(nodes)
  }

  /// The items of a list, or the one thing that stands there instead.
  func oneOrMore(_ node: Node) throws(InputError) -> [Node] {
    guard case .sequence(let nodes) = node else { return [node] }
    guard !nodes.isEmpty else { throw error(node, MappingMessages.emptyList()) }
    return Array(nodes)
  }

  /// A scalar as it is written: `1` is the word 1.
  func word(_ node: Node) throws(InputError) -> String {
    guard case .scalar(let scalar) = node else { throw error(node, MappingMessages.notAWord()) }
    return scalar.string
  }

  func words(_ node: Node) throws(InputError) -> [String] {
    var words: [String] = []
    for node in try oneOrMore(node) { words.append(try word(node)) }
    return words
  }
}
