/// A stay of a lead in a stage before its first purchase, as the chain sees it.
///
/// A loss that was reopened is no end: the stay goes on until the lead is in another stage.
public struct StageStay: Sendable, Equatable {
  public let lead: UInt32
  public let segment: UInt32
  public let stage: Stage
  /// Seconds since 1970.
  public let entered: UInt32
  /// When it ended, or until when it was observed.
  public let until: UInt32
  /// `nil`: it goes on.
  public let exit: StageExit?

  public init(lead: UInt32, segment: UInt32, stage: Stage, entered: UInt32, until: UInt32, exit: StageExit?) {
    self.lead = lead
    self.segment = segment
    self.stage = stage
    self.entered = entered
    self.until = until
    self.exit = exit
  }

  /// Whole days, rounded to the nearest: rounding down would lose half a day at every step of a long way. A move back
  /// takes a day at least, so that nothing runs in a circle without time.
  var days: Int {
    let days = (Int(until) - Int(entered) + 43_200) / 86_400
    guard case .reached(let target) = exit, target < stage else { return max(0, days) }
    return max(1, days)
  }
}
