/// The text of a file as UTF-8, whatever it was written in.
///
/// - A byte order mark decides. Without one, bytes that are text only as UTF-16 are UTF-16.
/// - Up to the first byte from 0x80 on, UTF-8 and Windows-1252 are the same. If there is a character of UTF-8 in the 64 KiB
///   from there on, or nothing else than ASCII, the file is UTF-8; otherwise Windows-1252.
/// - A character of UTF-8 in what was taken for Windows-1252 ends the reading with
///   ``ByteSourceError/mixedEncodings``: the file is both or neither, and would come out with wrong letters.
/// - What the encoding does not know comes out as a byte that no UTF-8 has, so that the reader of records rejects that
///   record with its line, and no other.
///
/// A class, since whoever opened the file asks, after it was read, what it was.
final class TextByteSource: ByteSource {
  /// How many bytes are looked at at once. Fixed, and always filled, so that it does not matter how the bytes arrive.
  private static let stretch = 1 << 16

  private enum State {
    case atStart
    /// UTF-8 or Windows-1252, which has made no difference so far.
    case undecided
    case utf8
    case windows1252
    case utf16(UTF16Bytes.Order)
  }

  /// What the file is, as far as it was read.
  private(set) var encoding = TextEncoding.utf8

  private var source: any ByteSource
  private let forced: TextEncoding?
  private var state = State.atStart
  private var evidence = UTF8Evidence()
  /// Bytes of the source that are not decoded yet.
  private var held: [UInt8] = []
  private var isAtEnd = false
  /// Text that is not given out yet, from `given` on.
  private var text: [UInt8] = []
  private var given = 0

  /// - Parameter encoding: what a person says that the file is; nil to find out.
  init(_ source: any ByteSource, encoding: TextEncoding? = nil) {
    self.source = source
    forced = encoding
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    while true {
      if given < text.count {
        let count = min(buffer.count, text.count - given)
        buffer.copyBytes(from: text[given..<given + count])
        given += count
        return count
      }
      text.removeAll(keepingCapacity: true)
      given = 0
      switch state {
      case .atStart: try begin()
      case .undecided:
        let count = try source.read(into: buffer)
        guard let first = TextByteSource.firstBeyondASCII(buffer, count) else { return count }
        held.append(contentsOf: buffer[first..<count])
        try decide()
        if first > 0 { return first }
      case .utf8: return try source.read(into: buffer)
      case .windows1252, .utf16:
        try fill()
        if held.isEmpty { return 0 }
        try decode()
      }
    }
  }

  /// Looks at the first bytes.
  private func begin() throws(ByteSourceError) {
    try fill()
    let mark = ByteOrderMark(held)
    // A mark of UTF-8 is no text in Windows-1252 either.
    if let mark, forced == nil || forced == mark.encoding || mark.encoding == .utf8 { held.removeFirst(mark.length) }
    switch forced ?? mark?.encoding {
    case .utf8: pass(as: .utf8)
    case .windows1252: take(.windows1252, .windows1252)
    case .utf16: take(.utf16, .utf16(mark?.order ?? UTF16Bytes.order(of: held) ?? .littleEndian))
    case nil:
      if held.contains(0), let order = UTF16Bytes.order(of: held) {
        take(.utf16, .utf16(order))
      } else if let first = held.firstIndex(where: { $0 >= 0x80 }) {
        text = Array(held[..<first])
        held.removeFirst(first)
        try decide()
      } else {
        pass(as: .undecided)
      }
    }
  }

  /// Decides by the bytes from the first one on that is not ASCII.
  private func decide() throws(ByteSourceError) {
    try fill()
    var found = UTF8Evidence()
    _ = found.read(held, isEnd: isAtEnd)
    if found.hasStrayBytes, !found.hasCharacters {
      take(.windows1252, .windows1252)
    } else {
      pass(as: .utf8)
    }
  }

  /// The bytes are the text: they are given out as they come.
  private func pass(as state: State) {
    self.state = state
    text.append(contentsOf: held)
    held = []
  }

  private func take(_ encoding: TextEncoding, _ state: State) {
    self.encoding = encoding
    self.state = state
  }

  private func decode() throws(ByteSourceError) {
    let taken: Int
    if case .utf16(let order) = state {
      taken = UTF16Bytes.decode(held, order, isEnd: isAtEnd, into: &text)
    } else {
      taken = evidence.read(held, isEnd: isAtEnd)
      if forced == nil, evidence.hasCharacters { throw .mixedEncodings }
      Windows1252.decode(held[..<taken], into: &text)
    }
    held.removeFirst(taken)
  }

  private func fill() throws(ByteSourceError) {
    if isAtEnd { return }
    isAtEnd = try source.read(into: &held, upTo: TextByteSource.stretch)
  }

  private static func firstBeyondASCII(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int) -> Int? {
    let bytes = UnsafeBufferPointer(rebasing: buffer.assumingMemoryBound(to: UInt8.self)[..<count])
    let first = ByteMask.firstBeyondASCII(bytes.span, from: 0)
    return first < count ? first : nil
  }
}
