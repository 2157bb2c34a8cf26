extension CreditModel {
  /// The form in files, JSON and on the command line, which ``init(text:)`` reads: `position_based`, `time_decay:7d`,
  /// `transitions:1,1,1,2,3,0,0`. Transitions that all weigh the same are `transitions`.
  public var text: String {
    switch self {
    case .timeDecay(let halfLife): "\(key):\(CreditModel.duration(halfLife))"
    case .transitions(let weights) where weights != .equal:
      "\(key):\(weights.list.map(String.init).joined(separator: ","))"
    default: key
    }
  }

  /// Reads what ``text`` wrote, in any case and with dashes for underscores. `time_decay` alone has a half-life of
  /// seven days.
  public init(text: String) throws(CreditModelError) {
    let parts = text.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = (parts.first ?? "").replacing("-", with: "_")
    let setting = parts.count == 2 ? String(parts[1]) : nil
    guard let plain = CreditModel.all.first(where: { $0.key == name }) else { throw .unknown(text) }
    guard let setting else {
      self = plain
      return
    }
    switch plain {
    case .timeDecay:
      guard let seconds = try? DateText.duration(setting), seconds > 0 else { throw .badHalfLife(setting) }
      self = .timeDecay(halfLife: seconds)
    case .transitions:
      let list = setting.split(separator: ",", omittingEmptySubsequences: false).map { UInt32($0) }
      guard let weights = TransitionWeights(list.compactMap { $0 }), list.count == 7 else {
        throw .badWeights(setting)
      }
      self = .transitions(weights)
    default: throw .noSetting(plain.key)
    }
  }

  /// `7d`, `36h`, `90m`, `45s`: the largest unit that leaves nothing over.
  private static func duration(_ seconds: Int64) -> String {
    for (unit, length) in [("d", Int64(86_400)), ("h", 3600), ("m", 60)] where seconds % length == 0 {
      return "\(seconds / length)\(unit)"
    }
    return "\(seconds)s"
  }
}

extension CreditModel: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(text: decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
