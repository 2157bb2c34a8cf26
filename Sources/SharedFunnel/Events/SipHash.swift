/// SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012; the 128-bit variant is in their
/// reference implementation), for ids that must come out the same on every machine.
///
/// The key is public, so this keeps accidents apart and not attackers.
public struct SipHash {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  private var tail: UInt64 = 0
  private var length: UInt64 = 0

  public init(key0: UInt64 = 0x7368_6172_6564_2066, key1: UInt64 = 0x756e_6e65_6c20_6964) {
    v0 = key0 ^ 0x736f_6d65_7073_6575
    v1 = key1 ^ 0x646f_7261_6e64_6f6d ^ 0xee
    v2 = key0 ^ 0x6c79_6765_6e65_7261
    v3 = key1 ^ 0x7465_6462_7974_6573
  }

  private mutating func round() {
    func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
    v0 = v0 &+ v1
    v1 = rotate(v1, 13) ^ v0
    v0 = rotate(v0, 32)
    v2 = v2 &+ v3
    v3 = rotate(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = rotate(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = rotate(v1, 17) ^ v2
    v2 = rotate(v2, 32)
  }

  private mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  public mutating func add(_ byte: UInt8) {
    tail |= UInt64(byte) << (8 * (length & 7))
    length &+= 1
    guard length & 7 == 0 else { return }
    absorb(tail)
    tail = 0
  }

  /// The bytes of a number, lowest first.
  public mutating func add(_ value: UInt64) {
    let filled = 8 * (length & 7)
    length &+= 8
    absorb(tail | value << filled)
    tail = filled == 0 ? 0 : value >> (64 - filled)
  }

  /// Adds the length first, so that ("ab", "c") and ("a", "bc") differ.
  public mutating func add(_ text: String) {
    var text = text
    // Eight bytes at a time: an import hashes every value of every record.
    text.withUTF8 { utf8 in
      let bytes = UnsafeRawBufferPointer(utf8)
      add(UInt64(bytes.count))
      var offset = 0
      while offset + 8 <= bytes.count {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
      while offset < bytes.count {
        add(bytes[offset])
        offset += 1
      }
    }
  }

  public consuming func finish() -> EventID {
    absorb(tail | (length & 0xFF) << 56)
    v2 ^= 0xee
    for _ in 0..<4 { round() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { round() }
    return EventID(high: first, low: v0 ^ v1 ^ v2 ^ v3)
  }
}
