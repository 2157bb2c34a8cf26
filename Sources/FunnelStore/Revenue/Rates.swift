import SQLite
import SharedFunnel

/// Rates of exchange by pair and day, made from the events that brought them.
final class Rates {
  private let connection: Connection
  /// What was looked up since the last change, so that an import asks once for a day.
  private var paths: [Search: ExchangePath?] = [:]
  private var bases: [Currency]?

  private struct Search: Hashable {
    let from: Currency
    let to: Currency
    let day: CivilDate
  }

  init(_ connection: Connection) { self.connection = connection }

  func forget() {
    paths = [:]
    bases = nil
  }

  /// The way from one currency into another on a day, by rates of that day or of the last one before.
  func path(from: Currency, to: Currency, on day: CivilDate) throws -> ExchangePath? {
    let search = Search(from: from, to: to, day: day)
    if let known = paths[search] { return known }
    let path = try ExchangePath.youngest(from: from, to: to, bases: try knownBases()) { base, quote in
      try latest(base, quote, day)
    }
    paths[search] = .some(path)
    return path
  }

  private func latest(
    _ base: Currency, _ quote: Currency, _ day: CivilDate
  ) throws -> (day: CivilDate, rate: RateNumber)? {
    let number = day.daysSinceEpoch
    return try connection.first(
      """
      SELECT day, rate FROM rate
      WHERE base = ? AND quote = ? AND day BETWEEN ? AND ?
      ORDER BY day DESC
      """,
      .text(base.code), .text(quote.code), .integer(Int64(number - Pricing.largestAge)), .integer(Int64(number))
    ) { row in
      guard let day = CivilDate(daysSinceEpoch: try row.int(0)), let rate = RateNumber(text: try row.string(1)) else {
        throw StoreError.damaged("rate.rate")
      }
      return (day, rate)
    }
  }

  private func knownBases() throws -> [Currency] {
    if let bases { return bases }
    let found = try connection.query("SELECT DISTINCT base FROM rate") { Currency(code: try $0.string(0)) }
    bases = found.compactMap(\.self)
    return bases ?? []
  }

  /// The rate of a pair on exactly that day.
  func rate(_ base: Currency, _ quote: Currency, on day: CivilDate) throws -> RateNumber? {
    try connection.first(
      "SELECT rate FROM rate WHERE base = ? AND quote = ? AND day = ?", .text(base.code), .text(quote.code),
      .integer(Int64(day.daysSinceEpoch))
    ) { RateNumber(text: try $0.string(0)) } ?? nil
  }

  /// Takes a sheet over; what it says of a day outweighs what was said before.
  func keep(_ sheet: RateSheet, seq: Int64) throws {
    forget()
    for quote in sheet.quotes ?? [] {
      try connection.run(
        """
        INSERT INTO rate (base, quote, day, rate, seq) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (base, quote, day) DO UPDATE SET rate = excluded.rate, seq = excluded.seq
        """,
        .text(quote.base.code), .text(quote.quote.code), .integer(Int64(quote.day.daysSinceEpoch)),
        .text(quote.rate.text), .integer(seq))
    }
  }

  /// Makes the table anew from the journal.
  func rebuild(_ journal: Journal) throws {
    forget()
    try connection.run("DELETE FROM rate")
    try Rates.forEachSheet(of: journal) { sheet, seq in try keep(sheet, seq: seq) }
  }

  /// Every sheet that counts, in the order of arrival.
  static func forEachSheet(of journal: Journal, _ body: (RateSheet, Int64) throws -> Void) throws {
    let undone = Set(try journal.workspaceEvents().compactMap { $0.kind == .undone ? $0.target : nil })
    try journal.forEachBulkEvent { row in
      guard row.kind == .ratesSet, !undone.contains(row.id), case .ratesSet(let sheet) = try row.workspaceFact() else {
        return
      }
      try body(sheet, row.seq)
    }
  }
}
