/// The form of a header that names a stage: text with `{stage}` in it, and at most one `*` for any text.
///
/// Quotes of any kind match each other: programs export `"Lead"`, `'Lead'` and `“Lead”` for one thing.
public struct HeaderPattern: Sendable, Equatable {
  public let text: String
  private let pieces: [Piece]

  private enum Piece: Equatable, Sendable {
    case literal([Character])
    case stage
    case anything
  }

  /// - Returns: `nil` if `{stage}` is not there once, or `*` more than once.
  public init?(_ text: String) {
    var pieces: [Piece] = []
    var rest = Array(HeaderPattern.withPlainQuotes(text))[...]
    var literal: [Character] = []
    func close() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
    }
    while let first = rest.first {
      if rest.starts(with: "{stage}") {
        close()
        pieces.append(.stage)
        rest = rest.dropFirst("{stage}".count)
      } else if first == "*" {
        close()
        pieces.append(.anything)
        rest = rest.dropFirst()
      } else {
        literal.append(first)
        rest = rest.dropFirst()
      }
    }
    close()
    guard pieces.count(where: { $0 == .stage }) == 1, pieces.count(where: { $0 == .anything }) <= 1 else { return nil }
    self.text = text
    self.pieces = pieces
  }

  /// What `{stage}` can stand for in a header, longest first: in `Date entered "Demo (Berlin) (Sales)"` it is
  /// `Demo (Berlin)`, then `Demo`.
  func captures(in header: String) -> [String] {
    let header = Array(HeaderPattern.withPlainQuotes(header))
    // A header of a page of text is none that a program named a stage in.
    guard header.count <= 500 else { return [] }
    var found: [String] = []
    match(pieces[...], header[...], nil, &found)
    return found.sorted { $0.count > $1.count }
  }

  private func match(
    _ pieces: ArraySlice<Piece>, _ rest: ArraySlice<Character>, _ stage: ArraySlice<Character>?, _ found: inout [String]
  ) {
    guard let piece = pieces.first else {
      if rest.isEmpty, let stage { found.append(String(stage)) }
      return
    }
    switch piece {
    case .literal(let literal):
      guard rest.starts(with: literal) else { return }
      match(pieces.dropFirst(), rest.dropFirst(literal.count), stage, &found)
    case .stage:
      guard !rest.isEmpty else { return }
      for length in 1...rest.count {
        match(pieces.dropFirst(), rest.dropFirst(length), rest.prefix(length), &found)
      }
    case .anything:
      for length in 0...rest.count { match(pieces.dropFirst(), rest.dropFirst(length), stage, &found) }
    }
  }

  /// Every quote character as `"`.
  static func withPlainQuotes(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { quotes.contains($0) }) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(quotes.contains(scalar) ? "\"" : scalar) }
    return String(plain)
  }

  private static let quotes: Set<Unicode.Scalar> = ["'", "‘", "’", "‚", "“", "”", "„", "«", "»", "‹", "›", "`"]
}
