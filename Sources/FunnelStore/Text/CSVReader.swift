/// A streaming reader of CSV as RFC 4180 has it, strict about quotes.
///
/// - Lines end in CRLF or LF; the last one need not. A carriage return alone, outside quotes, is an error, for taken as
///   text it would end up in a name; where the limits say so, it ends a line too. Inside quotes it is text.
/// - A UTF-8 byte order mark at the start is skipped; so are empty lines, which count as lines nevertheless.
/// - A quoted field may contain delimiters, line ends and quotes that are doubled. A quote elsewhere is an error.
/// - Every record is valid UTF-8 without zero bytes, or an error.
/// - An error that is not final concerns one record: ``rawRecord`` has it up to the end of the line on which the error
///   stands, for a file of rejects, and the next ``next()`` goes on after it. A final error is thrown again and again.
///
/// Memory is bounded by twice the longest record allowed, and eight bytes a field of the present one.
struct CSVReader: ~Copyable {
  /// The line, from 1, on which the present record starts.
  private(set) var line = 0
  /// How many bytes the source has given so far. 0 after the end: the source is empty.
  private(set) var bytesRead = 0
  /// The fields of the present record; 0 where it was an error.
  var fieldCount: Int { scan.fields.count }

  private let recordLength: Int
  private let endsLinesInCarriageReturn: Bool
  private var source: any ByteSource
  private var isAtEnd = false
  private var failure: CSVError?
  /// `start ..< end` is yet to be read; eight bytes past it are kept free, for words that begin before it.
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  /// The line at `start`.
  private var nextLine: Int
  /// The present record within the buffer, without its line end.
  private var record = 0..<0
  private var scan: CSVRecordScan
  /// Whether the buffer has a zero byte, so that records are looked through for one.
  private var mayHaveZeros = false

  /// - Parameter firstLine: where the bytes stand in a larger file.
  init(source: any ByteSource, limits: CSVLimits = CSVLimits(), firstLine: Int = 1) {
    self.source = source
    nextLine = firstLine
    recordLength = limits.recordLength
    endsLinesInCarriageReturn = limits.endsLinesInCarriageReturn
    scan = CSVRecordScan(limits)
    buffer = [UInt8](repeating: 0, count: limits.chunkLength + CSVRecordScan.padding)
  }

  /// Goes to the next record; false at the end.
  mutating func next() throws(CSVError) -> Bool {
    if let failure { throw failure }
    record = 0..<0
    do throws(CSVError) {
      if bytesRead == 0 { try begin() }
      return try advance()
    } catch {
      scan.clear()
      if error.isFinal { failure = error }
      throw error
    }
  }

  /// The bytes of a field, without its quotes, doubled quotes made single.
  @inline(__always)
  func withField<Result>(_ index: Int, _ body: (RawSpan) throws -> Result) rethrows -> Result {
    let field = scan.fields[index]
    if field.isUnescaped {
      return try body(scan.unescaped.span.bytes.extracting(field.range))
    }
    return try body(buffer.span.bytes.extracting(field.range))
  }

  /// A field as text.
  func string(_ index: Int) -> String {
    let field = scan.fields[index]
    return String(decoding: (field.isUnescaped ? scan.unescaped : buffer)[field.range], as: UTF8.self)
  }

  /// The bytes of the present record as the file has them, without the line end; also those of one that was an error.
  var rawRecord: [UInt8] { Array(buffer[record]) }

  private mutating func advance() throws(CSVError) -> Bool {
    while true {
      let outcome = scan.scan(buffer, start: start, end: end, isAtEnd: isAtEnd)
      switch outcome {
      case .record(let recordEnd, let next):
        accept(recordEnd, next)
        if let fault = scan.fault(in: record, of: buffer.span, mayHaveZeros: mayHaveZeros) { throw error(fault) }
        return true
      case .emptyLine(let next):
        start = next
        nextLine += 1
      case .fault(let fault, let recordEnd, let next):
        accept(recordEnd, next)
        throw error(fault)
      case .needsMore:
        try fill()
      case .tooLong(let openQuote):
        throw .recordTooLong(line: lineNumber(at: openQuote ?? start), limit: recordLength)
      case .unterminated(let openQuote):
        throw .unterminatedQuote(line: lineNumber(at: openQuote))
      case .end:
        return false
      }
    }
  }

