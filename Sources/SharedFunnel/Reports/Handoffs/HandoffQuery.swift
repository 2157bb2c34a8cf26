/// What is asked of the crossings.
public struct HandoffQuery: Sendable {
  /// Offers made (and crossings seen) in here, in seconds since 1970; `nil`: all.
  public var period: Range<UInt32>?
  /// Outcomes as of then.
  public var asOf: UInt32
  /// Leads to count, by slot of their record; `nil`: all.
  public var slots: Set<UInt32>?
  /// Of the leads that have no record, those to count, by number; `slots` says whether all count.
  public var waiting: Set<UInt32> = []
  public var grouping: HandoffGrouping?
  /// The value of the grouping's dimension of each lead, by slot of its record.
  public var groups: [UInt32] = []
  /// The same of leads that have no record, by number.
  public var waitingGroups: [UInt32: UInt32] = [:]
  public var months = PeriodTable(starts: [], labels: [])
  public var fates = LeadFates()
  /// Working time by ``HandoffRecord/receiver``; of departments that are not in it every hour counts.
  public var working: [UInt16: WorkingTime] = [:]
  /// The members who offered, by number of the member; whoever is not in it was none.
  public var offerers: [OfferKey: UInt32] = [:]
  /// Seconds from the offer (from the acceptance) within which the estimates, and the counts behind them, see what
  /// became of it; as long as anything was observed unless given.
  public var window: Int64 = .max

  public init(asOf: Timestamp) {
    self.asOf = asOf.wholeSeconds
  }
}

/// What the report on handoffs can be broken down by. By boundary it is broken down in any case.
public enum HandoffGrouping: String, Sendable, CaseIterable {
  case source
  case campaign
  case segment
  /// The departments that offered.
  case giver
  case receiver
  /// The member who offered.
  case member
  /// Of the offer, in the reporting zone.
  case month
  /// Why it was rejected or, after an acceptance, returned.
  case reason
  case boundary

  /// Where the value is the lead's own.
  public var dimension: Dimension? {
    switch self {
    case .source: .source
    case .campaign: .campaign
    case .segment: .segment
    case .giver, .receiver, .member, .month, .reason, .boundary: nil
    }
  }
}

extension HandoffQuery {
  @inline(__always)
  func includes(_ handoff: HandoffRecord) -> Bool {
    includes(lead: handoff) && includes(handoff.offered)
  }

  func includes(_ time: UInt32) -> Bool { period?.contains(time) ?? true }

  func includes(lead handoff: HandoffRecord) -> Bool {
    guard let slots else { return true }
    return handoff.slot == HandoffRecord.noSlot ? waiting.contains(handoff.lead) : slots.contains(handoff.slot)
  }

  /// Working seconds of the receiving side.
  func working(from start: UInt32, to end: UInt32, of handoff: HandoffRecord) -> Int64 {
    let clock = working[handoff.receiver] ?? .clock
    return clock.seconds(from: Timestamp(seconds: Int64(start)), to: Timestamp(seconds: Int64(end)))
  }

  /// The number of the member who offered; 0 for none, as an import leaves it, and for what nobody offered.
  func offerer(of crossing: Crossing) -> UInt32 { crossing.isOffer ? offerers[OfferKey(crossing.record)] ?? 0 : 0 }

  /// When the period is over, as far as it was observed.
  private var end: UInt32 { min(asOf, period?.upperBound ?? .max) }

  /// Every number that a crossing counts in.
  func numbers(of crossing: Crossing) -> HandoffNumbers {
    let record = crossing.record
    guard includes(lead: record) else { return [] }
    var numbers = includes(record.offered) ? numbers(offeredIn: crossing) : []
    if crossing.answer == .missed, includes(record.due) {
      numbers.insert(.due)
      numbers.insert(.pastDue, if: crossing.isPastDue(at: end))
    }
    return numbers
  }

