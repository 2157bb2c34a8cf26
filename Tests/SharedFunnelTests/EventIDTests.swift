import SharedFunnel
import Testing

struct EventIDTests {
  @Test func textIsReadBack() {
    var random = SplitMix64(seed: 41)
    var values: [UInt64] = [0, 1, 0xFF, 1 << 48, .max, 1 << 63]
    for _ in 0..<200 { values.append(random.next() >> UInt64.random(in: 0..<64, using: &random)) }
    for high in values {
      let id = EventID(high: high, low: values[Int.random(in: values.indices, using: &random)])
      #expect(EventID(text: id.text) == id)
      #expect(id.text.utf8.count == 36)
    }
    #expect(
      EventID(high: 0x0192_f0c1_2345_7abc, low: 0x8000_0000_0000_00ff).text == "0192f0c1-2345-7abc-8000-0000000000ff")
  }

  @Test func textsSortAsTheirIDs() {
    var random = SplitMix64(seed: 42)
    for _ in 0..<500 {
      let one = EventID(high: random.next() & 3, low: random.next())
      let other = EventID(high: random.next() & 3, low: random.next())
      #expect((one < other) == (one.text < other.text))
    }
  }

  static let junk = [
    "", "0192f0c1", "0192f0c1-2345-7abc-8000-0000000000f", "0192f0c1-2345-7abc-8000-0000000000fff",
    "0192f0c1-2345-7abc-8000-00000000 0ff", "0192F0C1-2345-7ABC-8000-0000000000FF", "0192f0c123457abc80000000000000ff",
    "0192f0c1-2345-7abc-8000-0000000000fg", "0192f0c1-2345-7abc-80-000000000000ff", "-----",
  ]

  @Test(arguments: junk)
  func anythingElseIsNoID(text: String) {
    #expect(EventID(text: text) == nil)
  }

  /// RFC 9562: version 7, variant 2, and the clock in front, so that ids sort by time.
  @Test func aCommandIsAUUIDOfVersionSeven() {
    var random = SplitMix64(seed: 43)
    let earlier = EventID.command(at: Timestamp(milliseconds: 1_700_000_000_000), using: &random)
    let later = EventID.command(at: Timestamp(milliseconds: 1_700_000_000_001), using: &random)
    #expect(earlier < later)
    #expect(earlier.high >> 16 == 1_700_000_000_000 && earlier.high >> 12 & 0xF == 7 && earlier.low >> 62 == 2)
    #expect(earlier.event(0) > earlier && earlier.event(0) < earlier.event(1))
    #expect(Set((0..<70_000).map { earlier.event($0) }).count == 70_000)
  }

  @Test func twoVersionsOfOneFactShareTheirSlot() {
    var random = SplitMix64(seed: 44)
    for _ in 0..<200 {
      let slot = EventID(high: random.next(), low: random.next())
      let one = EventID(slot: slot, content: random.next())
      let other = EventID(slot: slot, content: random.next())
      #expect(one.hasSameSlot(as: other) && one != other)
      #expect(one.text.prefix(23) == other.text.prefix(23))
      #expect(!one.hasSameSlot(as: EventID(high: slot.high ^ 1, low: slot.low)))
      #expect(!one.hasSameSlot(as: EventID(high: slot.high, low: slot.low ^ 1 << 48)))
    }
  }

  @Test func anExpiryIsNamedByItsOffer() {
    let offer = EventID(high: 1, low: 2)
    #expect(EventID.expiry(of: offer) == EventID.expiry(of: offer))
    #expect(EventID.expiry(of: offer) != EventID.expiry(of: EventID(high: 2, low: 1)))
  }
}
