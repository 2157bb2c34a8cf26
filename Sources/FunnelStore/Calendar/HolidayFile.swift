public import SharedFunnel

/// A file of holidays: CSV with the columns `date`, `name` and `hours`, of which only the first is needed, or an
/// iCalendar file of all-day events.
public enum HolidayFile {
  /// Bytes of an iCalendar file: decades of holidays fit.
  private static let longest = 4 << 20

  /// - Parameter path: `-` is standard input, which is CSV.
  /// - Throws: ``InputError`` with the line.
  public static func read(path: String) throws -> [SpecialDay] {
    if path != "-", let text = try calendarText(path) {
      return try ICalendarFile(text: text, file: path).days()
    }
    return try readCSV(path)
  }

  /// The text of an iCalendar file; `nil` if it is some other one.
  private static func calendarText(_ path: String) throws(InputError) -> String? {
    let bytes: [UInt8]?
    do throws(ByteSourceError) {
      bytes = try FileByteSource(path: path).all(upTo: longest)
    } catch {
      throw InputError(file: path, reason: error.message)
    }
    guard var bytes = bytes?[...] else { return nil }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let mark = Array("BEGIN:VCALENDAR".utf8)
    guard bytes.prefix(mark.count).map({ $0 & ~0x20 }) == mark.map({ $0 & ~0x20 }) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: path, reason: HolidayMessages.notText())
    }
    return text
  }

  private static func readCSV(_ path: String) throws -> [SpecialDay] {
    let file = try InputFile(path: path)
    func column(_ name: String) -> Int? { file.header.names.firstIndex { $0.lowercased() == name } }
    guard let date = column("date") else {
      throw InputError(file: path, line: 1, reason: HolidayMessages.noDateColumn())
    }
    let (name, hours) = (column("name"), column("hours"))
    var days: [SpecialDay] = []
    try file.forEachRecord { record, _ in
      do {
        let written = text(record, date)
        guard let day = CivilDate(iso: written) else { throw WorkingCalendarError.badDate(written) }
        days.append(try SpecialDay(date: day, hours: text(record, hours), name: text(record, name)))
      } catch let error as WorkingCalendarError {
        throw InputError(file: path, line: record.line, reason: error.message)
      }
    } onReject: { reject, _ in
      throw InputError(file: path, line: reject.line, reason: reject.reason)
    }
    return days
  }

  private static func text(_ record: borrowing CSVReader, _ index: Int?) -> String {
    guard let index else { return "" }
    return record.string(index).trimmedOfBlanks
  }
}
