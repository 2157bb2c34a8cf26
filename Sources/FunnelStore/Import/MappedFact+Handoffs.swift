import SharedFunnel

extension MappedFact {
  /// The stages between which an offer goes: over the next line ahead of the stage in which the lead is, or to the stage
  /// that the record names.
  func ends(under ownership: Ownership) -> (from: Stage, to: Stage) {
    let boundaries = ownership.boundaries(at: occurred)
    if let target {
      // Nothing says where the lead is: it stands right before the line that leads there.
      let before = boundaries.last { $0.after <= target }?.before
      return (from.flatMap { $0 == target ? nil : $0 } ?? before ?? target, target)
    }
    let named = from ?? .brandPreference
    if let across = ownership.stageAcrossNextLine(from: named, at: occurred) { return (named, across) }
    // No line lies ahead of the stage: it is the one that the offer leads to.
    return (boundaries.last { $0.after <= named }?.before ?? named, named)
  }

  /// What belongs to handoffs, where it is said: so older records keep the hash that they had.
  func addHandoff(to hash: inout SipHash) {
    func add(_ name: String, _ value: UInt64?) {
      guard let value else { return }
      hash.add(name)
      hash.add(value)
    }
    if from != stage { add("from", from.map { UInt64($0.rawValue) }) }
    add("target", target.map { UInt64($0.rawValue) })
    add("due", due.map { UInt64(bitPattern: $0.milliseconds) })
    add("department", department.isEmpty ? nil : UInt64(department.rawValue))
    add("ruling", ruling.map { UInt64($0.rawValue) })
    add("score", score.map { UInt64(bitPattern: Int64($0)) })
    for (name, text) in [("receiver", receiver), ("referrer", referrer)] where !text.isEmpty {
      hash.add(name)
      hash.add(text)
    }
  }
}
