/// What a lead has to have before it may be offered, in a form that a machine can check.
public enum ReadinessCriterion: Sendable, Hashable {
  /// The field is filled in.
  case field(Field)
  case tag(String)
  /// At least so many contacts.
  case touches(Int)
  /// At least so many points.
  case score(Int32)
  /// In one of these segments.
  case segment([String])

  public enum Field: String, Sendable, Hashable, CaseIterable {
    case name, email, phone, company, source, campaign, segment, owner, value
  }

  /// Reads what people type: `email`, `tag:mql`, `touches:3`, `score:50`, `segment:smb|enterprise`.
  public init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      guard let field = Field(rawValue: text.lowercased()) else { return nil }
      self = .field(field)
      return
    }
    let value = parts[1].trimmingSpaces()
    guard !value.isEmpty else { return nil }
    switch parts[0].lowercased() {
    case "tag": self = .tag(value)
    case "touches":
      guard let count = Int(value), (1...1_000_000).contains(count) else { return nil }
      self = .touches(count)
    case "score":
      guard let points = Int32(value) else { return nil }
      self = .score(points)
    case "segment":
      let names = value.split(separator: "|").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
      guard !names.isEmpty else { return nil }
      self = .segment(names)
    default: return nil
    }
  }

  /// What ``init(text:)`` reads.
  public var text: String {
    switch self {
    case .field(let field): field.rawValue
    case .tag(let tag): "tag:\(tag)"
    case .touches(let count): "touches:\(count)"
    case .score(let points): "score:\(points)"
    case .segment(let names): "segment:\(names.joined(separator: "|"))"
    }
  }
}

extension ReadinessCriterion: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let criterion = ReadinessCriterion(text: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a criterion")
    }
    self = criterion
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// What is known of a lead that criteria ask for.
public struct LeadEvidence: Sendable, Equatable {
  public var fields: Set<ReadinessCriterion.Field> = []
  public var tags: Set<String> = []
  public var touches = 0
  public var score: Int32?
  public var segment: String?

  public init() {}

  public func meets(_ criterion: ReadinessCriterion) -> Bool {
    switch criterion {
    case .field(let field): fields.contains(field)
    case .tag(let tag): tags.contains(tag)
    case .touches(let count): touches >= count
    case .score(let points): score.map { $0 >= points } ?? false
    case .segment(let names): segment.map(names.contains) ?? false
    }
  }

  /// The criteria that the lead fails, in their order.
  public func unmet(of criteria: [ReadinessCriterion]) -> [ReadinessCriterion] {
    criteria.filter { !meets($0) }
  }
}

extension String {
  /// Without spaces and tabs at both ends.
  func trimmingSpaces() -> String {
    var rest = Substring(self)
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
