/// What reports need of a crossing, in 32 bytes.
///
///     0 lead · 4 slot of the lead's record · 8 offered · 12 answered · 16 due · 20 from stage
///     21 to stage · 22 outcome · 23 unused · 24 giver · 26 receiver · 28 reason
public struct HandoffRecord: Sendable, Equatable {
  public static let byteCount = 32
  public static let perPage = 126

  public var lead: UInt32 = 0
  /// The place of the lead's ``LeadRecord`` over all pages.
  public var slot: UInt32 = 0
  public var offered: UInt32 = 0
  public var answered: UInt32 = 0
  public var due: UInt32 = 0
  public var from: UInt8 = 0
  public var to: UInt8 = 0
  public var outcome: UInt8 = 0
  public var giver: UInt16 = 0
  public var receiver: UInt16 = 0
  public var reason: UInt32 = 0

  public init() {}

  public init(_ handoff: Handoff, lead: LeadID, slot: UInt32) {
    self.lead = lead.rawValue
    self.slot = slot
    offered = handoff.offered.wholeSeconds
    answered = handoff.answered?.wholeSeconds ?? 0
    due = handoff.due?.wholeSeconds ?? 0
    from = handoff.from.rawValue
    to = handoff.to.rawValue
    outcome = handoff.outcome.rawValue
    giver = handoff.giver.rawValue
    receiver = handoff.receiver.rawValue
    reason = handoff.reason.rawValue
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
    from = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 20, as: UInt8.self)
    to = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 21, as: UInt8.self)
    outcome = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 22, as: UInt8.self)
    giver = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 24, as: UInt16.self)
    receiver = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 26, as: UInt16.self)
    reason = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 28, as: UInt32.self)
  }

  public func write(to bytes: inout [UInt8]) {
    bytes.append(integer: lead)
    bytes.append(integer: slot)
    bytes.append(integer: offered)
    bytes.append(integer: answered)
    bytes.append(integer: due)
    bytes.append(contentsOf: [from, to, outcome, 0])
    bytes.append(integer: giver)
    bytes.append(integer: receiver)
    bytes.append(integer: reason)
  }

  /// As ``Handoff/outcome(asOf:)``, in whole seconds.
  @inline(__always)
  public func outcome(asOf time: UInt32) -> UInt8 {
    let isOverdue = outcome == HandoffOutcome.pending.rawValue && due != 0 && due < time
    return isOverdue ? HandoffOutcome.expired.rawValue : outcome
  }
}
