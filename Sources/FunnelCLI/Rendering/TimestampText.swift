/// A moment, in milliseconds since 1970 UTC, as ISO 8601 text in UTC.
enum TimestampText {
  /// For machines: `2026-03-01T12:00:00Z`, with milliseconds only where there are any: `2026-03-01T12:00:00.250Z`.
  static func iso(milliseconds: Int64) -> String {
    let moment = Moment(milliseconds: milliseconds)
    let fraction = moment.millisecond == 0 ? "" : "." + padded(moment.millisecond, to: 3)
    return moment.date + "T" + moment.time + fraction + "Z"
  }

  /// For people: `2026-03-01 12:00:00Z`. Whole seconds, as reports count; the Z names the zone.
  static func table(milliseconds: Int64) -> String {
    let moment = Moment(milliseconds: milliseconds)
    return moment.date + " " + moment.time + "Z"
  }

  private struct Moment {
    let date: String
    let time: String
    let millisecond: Int64

    init(milliseconds: Int64) {
      let (days, rest) = floorDivide(milliseconds, 86_400_000)
      let second = rest / 1_000
      date = TimestampText.date(days: days)
      time = padded(second / 3_600, to: 2) + ":" + padded(second / 60 % 60, to: 2) + ":" + padded(second % 60, to: 2)
      millisecond = rest % 1_000
    }
  }

  /// The proleptic Gregorian date of a day counted from 1970-01-01, reckoned in eras of 400 years that begin on 1
  /// March, so that the leap day is the last of its year (Howard Hinnant, chrono-compatible low-level date algorithms).
  private static func date(days: Int64) -> String {
    let (era, dayOfEra) = floorDivide(days + 719_468, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let yearText = year < 0 ? "-" + padded(-year, to: 4) : padded(year, to: 4)
    return yearText + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func padded(_ value: Int64, to width: Int) -> String {
    var digits = String(value)
    while digits.utf8.count < width { digits = "0" + digits }
    return digits
  }
}
