/// What reports need of a lead, in 64 bytes.
///
/// Fixed offsets, little-endian, times in whole seconds since 1970 with 0 for never:
///
///     0 lead · 4 first entry to stages 1...8 · 36 lost at · 40 source · 44 campaign · 48 segment
///     52 owner · 56 entry stage (low 4 bits) and present stage · 57 furthest stage and marks
///     58 feed · 60 in the present stage since
///
/// A record whose lead is 0 is an empty place.
public struct LeadRecord: Sendable, Equatable {
  public static let byteCount = 64
  /// Records to a page: with its header a page's BLOB stays under the 4,061 bytes that one leaf of a
  /// 4 KiB database page holds.
  public static let perPage = 63

  public var lead: UInt32 = 0
  public var firstEntry = SIMD8<UInt32>(repeating: 0)
  public var lostAt: UInt32 = 0
  public var source: UInt32 = 0
  public var campaign: UInt32 = 0
  public var segment: UInt32 = 0
  public var owner: UInt32 = 0
  /// Low 4 bits: entry stage. High 4 bits: present stage, or the stage the lead was lost from.
  var stages: UInt8 = 0
  /// Low 4 bits: furthest stage. High 4 bits: see ``isInHandoff`` and ``hasOwnChain``.
  var marks: UInt8 = 0
  /// The import that the lead is observed by; 0 for a lead that members work on.
  public var feed: UInt16 = 0
  public var since: UInt32 = 0

  public init() {}

  @inline(__always)
  public var entryStage: UInt8 { stages & 0xF }
  @inline(__always)
  public var stage: UInt8 { stages >> 4 }
  @inline(__always)
  public var furthest: UInt8 { marks & 0xF }
  /// Lost while hanging between two departments.
  @inline(__always)
  public var isInHandoff: Bool { marks & 0x10 != 0 }
  /// The ordered chain differs from the first entries, and is kept in an exception record.
  @inline(__always)
  public var hasOwnChain: Bool { marks & 0x20 != 0 }

  /// Reads the record at an offset within the page: one check for all of its fields.
  @inline(__always)
  public init(_ page: borrowing RawSpan, at offset: Int) {
    precondition(offset >= 0 && offset <= page.byteCount - LeadRecord.byteCount, "a record lies within its page")
    lead = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
    firstEntry = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 4, as: SIMD8<UInt32>.self)
    lostAt = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 36, as: UInt32.self)
    source = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 40, as: UInt32.self)
    campaign = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 44, as: UInt32.self)
    segment = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 48, as: UInt32.self)
    owner = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 52, as: UInt32.self)
    stages = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 56, as: UInt8.self)
    marks = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 57, as: UInt8.self)
    feed = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 58, as: UInt16.self)
    since = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 60, as: UInt32.self)
  }

  /// Appends the 64 bytes.
  public func write(to bytes: inout [UInt8]) {
    bytes.append(integer: lead)
    for index in 0..<8 { bytes.append(integer: firstEntry[index]) }
    bytes.append(integer: lostAt)
    bytes.append(integer: source)
    bytes.append(integer: campaign)
    bytes.append(integer: segment)
    bytes.append(integer: owner)
    bytes.append(stages)
    bytes.append(marks)
    bytes.append(integer: feed)
    bytes.append(integer: since)
  }
}

extension LeadRecord {
  /// The record of a lead's state; `nil` before the lead was created or entered a stage.
  public init?(_ journey: Journey) {
    guard let stage = journey.stage, let entry = journey.entryStage, let furthest = journey.furthest else { return nil }
    lead = journey.lead.rawValue
    firstEntry = journey.firstEntry
    lostAt = journey.lostAt?.wholeSeconds ?? 0
    source = journey.source.rawValue
    campaign = journey.campaign.rawValue
    segment = journey.segment.rawValue
    owner = journey.owner?.rawValue ?? 0
    stages = entry.rawValue | stage.rawValue << 4
    marks = furthest.rawValue | (journey.lostInHandoff ? 0x10 : 0)
    feed = journey.lastByMember == nil ? UInt16(clamping: journey.feed.rawValue) : 0
    since = journey.visits.last?.entered.wholeSeconds ?? 0
    if orderedChain() != journey.chain { marks |= 0x20 }
  }

  /// The chain as far as the first entries tell it: contiguous from the entry stage, in order.
  func orderedChain() -> SIMD8<UInt32> {
    var chain = SIMD8<UInt32>(repeating: 0)
    var latest: UInt32 = 0
    for index in Int(entryStage) - 1..<8 {
      guard firstEntry[index] != 0, firstEntry[index] >= latest else { break }
      latest = firstEntry[index]
      chain[index] = latest
    }
    return chain
  }
}

extension [UInt8] {
  /// Appends an integer's bytes, lowest first.
  mutating func append(integer value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
