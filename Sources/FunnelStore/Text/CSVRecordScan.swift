/// Finds the fields of one record in memory.
struct CSVRecordScan {
  /// What is wrong with one record, and where.
  enum Fault {
    case junkAfterQuote(Int)
    case bareQuote(Int)
    case bareCarriageReturn(Int)
    case nulByte(Int)
    case invalidUTF8
  }

  enum Outcome {
    /// The record without its line end, and where the next one starts.
    case record(end: Int, next: Int)
    case emptyLine(next: Int)
    /// The record is taken to end with the line on which the fault stands.
    case fault(Fault, end: Int, next: Int)
    /// The bytes end before the record does.
    case needsMore
    case tooLong(openQuote: Int?)
    case unterminated(openQuote: Int)
    case end
  }

  /// Readable bytes that must follow the last one, since words are read that begin before it.
  static let padding = 8

  private(set) var fields: [CSVField] = []
  private(set) var unescaped: [UInt8] = []
  /// Whether a field of the record is quoted, so that it may have more than one line.
  private(set) var hasQuotes = false
  /// The bits of all bytes of the record, and of a few after it.
  private var bits: UInt64 = 0

  private let delimiter: UInt8
  private let delimiters: UInt64
  private let endsLinesInCarriageReturn: Bool
  private let lengthLimit: Int

  init(_ limits: CSVLimits) {
    endsLinesInCarriageReturn = limits.endsLinesInCarriageReturn
    delimiter = limits.delimiter
    delimiters = ByteMask.repeated(limits.delimiter)
    lengthLimit = limits.recordLength
  }

  mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    if !unescaped.isEmpty { unescaped.removeAll(keepingCapacity: true) }
    hasQuotes = false
    bits = 0
  }

  /// Reads the record that begins at `start`.
  ///
  /// - Parameter end: the end of what was read, with ``padding`` bytes of any content after it.
  mutating func scan(_ buffer: [UInt8], start: Int, end: Int, isAtEnd: Bool) -> Outcome {
    let bytes = buffer.span
    clear()
    guard start < end else { return isAtEnd ? .end : .needsMore }
    if bytes[start] == UInt8(ascii: "\n") { return .emptyLine(next: start + 1) }
    if bytes[start] == UInt8(ascii: "\r") {
      if start + 1 < end, bytes[start + 1] == UInt8(ascii: "\n") { return .emptyLine(next: start + 2) }
      if endsLinesInCarriageReturn, start + 1 < end || isAtEnd { return .emptyLine(next: start + 1) }
    }
    let window = Window(start: start, end: end, isAtEnd: isAtEnd, limit: lengthLimit)
    var fieldStart = start
    var base = start
    var hits = hits(bytes, at: base)
    while true {
      while hits == 0 {
        base += 8
        guard base < window.end else { return finish(window, fieldStart) }
        hits = self.hits(bytes, at: base)
      }
      let position = base + hits.trailingZeroBitCount >> 3
      hits &= hits &- 1
      guard position < window.end else { return finish(window, fieldStart) }
      let byte = bytes[position]
      if byte == delimiter {
        fields.append(CSVField(fieldStart, position))
        fieldStart = position + 1
      } else if byte == UInt8(ascii: "\n") {
        return finish(window, fieldStart, position, next: position + 1)
      } else if byte == UInt8(ascii: "\r") {
        guard position + 1 < window.end else { return endingInCarriageReturn(window, position, fieldStart) }
        if bytes[position + 1] == UInt8(ascii: "\n") {
          return finish(window, fieldStart, position, next: position + 2)
        }
        if endsLinesInCarriageReturn { return finish(window, fieldStart, position, next: position + 1) }
        return fault(.bareCarriageReturn(position), bytes, position, window)
      } else {
        guard position == fieldStart else { return fault(.bareQuote(position), bytes, position, window) }
        guard let after = quotedField(bytes, from: position, window) else {
          return window.isCut
            ? .tooLong(openQuote: position) : isAtEnd ? .unterminated(openQuote: position) : .needsMore
        }
        guard after < window.end else { return finish(window) }
        switch bytes[after] {
        case delimiter: break
        case UInt8(ascii: "\n"): return finish(window, at: after, next: after + 1)
        case UInt8(ascii: "\r"):
          guard after + 1 < window.end else { return endingInCarriageReturn(window, after) }
          if bytes[after + 1] == UInt8(ascii: "\n") { return finish(window, at: after, next: after + 2) }
          if endsLinesInCarriageReturn { return finish(window, at: after, next: after + 1) }
          return fault(.bareCarriageReturn(after), bytes, after, window)
        default: return fault(.junkAfterQuote(after), bytes, after, window)
        }
        fieldStart = after + 1
        base = fieldStart
        guard base < window.end else { return finish(window, fieldStart) }
        hits = self.hits(bytes, at: base)
      }
    }
  }

  /// What only the whole record shows.
  func fault(in record: Range<Int>, of bytes: Span<UInt8>, mayHaveZeros: Bool) -> Fault? {
    if mayHaveZeros {
      for position in record where bytes[position] == 0 { return .nulByte(position) }
    }
    if bits & ByteMask.repeated(0x80) != 0 {
      do {
        _ = try UTF8Span(validating: bytes.extracting(record))
      } catch {
        return .invalidUTF8
      }
    }
    return nil
  }

  /// The places of delimiters, quotes and line ends in the eight bytes from `base` on.
  @inline(__always)
  private mutating func hits(_ bytes: Span<UInt8>, at base: Int) -> UInt64 {
    let word = ByteMask.word(bytes, at: base)
    bits |= word
    return ByteMask.zeros(word ^ delimiters) | ByteMask.zeros(word ^ ByteMask.repeated(UInt8(ascii: "\"")))
      | ByteMask.zeros(word ^ ByteMask.repeated(UInt8(ascii: "\n")))
      | ByteMask.zeros(word ^ ByteMask.repeated(UInt8(ascii: "\r")))
  }

  /// Reads the field whose opening quote is at `quote`, and says what follows its closing quote; nil if that is missing.
  private mutating func quotedField(_ bytes: Span<UInt8>, from quote: Int, _ window: Window) -> Int? {
    hasQuotes = true
    let unescapedStart = unescaped.count
    var segment = quote + 1
    var from = segment
    while let position = nextQuote(bytes, from: from, window) {
      if position + 1 < window.end, bytes[position + 1] == UInt8(ascii: "\"") {
        unescape(bytes, segment..<position + 1)
        segment = position + 2
        from = segment
        continue
      }
      if unescaped.count == unescapedStart {
        fields.append(CSVField(segment, position))
      } else {
        unescape(bytes, segment..<position)
        fields.append(CSVField(unescapedStart, unescaped.count, isUnescaped: true))
      }
      return position + 1
    }
    return nil
  }

  private mutating func unescape(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    bytes.extracting(range).withUnsafeBufferPointer { unescaped.append(contentsOf: $0) }
  }

  private mutating func nextQuote(_ bytes: Span<UInt8>, from start: Int, _ window: Window) -> Int? {
    var base = start
    while base < window.end {
      let word = ByteMask.word(bytes, at: base)
      bits |= word
      let hits = ByteMask.zeros(word ^ ByteMask.repeated(UInt8(ascii: "\"")))
      if hits != 0 {
        let position = base + hits.trailingZeroBitCount >> 3
        return position < window.end ? position : nil
      }
      base += 8
    }
    return nil
  }
}

