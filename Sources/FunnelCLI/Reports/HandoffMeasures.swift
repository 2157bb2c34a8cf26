import SharedFunnel

/// What the report on handoffs says of some offers, a line a number: the boundaries stand side by side.
struct HandoffMeasures {
  struct Measure {
    let title: Message
    let text: (HandoffCounts) -> String
  }
  struct Part {
    let title: Message?
    let measures: [Measure]
  }

  let text: RateText
  /// Without one, working time is clock time, and is said once.
  let hasCalendar: Bool
  /// Rulings are shown where there was anything to rule on.
  let hasDisputes: Bool
  /// Answers that were entered after the due time are shown where there are any.
  let hasLateEntries: Bool

  var parts: [Part] {
    [
      Part(
        title: nil,
        measures: [
          count(.columnOffered, .offered), count(.handoffColumnAccepted, .accepted),
          count(.handoffSilent, .acceptedBySilence), count(.handoffColumnRejected, .rejected),
          count(.handoffColumnExpired, .expired), count(.handoffColumnWithdrawn, .withdrawn),
          count(.handoffColumnPending, .pending), count(.handoffColumnUnrecorded, .unrecorded),
          count(.handoffOverridden, .overridden),
        ]),
      Part(
        title: .handoffPartAcceptance,
        measures: [
          rate(.handoffRaw, \.acceptance), rate(.handoffFinal, \.acceptanceFinal),
        ] + (hasDisputes ? rulings : [])),
      Part(
        title: .handoffPartAnswer,
        measures: [
          rate(.handoffInTime, \.compliance), count(.handoffMissed, .slaMissed), count(.handoffNotDue, .slaNotDue),
          count(.handoffPastDue, .pastDue),
        ] + (hasLateEntries ? [count(.handoffEnteredLate, .enteredLate)] : []) + times(\.answer)),
      Part(
        title: .handoffPartContact,
        measures: [
          rate(.handoffInTime, \.contactCompliance), count(.handoffMissed, .contactMissed),
          count(.handoffContacted, .contacted),
        ] + times(\.contact)),
      Part(
        title: .handoffPartAfter,
        measures: [
          count(.handoffAdvanced, .advanced), count(.handoffReturned, .returned),
          rate(.handoffReturnRate, \.returnRate), count(.handoffDisqualified, .disqualified),
          count(.handoffOpen, .open),
        ]),
      Part(
        title: .handoffPartLost,
        measures: [count(.handoffLostHere, .dropOff), rate(.handoffOfOffers, \.dropOff)]),
    ]
  }

  private var rulings: [Measure] {
    [
      count(.handoffDisputed, .disputed), count(.handoffUpheld, .upheld), count(.handoffOverturned, .overturned),
      count(.handoffSplit, .split),
    ]
  }

  private func count(_ title: Message, _ number: HandoffNumber) -> Measure {
    Measure(title: title) { text.count($0[number]) }
  }

  private func rate(_ title: Message, _ rate: @escaping (HandoffCounts) -> Rate) -> Measure {
    Measure(title: title) { text.rate(rate($0).value, rate($0).interval) }
  }

  private func times(_ times: @escaping (HandoffCounts) -> ClockTimes) -> [Measure] {
    let clock = [
      Measure(title: .handoffHalf) { text.duration(times($0).clock.p50) },
      Measure(title: .handoffMost) { text.duration(times($0).clock.p90) },
      Measure(title: .handoffColumnSlowest) { text.duration(times($0).clock.max.map(Double.init)) },
    ]
    guard hasCalendar else { return clock }
    return clock + [
      Measure(title: .handoffHalfWorking) { text.duration(times($0).working.p50) },
      Measure(title: .handoffMostWorking) { text.duration(times($0).working.p90) },
      Measure(title: .handoffSlowestWorking) { text.duration(times($0).working.max.map(Double.init)) },
    ]
  }
}
