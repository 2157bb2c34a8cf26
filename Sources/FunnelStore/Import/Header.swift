import SharedFunnel

/// The columns of a file by name.
struct Header {
  let names: [String]
  private let path: String
  private let places: [String: [Int]]

  init(_ names: [String], path: String) {
    self.names = names
    self.path = path
    var places: [String: [Int]] = [:]
    for (index, name) in names.enumerated() { places[name, default: []].append(index) }
    // After the names as they are: a column is found under another kind of quotes only where none is closer.
    for (index, name) in names.enumerated() {
      let plain = HeaderPattern.withPlainQuotes(name)
      if plain != name, places[plain] == nil { places[plain] = [index] }
    }
    self.places = places
  }

  /// Where a column is; `nil` if the file has none of that name. `Name#2` is the second one of that name, unless a
  /// column is called so.
  ///
  /// - Throws: ``InputError`` if several have the name.
  func index(of given: String) throws -> Int? {
    let name = given.trimmedOfBlanks
    guard let found = places(of: name) else { return numbered(name) }
    guard found.count == 1 else {
      throw InputError(
        file: path, line: 1,
        reason: ImportMessages.columnTwice([
          "column": name, "places": found.map { String($0 + 1) }.joined(separator: ", "),
        ]))
    }
    return found.first
  }

  private func places(of name: String) -> [Int]? { places[name] ?? places[HeaderPattern.withPlainQuotes(name)] }

  private func numbered(_ name: String) -> Int? {
    guard let sign = name.lastIndex(of: "#"), let number = Int(name[name.index(after: sign)...]), number > 0,
      let same = places(of: String(name[..<sign]).trimmedOfBlanks), number <= same.count
    else { return nil }
    return same[number - 1]
  }

  func contains(_ name: String) -> Bool { places(of: name) != nil || numbered(name) != nil }

  /// The error of a file that lacks columns, with those that it has.
  func lacks(_ columns: [String]) -> InputError {
    let missing = columns.map { "'\($0)'" }.joined(separator: ", ")
    let has = names.joined(separator: ", ")
    return InputError(file: path, line: 1, reason: ImportMessages.noColumn(["missing": missing, "columns": has]))
  }
}
