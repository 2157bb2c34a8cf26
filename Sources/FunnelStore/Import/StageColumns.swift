public import SharedFunnel

/// What a source system's word for a stage means here.
public enum StageMeaning: Sendable, Hashable {
  case stage(Stage)
  /// The lead bought.
  case purchased
  case lost
  /// Said so that it is known, and means nothing here.
  case ignored

  /// A stage by number or key, or one of the words `purchased`, `lost` and `ignored`.
  init?(text: String) {
    switch text {
    case "purchased": self = .purchased
    case "lost": self = .lost
    case "ignored": self = .ignored
    default:
      guard let stage = Stage(text: text) else { return nil }
      self = .stage(stage)
    }
  }
}

/// Date columns whose headers name stages, such as `Date entered "Customer (Sales Pipeline)"`.
public struct StageColumns: Sendable {
  public var headers: [HeaderPattern]
  /// The names of stages as the headers have them, in lower case.
  public var stages: [String: StageMeaning]

  /// The meaning of a column, where the header is of this form and names a stage that is known.
  func reading(of header: String) -> HeaderReading {
    var unknown: String?
    for pattern in headers {
      let captures = pattern.captures(in: header)
      if let known = captures.lazy.compactMap({ stages[$0.lowercased()] }).first { return .known(known) }
      unknown = unknown ?? captures.first
    }
    return unknown.map { .unknown($0) } ?? .other
  }
}

/// What the header of a column says.
enum HeaderReading: Equatable {
  case known(StageMeaning)
  /// A stage that the mapping has no word for.
  case unknown(String)
  /// Something else than a stage.
  case other
}
