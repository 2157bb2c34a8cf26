import Foundation
import SharedFunnel
import Testing

@Suite("An instant is shown and read as ISO 8601, strictly")
struct TimestampTests {
  @Test(
    "Every accepted form, and what is finer than a millisecond",
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("2026-11-03T14:05:00Z", 1_793_714_700_000),
      ("2026-11-03T14:05Z", 1_793_714_700_000),
      ("2026-11-03 14:05Z", 1_793_714_700_000),
      ("2026-11-03T15:05:00+01:00", 1_793_714_700_000),
      ("2026-11-03T15:05+0100", 1_793_714_700_000),
      ("2026-11-03T08:35:00-05:30", 1_793_714_700_000),
      ("2026-11-03T14:05:00.5Z", 1_793_714_700_500),
      ("2026-11-03T14:05:00.123456789Z", 1_793_714_700_123),
      ("2026-11-03T14:05:00.999999999Z", 1_793_714_700_999),
      ("2024-02-29T23:59:59Z", 1_709_251_199_000),
      ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ])
  func accepts(text: String, milliseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test(
    "Anything else is refused, so that a wrong date never enters the journal as another",
    arguments: [
      "", "2026", "2026-11-03", "2026-11-03T14", "2026-11-03T14:05", "2026-11-03T14:05:00", "2025-02-29T00:00:00Z",
      "1900-02-29T00:00Z", "2026-13-01T00:00Z", "2026-00-01T00:00Z", "2026-11-00T00:00Z", "2026-04-31T00:00Z",
      "2026-11-03T24:00Z", "2026-11-03T14:60Z", "2026-11-03T14:05:60Z", "2026-11-03T14:05:00.Z",
      "2026-11-03T14:05:00.1234567890Z", "2026-11-03T14:05:00,5Z", "2026-11-03T14:05:00Zx", " 2026-11-03T14:05:00Z",
      "2026-11-03T14:05:00Z ", "2026-11-03t14:05:00Z", "2026-11-03T14:05:00z", "2026-11-03T14:05:00+1:00",
      "2026-11-03T14:05:00+19:00", "2026-11-03T14:05:00+01:60", "2026-11-03T14:05:00+01", "2026-11-03T14:05:00 +01:00",
      "+026-11-03T14:05:00Z", "2026-1-03T14:05:00Z", "2026/11/03T14:05:00Z", "0000-01-01T00:00Z", "२०२६-11-03T14:05Z",
      "2026-11-03T14:05:00Z\0",
    ])
  func refuses(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test("Milliseconds are shown only where there are some")
  func fractions() {
    #expect(Timestamp(milliseconds: 1_793_714_700_000).iso8601 == "2026-11-03T14:05:00Z")
    #expect(Timestamp(milliseconds: 1_793_714_700_007).iso8601 == "2026-11-03T14:05:00.007Z")
    #expect(Timestamp(milliseconds: -1).iso8601 == "1969-12-31T23:59:59.999Z")
  }

  @Test("Foundation shows the same, and what is shown is read again")
  func foundation() throws {
    var generator = SplitMix64(seed: 1)
    let style = Date.ISO8601FormatStyle()
    for _ in 0..<5000 {
      let seconds = Int64.random(in: -2_000_000_000...5_000_000_000, using: &generator)
      let timestamp = Timestamp(seconds: seconds)
      #expect(timestamp.iso8601 == Date(timeIntervalSince1970: Double(seconds)).formatted(style))
      let finer = Timestamp(milliseconds: seconds * 1000 + Int64.random(in: 0...999, using: &generator))
      #expect(Timestamp(iso8601: finer.iso8601) == finer)
    }
  }

  @Test("Seconds are rounded down, also before 1970")
  func floor() {
    #expect(Timestamp(milliseconds: 1999).seconds == 1)
    #expect(Timestamp(milliseconds: -1).seconds == -1)
    #expect(Timestamp(milliseconds: -1000).seconds == -1)
    #expect(Timestamp(milliseconds: -1001).seconds == -2)
  }

  @Test("The supported range fits 32 bits of seconds and leaves 0 free")
  func range() {
    #expect(Timestamp.earliest.iso8601 == "1970-01-02T00:00:00Z")
    #expect(Timestamp.latest.iso8601 == "2105-12-31T23:59:59.999Z")
    #expect(UInt32(exactly: Timestamp.latest.seconds) != nil)
    #expect(Timestamp.earliest.isSupported && Timestamp.latest.isSupported)
    #expect(!Timestamp(milliseconds: Timestamp.earliest.milliseconds - 1).isSupported)
    #expect(!Timestamp(milliseconds: Timestamp.latest.milliseconds + 1).isSupported)
  }

  @Test(
    "No number of milliseconds or seconds stops the program",
    arguments: [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max])
  func extremes(number: Int64) throws {
    let zone = try ReportingZone(identifier: "Pacific/Apia")
    for timestamp in [Timestamp(milliseconds: number), Timestamp(seconds: number)] {
      #expect(timestamp.iso8601.utf8.count >= 20)
      let civil = zone.civil(timestamp)
      #expect((1...9999).contains(civil.date.year))
      _ = zone.timestamp(of: civil)
      _ = PeriodGrid(.year, from: timestamp, to: .latest, zone: zone)
    }
  }
}
