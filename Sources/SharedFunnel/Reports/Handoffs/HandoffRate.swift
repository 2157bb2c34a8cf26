/// A rate over offers.
public enum HandoffRate: String, Sendable, CaseIterable {
  /// Accepted ÷ (accepted + rejected + expired).
  case acceptance
  /// Of the offers with a due time: answered by then ÷ (answered + overdue). One that was withdrawn after it had
  /// fallen due is overdue, so that nobody takes a miss back.
  case sla

  /// How an offer counts: `reached` in the numerator, `lost` in the denominator only, `open` in neither yet. With
  /// the seconds from the offer to that. `nil`: it never counts.
  func observation(
    of handoff: HandoffRecord, asOf time: UInt32
  ) -> (seconds: Int64, outcome: CumulativeIncidence.Outcome)? {
    guard let crossing = Crossing(handoff, asOf: time), crossing.isOffer else { return nil }
    func after(_ end: UInt32) -> Int64 { Int64(end) - Int64(handoff.offered) }
    switch self {
    case .acceptance:
      guard let end = crossing.ended else { return (after(time), .open) }
      // Silence is no answer, and what was withdrawn had none: they are in no rate.
      return crossing.isDecided ? (after(end), crossing.outcome == .accepted ? .reached : .lost) : nil
    case .sla:
      switch crossing.answer {
      case .met: return (after(handoff.answered), .reached)
      case .missed: return (after(handoff.due), .lost)
      case .notDue: return (after(time), .open)
      case .exempt, nil: return nil
      }
    }
  }
}
