import SQLite
import SharedFunnel

/// The kinds of fixed-width records, each with a table of pages.
enum PageKind: String, CaseIterable {
  case lead, visit, handoff

  var byteCount: Int {
    switch self {
    case .lead: LeadRecord.byteCount
    case .visit: VisitRecord.byteCount
    case .handoff: HandoffRecord.byteCount
    }
  }

  var perPage: Int {
    switch self {
    case .lead: LeadRecord.perPage
    case .visit: VisitRecord.perPage
    case .handoff: HandoffRecord.perPage
    }
  }
}

/// Records of one kind by slot: slot / perPage is the page, and the rest the place in it.
///
/// Changed pages are held until ``flush()``, so that a bulk write touches each page once.
final class RecordPages {
  private let connection: Connection
  let kind: PageKind
  private var changed: [Int: [UInt8]] = [:]
  private var taken: Int?
  private var savedTaken: Int?

  /// Records refer to slots in 32 bits.
  private static let slots = 0..<Int(UInt32.max)

  /// Changed pages held before they are written: 16 MiB of them.
  private static let heldPages = 4096

  init(_ connection: Connection, _ kind: PageKind) {
    self.connection = connection
    self.kind = kind
  }

  /// Forgets what was not written: the transaction rolled back.
  func forget() {
    changed = [:]
    taken = nil
    savedTaken = nil
  }

  /// The next free slot, taken from now on.
  func takeSlot() throws -> Int {
    let next = try loadTaken()
    guard RecordPages.slots.contains(next) else {
      throw StoreError.damaged(StoreMessages.badSlot(["kind": kind.rawValue, "slot": String(next)]))
    }
    taken = next + 1
    return next
  }

  private func loadTaken() throws -> Int {
    if let taken { return taken }
    let count = try connection.first("SELECT taken FROM slot_count WHERE kind = ?", .text(kind.rawValue)) {
      try $0.int(0)
    }
    taken = count ?? 0
    savedTaken = count
    return count ?? 0
  }

  /// Writes a record's bytes into its slot.
  func write(_ record: [UInt8], at slot: Int) throws {
    guard RecordPages.slots.contains(slot) else {
      throw StoreError.damaged(StoreMessages.badSlot(["kind": kind.rawValue, "slot": String(slot)]))
    }
    let page = slot / kind.perPage
    let offset = slot % kind.perPage * kind.byteCount
    var bytes = try changed.removeValue(forKey: page) ?? load(page)
    if bytes.count < offset + kind.byteCount {
      bytes.append(contentsOf: [UInt8](repeating: 0, count: offset + kind.byteCount - bytes.count))
    }
    bytes.replaceSubrange(offset..<offset + kind.byteCount, with: record)
    changed[page] = bytes
    if changed.count >= RecordPages.heldPages { try flushPages() }
  }

  /// Empties a slot.
  func clear(_ slot: Int) throws {
    try write([UInt8](repeating: 0, count: kind.byteCount), at: slot)
  }

  private func load(_ page: Int) throws -> [UInt8] {
    try connection.first("SELECT records FROM \(kind.rawValue)_page WHERE page = ?", .integer(Int64(page))) {
      try $0.blob(0)
    } ?? []
  }

  private func flushPages() throws {
    for (page, bytes) in changed.sorted(by: { $0.key < $1.key }) {
      try connection.run(
        """
        INSERT INTO \(kind.rawValue)_page (page, records) VALUES (?, ?)
        ON CONFLICT (page) DO UPDATE SET records = excluded.records
        """, .integer(Int64(page)), .blob(bytes))
    }
    changed.removeAll(keepingCapacity: true)
  }

  /// Writes what is held; before every commit.
  func flush() throws {
    try flushPages()
    guard let taken, taken != savedTaken else { return }
    try connection.run(
      "UPDATE slot_count SET taken = ? WHERE kind = ?", .integer(Int64(taken)), .text(kind.rawValue))
    savedTaken = taken
  }

  /// Hands every page to the body, in the order of the slots.
  static func forEach(_ connection: Connection, _ kind: PageKind, _ body: (RawSpan) throws -> Void) throws {
    try connection.forEach("SELECT records FROM \(kind.rawValue)_page ORDER BY page") { row in
      try row.withBytes(0) { try body($0) }
    }
  }
}
