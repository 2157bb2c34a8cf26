/// What reports need of a crossing, in 64 bytes. Times are whole seconds since 1970, 0 for never.
///
///     0 lead · 4 slot of the lead's record · 8 offered · 12 answered · 16 due · 20 contacted · 24 contact due
///     28 advanced · 32 purchased · 36 returned · 40 lost · 44 reason · 48 giver · 50 receiver · 52 from stage
///     53 to stage · 54 outcome · 55 line · 56 marks · 58 attempts · 60 agreement · 62 offers before this one
public struct HandoffRecord: Sendable, Equatable {
  public static let byteCount = 64
  public static let perPage = 63
  /// Of a lead that is in no stage yet, such as a referral that waits for its answer.
  public static let noSlot = UInt32.max

  public var lead: UInt32 = 0
  /// The place of the lead's ``LeadRecord`` over all pages, or ``noSlot``.
  public var slot: UInt32 = 0
  public var offered: UInt32 = 0
  public var answered: UInt32 = 0
  public var due: UInt32 = 0
  public var contacted: UInt32 = 0
  public var contactDue: UInt32 = 0
  public var advanced: UInt32 = 0
  public var purchased: UInt32 = 0
  public var returned: UInt32 = 0
  public var lost: UInt32 = 0
  public var reason: UInt32 = 0
  public var giver: UInt16 = 0
  public var receiver: UInt16 = 0
  public var from: UInt8 = 0
  public var to: UInt8 = 0
  public var outcome: UInt8 = 0
  /// ``HandoffLine/packed``.
  public var line: UInt8 = 0
  public var marks: Marks = []
  public var attempts: UInt16 = 0
  /// The version of the agreement; 0: none.
  public var agreement: UInt16 = 0
  /// How many offers the lead had before this one.
  public var ordinal: UInt16 = 0

  public struct Marks: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Silence counts as a yes.
    public static let silenceAccepts = Marks(rawValue: 1)
    public static let overridden = Marks(rawValue: 2)
    /// A dispute was opened over the rejection.
    public static let rejectionDisputed = Marks(rawValue: 4)
    /// A dispute was opened over the return.
    public static let returnDisputed = Marks(rawValue: 8)
    public static let upheld = Marks(rawValue: 16)
    public static let overturned = Marks(rawValue: 32)
    public static let split = Marks(rawValue: 64)
    /// The lead came by a referral.
    public static let referral = Marks(rawValue: 128)
    /// The answer was entered after the due time, and given before.
    public static let enteredLate = Marks(rawValue: 256)

    public static let disputed: Marks = [.rejectionDisputed, .returnDisputed]
    public static let ruled: Marks = [.upheld, .overturned, .split]

    init(_ handoff: Handoff) {
      var marks: Marks = []
      if handoff.silence == .accepted { marks.insert(.silenceAccepts) }
      if handoff.isOverridden { marks.insert(.overridden) }
      if handoff.isReferral { marks.insert(.referral) }
      if handoff.isEnteredLate { marks.insert(.enteredLate) }
      if let dispute = handoff.dispute {
        marks.insert(dispute.subject == .rejection ? .rejectionDisputed : .returnDisputed)
        switch dispute.ruling {
        case .upheld: marks.insert(.upheld)
        case .overturned: marks.insert(.overturned)
        case .split: marks.insert(.split)
        case nil: break
        }
      }
      self = marks
    }
  }

  public init() {}

  /// - Parameter ordinal: how many offers the lead had before.
  public init(_ handoff: Handoff, lead: LeadID, slot: UInt32, ordinal: Int) {
    self.lead = lead.rawValue
    self.slot = slot
    offered = handoff.offered.wholeSeconds
    answered = handoff.answered?.wholeSeconds ?? 0
    due = handoff.due?.wholeSeconds ?? 0
    contacted = handoff.contacted?.wholeSeconds ?? 0
    contactDue = handoff.contactDue?.wholeSeconds ?? 0
    advanced = handoff.advanced?.wholeSeconds ?? 0
    purchased = handoff.purchased?.wholeSeconds ?? 0
    returned = handoff.returned?.wholeSeconds ?? 0
    lost = handoff.lost?.wholeSeconds ?? 0
    reason = handoff.reason.rawValue
    giver = handoff.giver.rawValue
    receiver = handoff.receiver.rawValue
    from = handoff.from.rawValue
    to = handoff.to.rawValue
    outcome = handoff.outcome.rawValue
    line = handoff.line.packed
    marks = Marks(handoff)
    attempts = handoff.attempts
    agreement = handoff.agreement
    self.ordinal = UInt16(clamping: ordinal)
  }

  /// The records of a lead's crossings, in their order.
  ///
  /// - Parameter slot: the place of the lead's ``LeadRecord``, nil where it has none yet.
  public static func records(of journey: Journey, slot: Int?) -> [HandoffRecord] {
    let slot = slot.map { UInt32(clamping: $0) } ?? noSlot
    var offers = 0
    return journey.handoffs.map { handoff in
      defer { if handoff.outcome != .unrecorded { offers += 1 } }
      return HandoffRecord(handoff, lead: journey.lead, slot: slot, ordinal: offers)
    }
  }

  /// Reads the record at an offset within the page: one check for all of its fields.
  @inline(__always)
  public init(_ page: borrowing RawSpan, at offset: Int) {
    precondition(offset >= 0 && offset <= page.byteCount - HandoffRecord.byteCount, "a record lies within its page")
    lead = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
    slot = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 4, as: UInt32.self)
    offered = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 8, as: UInt32.self)
    answered = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 12, as: UInt32.self)
    due = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 16, as: UInt32.self)
    contacted = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 20, as: UInt32.self)
    contactDue = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 24, as: UInt32.self)
    advanced = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 28, as: UInt32.self)
    purchased = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 32, as: UInt32.self)
    returned = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 36, as: UInt32.self)
    lost = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 40, as: UInt32.self)
    reason = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 44, as: UInt32.self)
    giver = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 48, as: UInt16.self)
    receiver = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 50, as: UInt16.self)
    from = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 52, as: UInt8.self)
    to = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 53, as: UInt8.self)
    outcome = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 54, as: UInt8.self)
    line = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 55, as: UInt8.self)
    marks = Marks(rawValue: page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 56, as: UInt16.self))
    attempts = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 58, as: UInt16.self)
    agreement = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 60, as: UInt16.self)
    ordinal = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 62, as: UInt16.self)
  }

  public func write(to bytes: inout [UInt8]) {
    for time in [
      lead, slot, offered, answered, due, contacted, contactDue, advanced, purchased, returned, lost, reason,
    ] { bytes.append(integer: time) }
    bytes.append(integer: giver)
    bytes.append(integer: receiver)
    bytes.append(contentsOf: [from, to, outcome, line])
    for number in [marks.rawValue, attempts, agreement, ordinal] { bytes.append(integer: number) }
  }

  /// As ``Handoff/outcome(asOf:)``.
  @inline(__always)
  public func outcome(asOf time: UInt32) -> UInt8 {
    guard outcome == HandoffOutcome.pending.rawValue else { return outcome }
    let silence: Silence = marks.contains(.silenceAccepts) ? .accepted : .expired
    return HandoffOutcome.unanswered(at: time, due: due, lost: lost, silence: silence).rawValue
  }
}
