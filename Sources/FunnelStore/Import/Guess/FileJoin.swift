/// Which file brings the leads, and which column of the others has their keys.
struct FileJoin {
  /// By file: the column that joins it to the first one; `nil` for one that brings leads itself.
  private(set) var columns: [SampledColumn?]
  private var primary = 0
  private let titles: [String]

  init(_ tables: [SampledTable]) {
    columns = tables.map { _ in nil }
    titles = tables.map(\.file.title)
    guard tables.count > 1 else { return }
    var best: (place: Int, joined: Int, rows: Int, columns: [SampledColumn?])?
    for (place, table) in tables.enumerated() {
      guard let key = table.keys.first else { continue }
      let found = tables.indices.map { $0 == place ? nil : FileJoin.column(of: tables[$0], to: key) }
      let joined = found.count { $0 != nil }
      if (joined, table.file.rows.count) > (best?.joined ?? 0, best?.rows ?? 0) {
        best = (place, joined, table.file.rows.count, found)
      }
    }
    if let best, best.joined > 0 { (primary, columns) = (best.place, best.columns) }
  }

  var primaryTitle: String { titles.indices.contains(primary) ? titles[primary] : "" }

  /// Whether a file of several brings leads that nothing joins to those of the first.
  func isApart(_ place: Int) -> Bool { place != primary && columns[place] == nil }

  /// The column with the most values of the key; where there are no records, the one of its name.
  private static func column(of table: SampledTable, to key: SampledColumn) -> SampledColumn? {
    let known = Set(key.values)
    let named = table.columns.filter { $0.reference != nil }
    guard !known.isEmpty, !table.file.rows.isEmpty else {
      return key.phrase == "id" ? nil : named.first { $0.phrase == key.phrase }
    }
    // Of a sample of both files few keys need be in both: a name that is the same needs one, another half.
    return named.max { overlap($0, known) < overlap($1, known) }.flatMap { column in
      let shared = overlap(column, known)
      return column.phrase == key.phrase
        ? (shared > 0 ? column : nil) : (shared * 2 > column.values.count ? column : nil)
    }
  }

  private static func overlap(_ column: SampledColumn, _ known: Set<String>) -> Int {
    column.values.count { known.contains($0) }
  }
}
