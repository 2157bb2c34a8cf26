/// Names an event, or the command that a group of events came from, in every copy of the journal.
///
/// A command's id is a UUID version 7 (RFC 9562), so that ids sort by time. An event that a person
/// made takes its command's id plus its place in the command. An imported event's id is a hash of
/// where it came from and what it says: see ``EventID/init(slot:content:)``.
public struct EventID: Sendable, Hashable, Comparable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new id for a command at that time.
  public static func command(
    at time: Timestamp, using random: inout some RandomNumberGenerator
  ) -> EventID {
    let clock = UInt64(clamping: time.milliseconds) & 0xFFFF_FFFF_FFFF
    let high = clock << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &random)
    let low = 1 << 63 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &random) & ~0xFFFF
    return EventID(high: high, low: low)
  }

  /// The id of the event at a place in this command; places start at 0. The low 16 bits of a
  /// command's id are free for it, and a command with more events runs on into the higher ones.
  public func event(_ place: Int) -> EventID {
    EventID(high: high, low: low &+ UInt64(place) &+ 1)
  }

  /// The id of an imported event: 80 bits that name the slot (source, record key, milestone), then 48
  /// bits of what it says. Two versions of one fact so share their first ten bytes.
  public init(slot: EventID, content: UInt64) {
    high = slot.high
    low = slot.low & ~0xFFFF_FFFF_FFFF | content & 0xFFFF_FFFF_FFFF
  }

  /// The id of the expiry of an offer: the same whoever writes it down.
  ///
  /// - Parameter voided: how many expiries of the offer were written down before, and voided.
  public static func expiry(of offer: EventID, voided: Int = 0) -> EventID {
    var hash = SipHash()
    hash.add("expired")
    hash.add(offer.high)
    hash.add(offer.low)
    if voided > 0 { hash.add(UInt64(voided)) }
    return hash.finish()
  }

  /// The id of the command that settles what fell due, by the first event of it.
  public static func sweep(of event: EventID) -> EventID {
    var hash = SipHash()
    hash.add("sweep")
    hash.add(event.high)
    hash.add(event.low)
    return hash.finish()
  }

  /// Whether both are versions of one imported fact.
  public func hasSameSlot(as other: EventID) -> Bool {
    high == other.high && low >> 48 == other.low >> 48
  }

  /// The form of a UUID: `0192f0c1-…`.
  public var text: String {
    func hex(_ value: UInt64, _ digits: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    return [
      hex(high >> 32, 8), hex(high >> 16 & 0xFFFF, 4), hex(high & 0xFFFF, 4), hex(low >> 48, 4),
      hex(low & 0xFFFF_FFFF_FFFF, 12),
    ].joined(separator: "-")
  }

  /// Reads what ``text`` wrote.
  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
    var value: (high: UInt64, low: UInt64) = (0, 0)
    for byte in parts.joined().utf8 {
      let digit: UInt64
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte - UInt8(ascii: "a")) + 10
      default: return nil
      }
      value = (value.high << 4 | value.low >> 60, value.low << 4 | digit)
    }
    self.init(high: value.high, low: value.low)
  }

  public static func < (left: EventID, right: EventID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
