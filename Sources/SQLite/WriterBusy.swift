/// The turn to write did not come in time.
public struct WriterBusy: Error, Equatable, Sendable, CustomStringConvertible {
  /// Who writes; nil if they left no name that can be trusted.
  public let holder: WriterQueue.Holder?
  public let waitedMilliseconds: Int

  public var description: String {
    let who = holder.map { "\($0)" } ?? "another program"
    return "no turn to write after \(waitedMilliseconds) ms: \(who) is writing"
  }
}