extension CSVRecordScan {
  /// The bytes that the record may take: its longest length and a line end.
  fileprivate struct Window {
    let start: Int
    let end: Int
    let limit: Int
    /// Whether it ends where the record becomes too long, and not where the bytes end.
    let isCut: Bool
    let isAtEnd: Bool

    init(start: Int, end: Int, isAtEnd: Bool, limit: Int) {
      self.start = start
      self.limit = limit
      self.isAtEnd = isAtEnd
      isCut = end - start >= limit + 2
      self.end = min(end, start + limit + 2)
    }
  }

  /// The record ends with the field from `fieldStart` up to `end`.
  private mutating func finish(_ window: Window, _ fieldStart: Int, _ end: Int, next: Int) -> Outcome {
    fields.append(CSVField(fieldStart, end))
    return finish(window, at: end, next: next)
  }

  /// The record ends at `end`, and its last field has been noted.
  private func finish(_ window: Window, at end: Int, next: Int) -> Outcome {
    end - window.start > window.limit ? .tooLong(openQuote: nil) : .record(end: end, next: next)
  }

  /// The window ends in the field from `fieldStart` on, or, if that is nil, after a quoted one.
  private mutating func finish(_ window: Window, _ fieldStart: Int? = nil) -> Outcome {
    if window.isCut { return .tooLong(openQuote: nil) }
    guard window.isAtEnd else { return .needsMore }
    if let fieldStart { fields.append(CSVField(fieldStart, window.end)) }
    return finish(window, at: window.end, next: window.end)
  }

  /// The window ends with a carriage return, in the field from `fieldStart` on, or, if that is nil, after a quoted one.
  private mutating func endingInCarriageReturn(
    _ window: Window, _ position: Int, _ fieldStart: Int? = nil
  ) -> Outcome {
    if window.isCut { return .tooLong(openQuote: nil) }
    if window.isAtEnd, endsLinesInCarriageReturn {
      if let fieldStart { fields.append(CSVField(fieldStart, position)) }
      return finish(window, at: position, next: window.end)
    }
    return window.isAtEnd ? .fault(.bareCarriageReturn(position), end: window.end, next: window.end) : .needsMore
  }

  /// The record is given up at `position`; the next one starts after the end of that line.
  private func fault(_ fault: Fault, _ bytes: Span<UInt8>, _ position: Int, _ window: Window) -> Outcome {
    for place in position..<window.end {
      if bytes[place] == UInt8(ascii: "\n") {
        let end = bytes[place - 1] == UInt8(ascii: "\r") ? place - 1 : place
        return .fault(fault, end: end, next: place + 1)
      }
      guard endsLinesInCarriageReturn, bytes[place] == UInt8(ascii: "\r"), place + 1 < window.end else { continue }
      if bytes[place + 1] != UInt8(ascii: "\n") { return .fault(fault, end: place, next: place + 1) }
    }
    if window.isCut { return .tooLong(openQuote: nil) }
    return window.isAtEnd ? .fault(fault, end: window.end, next: window.end) : .needsMore
  }
}
