/// A file that was sampled, by column.
struct SampledTable {
  let file: SampledFile
  let columns: [SampledColumn]

  init(_ file: SampledFile) {
    self.file = file
    let header = Header(file.header, path: file.path)
    columns = file.header.indices.map { SampledColumn($0, of: file, header) }
  }

  /// The column called so, by the first phrase that one is called.
  func column(_ phrases: [String], where fits: (SampledColumn) -> Bool = { _ in true }) -> SampledColumn? {
    for phrase in phrases {
      if let found = columns.first(where: { $0.phrase == phrase && $0.reference != nil && fits($0) }) { return found }
    }
    return nil
  }

  /// Columns that can tell records apart, the likeliest first: by name, and by what was sampled.
  var keys: [SampledColumn] {
    let likely = columns.filter { column in
      column.reference != nil && (file.rows.isEmpty || column.isFilled && column.isUnique)
        && SampledTable.keyScore(column.phrase) > (file.rows.isEmpty ? 0 : -1) && column.date == nil
    }
    return likely.sorted { left, right in
      (SampledTable.keyScore(right.phrase), left.index) < (SampledTable.keyScore(left.phrase), right.index)
    }
  }

  /// How much a header sounds like a key.
  static func keyScore(_ phrase: String) -> Int {
    let words = phrase.split(separator: " ")
    let others: Set<Substring> = ["owner", "user", "account", "by", "seller", "campaign", "parent", "page"]
    guard others.isDisjoint(with: words) else { return 0 }
    if ["id", "key", "lead id", "contact id", "deal id", "prospect id", "customer id", "opportunity id"].contains(
      phrase)
    {
      return 90
    }
    if phrase.hasPrefix("record id") { return 95 }
    if let last = words.last, ["id", "key", "uuid", "guid"].contains(last) { return 70 }
    if let last = words.last, ["number", "nummer", "nr", "no"].contains(last) { return 60 }
    return ["email", "e mail", "email address"].contains(phrase) ? 40 : 0
  }
}
