import Testing

@testable import SharedFunnel

@Suite("No text stops the program")
struct TimeFuzzTests {
  /// Texts near those that are accepted reach further into the readers than noise does.
  static let seeds = [
    "2026-11-03T14:05:00.123Z", "2026-11-03 14:05 +01:00", "2026-W45", "2026-Q4..2027-Q1", "last 90 days", "3 days ago",
    "this quarter", "90d", "11/03/26 12:05 PM", "1793714700", "9999-12-31", "0001-01-01", "last 999999999 quarters",
    "YYYY-MM-DDTHH:mm:ss.SSSZ", "M/D/YY h:mm A",
  ]

  static func mutated(using generator: inout SplitMix64) -> [UInt8] {
    var bytes = Array((seeds.randomElement(using: &generator) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0...3, using: &generator) {
      case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      case 1: bytes.insert(contentsOf: "\(generator.next())".utf8, at: place)
      case 2 where place < bytes.count: bytes.remove(at: place)
      default:
        let other = (seeds.randomElement(using: &generator) ?? "").utf8
        bytes.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...12, using: &generator)))
      }
    }
    return bytes
  }

  @Test("Whatever is accepted lies in the supported range and is shown and read again", arguments: UInt64(1)...4)
  func anyText(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let formats = try ["YYYY-MM-DD", "M/D/YY h:mm A", "unix", "unix_ms", "iso8601", "D.M.YYYY H:mm:ss.SSSZ"].map {
      try DateFormat(pattern: $0)
    }
    let zones = try ["UTC", "Pacific/Apia", "America/Sao_Paulo"].map { try ReportingZone(identifier: $0) }
    let nows = [
      Timestamp(milliseconds: 1_793_714_700_000), .earliest, .latest, .init(milliseconds: .min),
      .init(milliseconds: .max),
    ]
    var accepted = 0
    for _ in 0..<3000 {
      let bytes = Self.mutated(using: &generator)
      let text = String(decoding: bytes, as: UTF8.self)
      let zone = zones[Int(generator.next() % 3)]
      let now = nows[Int(generator.next() % 5)]
      if let timestamp = Timestamp(iso8601: bytes.span.bytes) {
        try #require(Timestamp(iso8601: timestamp.iso8601) == timestamp || timestamp.milliseconds < -62_135_596_800_000)
      }
      for format in formats {
        do {
          try #require(format.parse(bytes.span.bytes, zone: zone).isSupported)
          accepted += 1
        } catch let error as DateParseError {
          try #require(!error.message.isEmpty)
        }
      }
      do {
        let period = try DateText.period(text, now: now, zone: zone)
        try #require(period.start <= period.end && period.start.isSupported)
        _ = period.previous(zone)
        accepted += 1
      } catch let error as DateTextError {
        try #require(!error.message.isEmpty)
      }
      let instants = [
        try? DateText.instant(text, now: now, zone: zone), try? DateText.asOf(text, now: now, zone: zone),
      ]
      for timestamp in instants.compactMap({ $0 }) {
        try #require(timestamp.isSupported)
        accepted += 1
      }
      if let seconds = try? DateText.duration(text) { try #require(seconds >= 0) }
      _ = DateFormat.looksAmbiguous(text)
      _ = try? DateFormat(pattern: text)
    }
    #expect(accepted > 500, "the fuzzer must reach accepted texts too")
  }
}