  /// The record ends at `recordEnd`, what follows it starts at `next`.
  private mutating func accept(_ recordEnd: Int, _ next: Int) {
    record = start..<recordEnd
    line = nextLine
    nextLine += 1
    if scan.hasQuotes { nextLine += lineEnds(record) }
    start = next
  }

  private func error(_ fault: CSVRecordScan.Fault) -> CSVError {
    switch fault {
    case .junkAfterQuote(let position): .junkAfterQuote(line: lineNumber(inRecord: position), column: column(position))
    case .bareQuote(let position): .bareQuote(line: lineNumber(inRecord: position), column: column(position))
    case .bareCarriageReturn(let position):
      .bareCarriageReturn(line: lineNumber(inRecord: position), column: column(position))
    case .nulByte(let position): .nulByte(line: lineNumber(inRecord: position))
    case .invalidUTF8: .invalidUTF8(line: line)
    }
  }

  /// The line of a place in the record that starts at `start`.
  private func lineNumber(at position: Int) -> Int { nextLine + lineEnds(start..<position) }

  /// The line of a place in the present record.
  private func lineNumber(inRecord position: Int) -> Int { line + lineEnds(record.lowerBound..<position) }

  private func lineEnds(_ range: Range<Int>) -> Int {
    if endsLinesInCarriageReturn {
      return range.count { isLineEnd(at: $0) }
    }
    var count = 0
    // Without a branch, and without a trap, the loop runs many bytes at a time.
    for byte in buffer[range] { count &+= byte == UInt8(ascii: "\n") ? 1 : 0 }
    return count
  }

  /// Whether a line ends behind the byte, as an editor shows it.
  private func isLineEnd(at position: Int) -> Bool {
    if buffer[position] == UInt8(ascii: "\n") { return true }
    guard endsLinesInCarriageReturn, buffer[position] == UInt8(ascii: "\r") else { return false }
    return buffer[position + 1] != UInt8(ascii: "\n")
  }

  private func column(_ position: Int) -> Int {
    let before = record.lowerBound..<position
    let lineStart = before.last { isLineEnd(at: $0) }.map { $0 + 1 } ?? record.lowerBound
    // A scalar is counted at its first byte.
    return 1 + buffer[lineStart..<position].count { $0 & 0xC0 != 0x80 }
  }

  /// Reads the first bytes, and refuses what is no text, by a zero byte in its first line, before a record of it is
  /// taken for one.
  private mutating func begin() throws(CSVError) {
    try fill()
    let head = buffer[0..<min(end, 4096)]
    let line = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if line.contains(0) { throw .binary }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  }

  /// Moves what is left to the front, makes room if there is none, and reads until the buffer is full, so that a long
  /// record is looked at again only each time the buffer has doubled.
  private mutating func fill() throws(CSVError) {
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      end -= start
      start = 0
    }
    if end + CSVRecordScan.padding >= buffer.count {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count))
    }
    mayHaveZeros = hasZero(0..<end)
    while !isAtEnd, end + CSVRecordScan.padding < buffer.count {
      let count: Int
      do throws(ByteSourceError) {
        count = try CSVReader.read(&source, into: &buffer, from: end)
      } catch {
        throw .io(error)
      }
      isAtEnd = count == 0
      if hasZero(end..<end + count) { mayHaveZeros = true }
      end += count
      bytesRead += count
    }
  }

  private func hasZero(_ range: Range<Int>) -> Bool { ByteMask.hasZero(buffer.span.extracting(range)) }

  /// Reads once into what is free behind `end`.
  private static func read(
    _ source: inout any ByteSource, into buffer: inout [UInt8], from end: Int
  ) throws(ByteSourceError) -> Int {
    var span = buffer.mutableSpan
    return try span.withUnsafeMutableBytes { bytes throws(ByteSourceError) in
      let free = bytes[end..<bytes.count - CSVRecordScan.padding]
      return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: free))
    }
  }
}
