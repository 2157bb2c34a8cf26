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
    guard let outcome = HandoffOutcome(rawValue: handoff.outcome(asOf: time)), self == .acceptance || handoff.due != 0
    else { return nil }
    func after(_ end: UInt32) -> Int64 { Int64(end) - Int64(handoff.offered) }
    switch (self, outcome) {
    case (_, .unrecorded): return nil
    case (_, .pending): return (after(time), .open)
    case (_, .expired): return (after(handoff.due != 0 ? handoff.due : handoff.answered), .lost)
    case (.acceptance, .accepted): return (after(handoff.answered), .reached)
    case (.acceptance, .rejected): return (after(handoff.answered), .lost)
    // Silence is no answer: it is in no rate.
    case (_, .acceptedBySilence): return self == .sla ? (after(handoff.due), .lost) : nil
    case (.acceptance, .withdrawn): return nil
    case (.sla, .withdrawn): return handoff.answered > handoff.due ? (after(handoff.due), .lost) : nil
    case (.sla, .accepted), (.sla, .rejected):
      return handoff.answered <= handoff.due ? (after(handoff.answered), .reached) : (after(handoff.due), .lost)
    }
  }
}
