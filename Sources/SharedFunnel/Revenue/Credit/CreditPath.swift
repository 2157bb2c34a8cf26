/// What was done for a lead before one of its purchases, in order.
///
/// An earlier purchase does not end the path: what brought a customer also brought the second sale, unless the lookback
/// says otherwise.
public struct CreditPath: Sendable, Equatable {
  /// The creation, the touches and the moves, as the lead's events are ordered.
  public let touchpoints: [Touchpoint]

  /// The touchpoints in their order.
  public init(_ touchpoints: [Touchpoint]) { self.touchpoints = touchpoints }

  /// What the models of touches count: the contacts; where there is none, the creation stands in.
  public var contacts: [Touchpoint] {
    let contacts = touchpoints.filter(\.isContact)
    return contacts.isEmpty ? touchpoints.first { $0.kind == .creation }.map { [$0] } ?? [] : contacts
  }

  /// What the model of transitions counts.
  public var moves: [Touchpoint] { touchpoints.filter { $0.left != nil } }

  /// The words of the contacts that have one, in order: a path for ``MarkovAttribution`` and ``ShapleyAttribution``.
  public func terms(of dimension: CreditDimension) -> [TermID] {
    contacts.map { $0.term(of: dimension) }.filter { $0 != .none }
  }

  /// What is left of the path when only the time before its end counts.
  ///
  /// - Parameter seconds: how long before `end` a touchpoint may lie; one that lies exactly so long before counts.
  public func within(_ seconds: Int64, of end: Timestamp) -> CreditPath {
    let (span, tooLong) = seconds.multipliedReportingOverflow(by: 1000)
    let (start, overflow) = end.milliseconds.subtractingReportingOverflow(span)
    guard !tooLong, !overflow else { return self }
    return CreditPath(touchpoints.filter { $0.at.milliseconds >= start })
  }
}
