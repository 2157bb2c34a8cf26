extension Ownership {
  /// The department that owned a stage alone and without a break through all of these times; `nil` where that cannot be
  /// said.
  public func soleOwner(of stage: Stage, through times: [Range<Timestamp>]) -> Department? {
    var sole: Department?
    for time in times {
      let last = Timestamp(milliseconds: max(time.lowerBound.milliseconds, time.upperBound.milliseconds - 1))
      let owners = owners(of: stage, at: last).departments
      guard let owner = owners.first, owners.count == 1, sole == nil || sole == owner else { return nil }
      if let since = ownedSince(stage, at: last), since > time.lowerBound { return nil }
      sole = owner
    }
    return sole
  }
}
