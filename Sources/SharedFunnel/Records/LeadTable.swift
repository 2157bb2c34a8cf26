/// A value for each lead that reports look up while they read visits, which name their lead by number.
///
/// Kept in chunks that are made when first written: numbers follow one another in practice, but a file
/// from elsewhere may name any, and must not make us allocate them all.
struct LeadTable<Element: BitwiseCopyable & Sendable>: Sendable {
  private static var bits: UInt32 { 12 }

  private let initial: Element
  private var chunks: [[Element]] = []

  init(initial: Element) { self.initial = initial }

  @inline(__always)
  subscript(lead: UInt32) -> Element {
    get {
      let chunk = Int(lead >> LeadTable.bits)
      guard chunk < chunks.count, !chunks[chunk].isEmpty else { return initial }
      return chunks[chunk][Int(lead & (1 << LeadTable.bits - 1))]
    }
    set {
      let chunk = Int(lead >> LeadTable.bits)
      if chunk >= chunks.count { chunks.append(contentsOf: repeatElement([], count: chunk + 1 - chunks.count)) }
      if chunks[chunk].isEmpty { chunks[chunk] = [Element](repeating: initial, count: 1 << LeadTable.bits) }
      chunks[chunk][Int(lead & (1 << LeadTable.bits - 1))] = newValue
    }
  }
}
