import SharedFunnel

/// One column of a file that was sampled, and what its values look like.
struct SampledColumn {
  let index: Int
  let name: String
  /// How a mapping names the column; `nil` if it cannot.
  let reference: String?
  /// The header's words in lower case, with a space between: `first contact date` of `FirstContact_Date`.
  let phrase: String
  /// What stands in the records where anything does, in their order.
  let values: [String]
  let isFilled: Bool
  let isUnique: Bool
  let date: DateGuess?

  init(_ index: Int, of file: SampledFile, _ header: Header) {
    self.index = index
    name = file.header[index]
    reference = SampledColumn.reference(index, file.header, header)
    phrase = HeaderWords.phrase(name)
    values = file.rows.map { $0[index] }.filter { !$0.isEmpty }
    isFilled = values.count == file.rows.count
    isUnique = Set(values).count == values.count
    date = DateGuess(values, phrase: phrase)
  }

  /// Longer names are text and no headers; YAML takes no word of a page before a colon.
  private static func reference(_ index: Int, _ names: [String], _ header: Header) -> String? {
    let name = names[index]
    guard name.utf8.count <= 300 else { return nil }
    let number = names[...index].count { $0 == name }
    return [name, "\(name)#\(number)"].first { (try? header.index(of: $0)) == index }
  }

  var words: Set<Substring> { Set(phrase.split(separator: " ")) }

  /// The different values, the most frequent first.
  var distinct: [String] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The words of a column that says yes or no; `nil` if it says other things.
  var flag: (yes: [String], no: [String])? {
    let distinct = distinct
    let yes = distinct.filter { SampledColumn.yes.contains($0.lowercased()) }
    let no = distinct.filter { SampledColumn.no.contains($0.lowercased()) }
    guard !distinct.isEmpty, yes.count + no.count == distinct.count else { return nil }
    return (yes, no)
  }

  private static let yes: Set<String> = ["1", "true", "yes", "y", "t", "ja", "wahr", "si", "sí", "oui", "sim"]
  private static let no: Set<String> = ["0", "false", "no", "n", "f", "nein", "falsch", "non", "não"]
}
