extension DateFormat {
  /// Splits a pattern, longest run of one letter first, and checks that it tells a day, and all of a clock or nothing.
  static func pieces(of pattern: String) throws(DateFormatError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Array(pattern.unicodeScalars)[...]
    while let first = rest.first {
      // `YYYY-MM-DDTHH:mm`: the one letter that stands for itself.
      guard first.properties.isAlphabetic, first != "T" else {
        guard first.isASCII, first.value >= 0x20 else { throw .unknownToken(String(first), pattern: pattern) }
        guard !("0"..."9").contains(first) else { throw .unknownToken(String(first), pattern: pattern) }
        pieces.append(.literal(UInt8(ascii: first)))
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { $0 == first }
      var letters = String.UnicodeScalarView()
      letters.append(contentsOf: run)
      guard let token = Token(rawValue: String(letters)) else {
        throw .unknownToken(String(letters), pattern: pattern)
      }
      pieces.append(.token(token))
      rest = rest.dropFirst(run.count)
    }
    try check(pieces, pattern)
    return pieces
  }

  private static func check(_ pieces: [Piece], _ pattern: String) throws(DateFormatError) {
    var tokens: [Part: Token] = [:]
    var earlier: Token?
    for piece in pieces {
      guard let token = piece.token else {
        earlier = nil
        continue
      }
      if tokens.updateValue(token, forKey: token.part) != nil { throw .twice(token.rawValue, pattern: pattern) }
      if let earlier, earlier.hasVariableWidth, token.startsWithDigit {
        throw .runTogether(earlier.rawValue, token.rawValue, pattern: pattern)
      }
      earlier = token
    }
    for (part, token) in [(Part.year, "YYYY"), (.month, "MM"), (.day, "DD")] where tokens[part] == nil {
      throw .missing(token, pattern: pattern)
    }
    let needs: [(Part, Part, String)] = [
      (.hour, .minute, "mm"), (.minute, .hour, "HH"), (.second, .minute, "mm"), (.fraction, .second, "ss"),
      (.meridiem, .hour, "hh"), (.offset, .hour, "HH"),
    ]
    for (part, needed, token) in needs where tokens[part] != nil && tokens[needed] == nil {
      throw .missing(token, pattern: pattern)
    }
    if let hour = tokens[.hour], hour.isTwelveHour != (tokens[.meridiem] != nil) {
      throw .missing(hour.isTwelveHour ? "A" : "hh", pattern: pattern)
    }
  }
}

extension DateFormat.Token {
  /// How many digits the token reads, or nil where it reads something else.
  var width: ClosedRange<Int>? {
    switch self {
    case .year: 4...4
    case .shortYear, .paddedMonth, .paddedDay, .paddedHour, .paddedTwelveHour, .minute, .second: 2...2
    case .month, .day, .hour, .twelveHour: 1...2
    case .fraction: 1...9
    case .meridiem, .offset: nil
    }
  }

  fileprivate var hasVariableWidth: Bool {
    guard let width else { return false }
    return width.lowerBound < width.upperBound
  }

  fileprivate var startsWithDigit: Bool { width != nil }
}
