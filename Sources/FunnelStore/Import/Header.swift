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

  /// Where a column is; `nil` if the file has none of that name.
  ///
  /// - Throws: ``InputError`` if two have it.
  func index(of name: String) throws -> Int? {
    guard let found = places[name] ?? places[HeaderPattern.withPlainQuotes(name)] else { return nil }
    guard found.count == 1 else {
      throw InputError(file: path, line: 1, reason: ImportMessages.columnTwice(["column": name]))
    }
    return found.first
  }

  func contains(_ name: String) -> Bool { places[name] != nil || places[HeaderPattern.withPlainQuotes(name)] != nil }

  /// The error of a file that lacks columns, with those that it has.
  func lacks(_ columns: [String]) -> InputError {
    let missing = columns.map { "'\($0)'" }.joined(separator: ", ")
    let has = names.joined(separator: ", ")
    return InputError(file: path, line: 1, reason: ImportMessages.noColumn(["missing": missing, "columns": has]))
  }
}
