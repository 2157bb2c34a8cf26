import SharedFunnel
import Testing

struct SipHashTests {
  /// `vectors_sip128` of the reference implementation: key 00 01 … 0f, input 00 01 … of each length from 0
  /// on, the 16 bytes of output in order.
  static let reference = [
    "a3817f04ba25a8e66df67214c7550293",
    "da87c1d86b99af44347659119b22fc45",
    "8177228da4a45dc7fca38bdef60affe4",
    "9c70b60c5267a94e5f33b6b02985ed51",
    "f88164c12d9c8faf7d0f6e7c7bcd5579",
    "1368875980776f8854527a07690e9627",
    "14eeca338b208613485ea0308fd7a15e",
    "a1f1ebbed8dbc153c0b84aa61ff08239",
    "3b62a9ba6258f5610f83e264f31497b4",
    "264499060ad9baabc47f8b02bb6d71ed",
    "00110dc378146956c95447d3f3d0fbba",
    "0151c568386b6677a2b4dc6f81e5dc18",
    "d626b266905ef35882634df68532c125",
    "9869e247e9c08b10d029934fc4b952f7",
    "31fcefac66d7de9c7ec7485fe4494902",
    "5493e99933b0a8117e08ec0f97cfc3d9",
    "6ee2a4ca67b054bbfd3315bf85230577",
    "473d06e8738db89854c066c47ae47740",
  ]

  /// Ids of imported events are these hashes: if one changes, the next import of a known file adds
  /// everything again.
  @Test(arguments: reference.enumerated().map { (length: $0.offset, hex: $0.element) })
  func hashesAreThoseOfTheReference(length: Int, hex: String) {
    var hash = SipHash(key0: 0x0706_0504_0302_0100, key1: 0x0f0e_0d0c_0b0a_0908)
    for byte in 0..<length { hash.add(UInt8(byte)) }
    let id = hash.finish()
    let found = EventID(high: id.high.byteSwapped, low: id.low.byteSwapped)
    #expect(found.text.replacing("-", with: "") == hex)
  }

  @Test func whereOneTextEndsAndTheNextBeginsMatters() {
    func hash(_ texts: String...) -> EventID {
      var hash = SipHash()
      for text in texts { hash.add(text) }
      return hash.finish()
    }
    #expect(hash("ab", "c") != hash("a", "bc"))
    #expect(hash("ab") != hash("ab", ""))
    #expect(hash("ab") == hash("ab"))
  }

  /// Texts are hashed eight bytes at a time; a byte at a time must give the same id.
  @Test func aTextAndItsBytesHashAlike() {
    for text in ["", "a", "e\u{301} — 漏斗", "12345678", "a longer text, past two words of eight bytes"] {
      var one = SipHash()
      one.add(text)
      var other = SipHash()
      other.add(UInt64(text.utf8.count))
      for byte in text.utf8 { other.add(byte) }
      #expect(one.finish() == other.finish())
    }
  }
}