  private func numbers(offeredIn crossing: Crossing) -> HandoffNumbers {
    let record = crossing.record
    var numbers: HandoffNumbers = []
    numbers.insert(crossing.outcome.number)
    guard crossing.isOffer else { return numbers }
    numbers.insert(.offered)
    numbers.insert(.answered, if: crossing.isAnswered)
    numbers.insert(.overridden, if: record.marks.contains(.overridden))
    numbers.insert(.dropOff, if: fates.wasLostAtLine(record))
    numbers.insert(.enteredLate, if: record.marks.contains(.enteredLate))
    if let answer = crossing.answer { numbers.insert(HandoffNumber.sla(answer)) }
    numbers.formUnion(ruling(crossing))
    if let contact = crossing.contact { numbers.insert(HandoffNumber.contact(contact)) }
    if let aftermath = crossing.aftermath {
      numbers.insert(.taken)
      numbers.insert(HandoffNumber.after(aftermath))
      numbers.insert(.contacted, if: record.contacted != 0)
    }
    numbers.formUnion(judgement(crossing))
    numbers.formUnion(ends(of: crossing))
    return numbers
  }

  private func ruling(_ crossing: Crossing) -> HandoffNumbers {
    let marks = crossing.record.marks
    var numbers: HandoffNumbers = []
    numbers.insert(.disputed, if: !marks.isDisjoint(with: .disputed))
    numbers.insert(.unruled, if: !marks.isDisjoint(with: .disputed) && marks.isDisjoint(with: .ruled))
    numbers.insert(.upheld, if: marks.contains(.upheld))
    numbers.insert(.overturned, if: marks.contains(.overturned))
    numbers.insert(.split, if: marks.contains(.split))
    guard crossing.isDecided else { return numbers }
    let isRejection = crossing.outcome == .rejected
    numbers.insert(.decided)
    numbers.insert(.decidedFinal, if: !(isRejection && marks.contains(.split)))
    numbers.insert(
      .acceptedFinal, if: crossing.outcome == .accepted || (isRejection && marks.contains(.overturned)))
    return numbers
  }

  private func judgement(_ crossing: Crossing) -> HandoffNumbers {
    let record = crossing.record
    var numbers: HandoffNumbers = []
    if crossing.outcome == .rejected {
      numbers.insert(.rejectedThenBought, if: fates.bought(record) > record.answered)
    }
    guard let accepted = crossing.accepted, record.returned == 0 else { return numbers }
    let early = accepted.addingReportingOverflow(UInt32(HandoffAudit.earlyDays) * 86_400)
    let limit = early.overflow ? .max : early.partialValue
    let isLostEarly = record.lost != 0 && record.lost <= limit
    numbers.insert(.lostEarly, if: isLostEarly)
    numbers.insert(.tooYoung, if: !isLostEarly && limit > asOf)
    return numbers
  }
}

extension HandoffOutcome {
  /// The number of the report that counts it.
  public var number: HandoffNumber {
    switch self {
    case .pending: .pending
    case .accepted: .accepted
    case .acceptedBySilence: .acceptedBySilence
    case .rejected: .rejected
    case .expired: .expired
    case .withdrawn: .withdrawn
    case .unrecorded: .unrecorded
    }
  }
}

extension HandoffNumber {
  static func sla(_ promise: Promise) -> HandoffNumber {
    switch promise {
    case .met: .slaMet
    case .missed: .slaMissed
    case .notDue: .slaNotDue
    case .exempt: .slaExempt
    }
  }

  static func contact(_ promise: Promise) -> HandoffNumber {
    switch promise {
    case .met: .contactMet
    case .missed: .contactMissed
    case .notDue: .contactNotDue
    case .exempt: .contactExempt
    }
  }

  static func after(_ aftermath: Aftermath) -> HandoffNumber {
    switch aftermath {
    case .returned: .returned
    case .advanced: .advanced
    case .disqualified: .disqualified
    case .open: .open
    }
  }
}
