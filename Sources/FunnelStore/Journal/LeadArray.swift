/// A value a lead number, in chunks that are made when first written: numbers follow one another in
/// practice, but a file from elsewhere may name any, and must not make us allocate them all.
struct LeadArray<Element> {
  private static var chunkLength: Int { 4096 }

  private let initial: Element
  private var chunks: [[Element]?] = []

  init(initial: Element) { self.initial = initial }

  subscript(lead: UInt32) -> Element {
    get {
      let chunk = Int(lead) / LeadArray.chunkLength
      guard chunk < chunks.count, let elements = chunks[chunk] else { return initial }
      return elements[Int(lead) % LeadArray.chunkLength]
    }
    set {
      let chunk = Int(lead) / LeadArray.chunkLength
      if chunk >= chunks.count {
        chunks.append(contentsOf: [[Element]?](repeating: nil, count: chunk + 1 - chunks.count))
      }
      if chunks[chunk] == nil { chunks[chunk] = [Element](repeating: initial, count: LeadArray.chunkLength) }
      chunks[chunk]?[Int(lead) % LeadArray.chunkLength] = newValue
    }
  }

  /// Every value that was written, and the initial ones beside them, by lead number.
  func forEachElement(_ body: (Element) throws -> Void) rethrows {
    for chunk in chunks {
      guard let chunk else { continue }
      for element in chunk { try body(element) }
    }
  }
}
