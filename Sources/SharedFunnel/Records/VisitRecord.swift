/// What reports need of a stay in a stage, in 16 bytes.
///
///     0 lead · 4 entered · 8 left (0 while there) · 12 stage · 13 exit · 14 entry · 15 unused
public struct VisitRecord: Sendable, Equatable {
  public static let byteCount = 16
  public static let perPage = 253

  public var lead: UInt32 = 0
  public var entered: UInt32 = 0
  public var left: UInt32 = 0
  public var stage: UInt8 = 0
  public var exit: UInt8 = 0
  /// A ``VisitEntry``; 0 in a file that was written before records had it, until it is rebuilt.
  public var entry: UInt8 = 0

  public init() {}

  /// - Parameter previous: the lead's stay before this one.
  public init(_ visit: Visit, after previous: Visit?, lead: LeadID) {
    self.lead = lead.rawValue
    entered = visit.entered.wholeSeconds
    left = visit.left?.wholeSeconds ?? 0
    stage = visit.stage.rawValue
    exit = visit.exit.rawValue
    entry = VisitEntry(after: previous).rawValue
  }

  /// Reads the record at an offset within the page: one check for all of its fields.
  @inline(__always)
  public init(_ page: borrowing RawSpan, at offset: Int) {
    precondition(offset >= 0 && offset <= page.byteCount - VisitRecord.byteCount, "a record lies within its page")
    lead = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
    entered = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 4, as: UInt32.self)
    left = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 8, as: UInt32.self)
    stage = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 12, as: UInt8.self)
    exit = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 13, as: UInt8.self)
    entry = page.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 14, as: UInt8.self)
  }

  public func write(to bytes: inout [UInt8]) {
    bytes.append(integer: lead)
    bytes.append(integer: entered)
    bytes.append(integer: left)
    bytes.append(contentsOf: [stage, exit, entry, 0])
  }
}
