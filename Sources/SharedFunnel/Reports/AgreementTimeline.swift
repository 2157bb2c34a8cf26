/// Which version of an agreement held at which line when, in whole seconds as records have them.
struct AgreementTimeline: Sendable {
  private let agreements: Agreements
  /// Since when each version held, by its place; of those that hold at once the highest counts.
  private var spans: [UInt8: [(start: Int64, place: Int)]] = [:]

  init(_ agreements: Agreements) { self.agreements = agreements }

  /// The version that an offer was made under; `nil` where it says that none was in force, or one that is not known
  /// any more.
  ///
  /// The record has the number of the version, and not of which line: an offer over several lines follows the
  /// agreement of another. So whoever was in force then is asked first.
  mutating func agreement(of offer: HandoffRecord) -> Agreement? {
    guard offer.agreement != 0, let line = HandoffLine(packed: offer.line) else { return nil }
    let held = span(of: line).last { $0.start <= Int64(offer.offered) }.map { agreements.versions[$0.place] }
    if let held, held.version == offer.agreement { return held }
    // Signed within the second of the offer, or undone since.
    return agreements.versions(of: line).last { $0.version == offer.agreement }
      ?? agreements.versions.last { $0.version == offer.agreement && $0.line.to == line.to }
  }

  private mutating func span(of line: HandoffLine) -> [(start: Int64, place: Int)] {
    if let known = spans[line.packed] { return known }
    let starts = Set(agreements.versions.compactMap(\.effective)).sorted()
    let made = starts.compactMap { start in
      agreements.inForce(for: line, at: start).flatMap { agreements.versions.firstIndex(of: $0) }
        .map { (start: start.seconds, place: $0) }
    }
    spans[line.packed] = made
    return made
  }

  /// When a version was in force at a line that stood between the two sides that signed it, within some seconds: it
  /// starts when both have signed it and its date has come, and ends with a higher version that is in force. While the
  /// line does not stand, or lies between others, nobody owes anything.
  func inForce(_ agreement: Agreement, within range: Range<Int64>, under ownership: Ownership) -> [Range<Int64>] {
    guard let start = agreement.effective?.seconds else { return [] }
    let higher = agreements.versions(of: agreement.line).filter { $0.version > agreement.version }
    let end = higher.compactMap { $0.effective?.seconds }.min() ?? .max
    guard start < end else { return [] }
    let held = (start..<end).clamped(to: range)
    let cuts = ownership.changes.map { Timestamp(milliseconds: $0).seconds }.filter { held.contains($0) }
    let edges = [held.lowerBound] + cuts + [held.upperBound]
    let bound = zip(edges, edges.dropFirst()).filter { start, end in
      // Whoever gets a stage within a second has it in all of it, as the cuts have.
      start < end && AgreementTimeline.binds(agreement, ownership, Timestamp(milliseconds: start * 1000 + 999))
    }
    // A stage far from the line changed hands: what touches is one stretch of time.
    return bound.reduce(into: []) { united, next in
      guard let last = united.last, last.upperBound == next.0 else { return united.append(next.0..<next.1) }
      united[united.count - 1] = last.lowerBound..<next.1
    }
  }

  private static func binds(_ agreement: Agreement, _ ownership: Ownership, _ time: Timestamp) -> Bool {
    let line = agreement.line
    return (line.isOfReferrals || ownership.line(from: line.from, to: line.to, at: time) == line)
      && ownership.owners(of: line.from, at: time) == agreement.giver
      && ownership.owners(of: line.to, at: time) == agreement.receiver
  }
}
