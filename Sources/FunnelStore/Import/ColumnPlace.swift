import SharedFunnel

extension [String] {
  /// Where a column is in this header; nil if there is none. `Name#2` is the second one of that name, unless a column is
  /// called so.
  ///
  /// - Throws: ``InputError`` if several have the name.
  func place(ofColumn given: String, path: String) throws(InputError) -> Int? {
    let name = given.trimmedOfBlanks
    let places = indices.filter { self[$0] == name }
    if places.count > 1 {
      throw InputError(
        file: path, line: 1,
        reason: ImportMessages.columnTwice([
          "column": name, "places": places.map { String($0 + 1) }.joined(separator: ", "),
        ]))
    }
    if let place = places.first { return place }
    guard let sign = name.lastIndex(of: "#"), let number = Int(name[name.index(after: sign)...]), number > 0 else {
      return nil
    }
    let plain = String(name[..<sign]).trimmedOfBlanks
    let same = indices.filter { self[$0] == plain }
    return number <= same.count ? same[number - 1] : nil
  }
}
