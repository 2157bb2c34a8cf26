import SQLite
public import SharedFunnel

extension Store {
  /// The leads that a command wrote of, in the order of its events; `nil` if no such command was recorded.
  public func leads(recordedBy command: EventID) throws -> [LeadID]? {
    try read {
      guard let number = try journal.command(id: command)?.number else { return nil }
      let places = try seqs(of: number)
      var leads: [LeadID] = []
      try connection.forEach(
        "SELECT lead FROM event WHERE seq BETWEEN ? AND ? AND lead IS NOT NULL ORDER BY seq",
        .integer(places.lowerBound), .integer(places.upperBound - 1)
      ) { row in
        let lead = LeadID(rawValue: try row.integer(0))
        if leads.last != lead { leads.append(lead) }
      }
      return leads
    }
  }

  /// What a command recorded, in order.
  func events(recordedBy command: Int64) throws -> [EventRow] {
    try seqs(of: command).compactMap { try journal.event(seq: $0) }
  }

  /// Commands and events are numbered under the same lock, so a command's events lie together and are found
  /// by bisection; an index would cost every insert.
  private func seqs(of command: Int64) throws -> Range<Int64> {
    let last = try journal.lastSeq()
    let first = try firstSeq(from: command, upTo: last)
    return first..<max(first, try firstSeq(from: command + 1, upTo: last))
  }

  /// The first event of that command or a later one; behind the last one if there is none.
  private func firstSeq(from command: Int64, upTo last: Int64) throws -> Int64 {
    var low: Int64 = 1
    var high = last + 1
    while low < high {
      let middle = low + (high - low) / 2
      let found = try connection.first("SELECT command FROM event WHERE seq = ?", .integer(middle)) { try $0.int64(0) }
      if let found, found < command { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
