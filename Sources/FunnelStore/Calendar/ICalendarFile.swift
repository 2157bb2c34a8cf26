import SharedFunnel

/// The all-day events of an iCalendar file (RFC 5545) as holidays.
///
/// Strict: an event at a time of the day, one that repeats by a rule and one that lasts longer than a year are refused,
/// for what they say of working hours would be a guess. Cancelled events are left out.
struct ICalendarFile {
  private struct Line {
    var number: Int
    /// In upper case, without parameters.
    var name: Substring
    var value: Substring
  }

  private struct Event {
    var line: Int
    var start: CivilDate?
    /// Exclusive, as the format has it.
    var end: CivilDate?
    var name: String?
    var isCancelled = false
  }

  private static let longest = 366

  private let file: String
  private let lines: [Line]

  init(text: String, file: String) throws(InputError) {
    self.file = file
    lines = try ICalendarFile.unfolded(text).map { (number, text) throws(InputError) in
      guard let line = ICalendarFile.line(number, text) else {
        throw InputError(file: file, line: number, reason: HolidayMessages.noProperty())
      }
      return line
    }
  }

  func days() throws(InputError) -> [SpecialDay] {
    var days: [SpecialDay] = []
    var open: [Substring] = []
    var event: Event?
    for line in lines {
      switch line.name {
      case "BEGIN":
        open.append(line.value)
        if line.value.uppercased() == "VEVENT" { event = Event(line: line.number) }
      case "END":
        guard open.popLast()?.uppercased() == line.value.uppercased() else {
          throw problem(line.number, HolidayMessages.unbalanced)
        }
        if line.value.uppercased() == "VEVENT", let ended = event {
          days += try self.days(of: ended)
          event = nil
        }
      // What stands inside an event's alarm is not the event's.
      default: if open.last?.uppercased() == "VEVENT" { try read(line, into: &event) }
      }
    }
    guard open.isEmpty else { throw problem(lines.last?.number ?? 1, HolidayMessages.unbalanced) }
    return days
  }

  private func read(_ line: Line, into event: inout Event?) throws(InputError) {
    switch line.name {
    case "DTSTART": event?.start = try date(line)
    case "DTEND": event?.end = try date(line)
    case "SUMMARY": event?.name = ICalendarFile.unescaped(line.value)
    case "STATUS": event?.isCancelled = line.value.uppercased() == "CANCELLED"
    case "RRULE", "RDATE": throw problem(line.number, HolidayMessages.repeats)
    case "DURATION": throw problem(line.number, HolidayMessages.notAllDay)
    default: break
    }
  }

  private func days(of event: Event) throws(InputError) -> [SpecialDay] {
    guard !event.isCancelled else { return [] }
    guard let start = event.start else { throw problem(event.line, HolidayMessages.noStart) }
    let first = start.daysSinceEpoch
    // Without an end, or with the same day as a careless program writes it, the event is one day.
    let after = max(event.end?.daysSinceEpoch ?? first + 1, first + 1)
    guard after - first <= ICalendarFile.longest else { throw problem(event.line, HolidayMessages.tooManyDays) }
    do throws(WorkingCalendarError) {
      var days: [SpecialDay] = []
      for day in first..<after {
        guard let date = CivilDate(daysSinceEpoch: day) else { break }
        days.append(try SpecialDay(date: date, name: event.name))
      }
      return days
    } catch {
      throw InputError(file: file, line: event.line, reason: error.message)
    }
  }

  /// `20261225`.
  private func date(_ line: Line) throws(InputError) -> CivilDate {
    let value = line.value
    guard value.utf8.count == 8, value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw problem(line.number, HolidayMessages.notAllDay)
    }
    guard let date = CivilDate(iso: "\(value.prefix(4))-\(value.dropFirst(4).prefix(2))-\(value.suffix(2))") else {
      throw InputError(
        file: file, line: line.number, reason: WorkingCalendarError.badDate(String(value)).message)
    }
    return date
  }

  private func problem(_ line: Int, _ message: Message) -> InputError {
    InputError(file: file, line: line, reason: message())
  }

  /// The content lines with the number at which each starts: a line that begins with a blank goes on with the one before.
  private static func unfolded(_ text: String) -> [(Int, Substring)] {
    var lines: [(Int, Substring)] = []
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if let first = raw.first, first == " " || first == "\t", !lines.isEmpty {
        lines[lines.count - 1].1 += raw.dropFirst()
      } else if !raw.isEmpty {
        lines.append((index + 1, raw))
      }
    }
    return lines
  }

  /// `NAME;PARAMETER="a:b":value`.
  private static func line(_ number: Int, _ text: Substring) -> Line? {
    var isQuoted = false
    let colon = text.firstIndex { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ":" && !isQuoted
    }
    guard let colon, let name = text[..<colon].split(separator: ";").first else { return nil }
    return Line(number: number, name: name.uppercased()[...], value: text[text.index(after: colon)...])
  }

  /// Text with `\,`, `\;`, `\\` and `\n` as what they stand for; a new line becomes a space.
  private static func unescaped(_ value: Substring) -> String {
    var text = ""
    var rest = value[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      text.append(next == "n" || next == "N" ? " " : next)
    }
    return text.trimmedOfBlanks
  }
}
