extension DateFormat {
  /// The instant that the text means; where it tells no offset, in the zone.
  public func parse(_ text: String, zone: ReportingZone) throws(DateParseError) -> Timestamp {
    try parse(text.utf8Span.span.bytes, zone: zone)
  }

  /// The same for bytes that need not be UTF-8.
  public func parse(_ bytes: RawSpan, zone: ReportingZone) throws(DateParseError) -> Timestamp {
    let timestamp: Timestamp
    switch shape {
    case .iso8601: timestamp = try iso8601(bytes)
    case .unixSeconds: timestamp = Timestamp(seconds: try number(bytes))
    case .unixMilliseconds: timestamp = Timestamp(milliseconds: try number(bytes))
    case .pieces(let pieces): timestamp = try instant(bytes, pieces, zone)
    }
    guard timestamp.isSupported else { throw .outOfRange(bytes.shownText) }
    return timestamp
  }

  private func iso8601(_ bytes: RawSpan) throws(DateParseError) -> Timestamp {
    if let timestamp = Timestamp(iso8601: bytes) { return timestamp }
    // The shape is right if the same text with another day can be read.
    var position = 0
    if bytes.civilDate(at: &position) == nil, bytes.hasShapeOfDate {
      throw .noSuchDate(bytes.shownText)
    }
    throw .doesNotMatch(bytes.shownText, pattern: pattern)
  }

  private func number(_ bytes: RawSpan) throws(DateParseError) -> Int64 {
    var position = 0
    let isNegative = bytes.skip("-", at: &position)
    guard let value = bytes.digits(upTo: 18, at: &position), position == bytes.byteCount else {
      throw .doesNotMatch(bytes.shownText, pattern: pattern)
    }
    return Int64(isNegative ? -value : value)
  }

  private func instant(_ bytes: RawSpan, _ pieces: [Piece], _ zone: ReportingZone) throws(DateParseError) -> Timestamp {
    var reading = Reading()
    var position = 0
    for piece in pieces {
      let matches =
        switch piece {
        case .literal(let byte): bytes.skip(Unicode.Scalar(byte), at: &position)
        case .token(let token): reading.read(token, from: bytes, at: &position)
        }
      guard matches else { throw .doesNotMatch(bytes.shownText, pattern: pattern) }
    }
    guard position == bytes.byteCount else { throw .doesNotMatch(bytes.shownText, pattern: pattern) }
    guard let civil = reading.civil else { throw .noSuchDate(bytes.shownText) }
    if let offset = reading.offset {
      return Timestamp(milliseconds: civil.localMilliseconds - Int64(offset) * 1000)
    }
    return hasClock ? zone.timestamp(of: civil) : zone.timestamp(of: civil.date)
  }
}

/// What the tokens of a pattern have read so far.
private struct Reading {
  var year = 0
  var month = 0
  var day = 0
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0
  var isAfternoon: Bool?
  var offset: Int?

  /// Nil for a day or a clock reading that does not exist.
  var civil: CivilDateTime? {
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    var hour = hour
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return CivilDateTime(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond)
  }

  mutating func read(_ token: DateFormat.Token, from bytes: RawSpan, at position: inout Int) -> Bool {
    switch token {
    case .fraction:
      guard let read = bytes.fraction(at: &position) else { return false }
      millisecond = read
    case .meridiem:
      let letter = bytes.byte(at: position) | 0x20
      guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"),
        bytes.byte(at: position + 1) | 0x20 == UInt8(ascii: "m")
      else { return false }
      isAfternoon = letter == UInt8(ascii: "p")
      position += 2
    case .offset:
      guard let read = bytes.offset(at: &position) else { return false }
      offset = read
    default:
      return readNumber(token, from: bytes, at: &position)
    }
    return true
  }

  private mutating func readNumber(_ token: DateFormat.Token, from bytes: RawSpan, at position: inout Int) -> Bool {
    guard let width = token.width else { return false }
    let count =
      width.upperBound == 2 && width.lowerBound == 1 && !bytes.isDigit(at: position + 1) ? 1 : width.upperBound
    guard let value = bytes.digits(count, at: &position) else { return false }
    switch token.part {
    case .year: year = token == .shortYear ? value + (value < 70 ? 2000 : 1900) : value
    case .month: month = value
    case .day: day = value
    case .hour: hour = value
    case .minute: minute = value
    case .second: second = value
    case .fraction, .meridiem, .offset: return false
    }
    return true
  }
}

extension RawSpan {
  /// Whether the text begins as `YYYY-MM-DD` does, of whatever day.
  fileprivate var hasShapeOfDate: Bool {
    var position = 0
    return digits(4, at: &position) != nil && skip("-", at: &position) && digits(2, at: &position) != nil
      && skip("-", at: &position) && digits(2, at: &position) != nil
  }

  /// The text for a message: what is not UTF-8 is replaced, and what is longer than 60 bytes is cut.
  fileprivate var shownText: String {
    var bytes: [UInt8] = []
    for position in 0..<Swift.min(byteCount, 60) { bytes.append(byte(at: position)) }
    return String(decoding: bytes, as: UTF8.self) + (byteCount > 60 ? "…" : "")
  }
}
