/// Why a lead was lost, an offer rejected or a lead returned, or what a conflict is about.
public struct Reason: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Why a lead was lost.
    case loss
    /// The lead does not meet the definition that both sides agreed on.
    case definitional
    /// The way it came over the line was wrong.
    case procedural
    /// Something is missing or mistyped.
    case clerical

    /// One budget, prices, commissions: a conflict over means.
    case economic
    /// Two kinds of people: a conflict over ways.
    case cultural

    public var use: Use {
      switch self {
      case .loss: .loss
      case .definitional, .procedural, .clerical: .rejection
      case .economic, .cultural: .conflict
      }
    }
  }

  /// What a reason explains; a key means one reason for each.
  public enum Use: Sendable, Hashable {
    case loss
    /// Of an offer, and of a return.
    case rejection
    case conflict
  }

  /// `no_budget`.
  public let key: String
  public let kind: Kind
  public let label: String

  public init(key: String, kind: Kind, label: String) {
    self.key = key
    self.kind = kind
    self.label = label
  }

  /// The reasons that a new workspace has.
  public static let defaults: [Reason] = [
    Reason(key: "no_budget", kind: .loss, label: "No budget"),
    Reason(key: "no_response", kind: .loss, label: "No response"),
    Reason(key: "competitor", kind: .loss, label: "Chose a competitor"),
    Reason(key: "bad_fit", kind: .loss, label: "Our offer does not fit"),
    Reason(key: "timing", kind: .loss, label: "Not now"),
    Reason(key: "price", kind: .loss, label: "Price"),
    Reason(key: "duplicate", kind: .loss, label: "Is another lead already"),
    Reason(key: "unknown", kind: .loss, label: "Nobody knows"),
    Reason(key: "not_qualified", kind: .definitional, label: "Not qualified"),
    Reason(key: "wrong_segment", kind: .definitional, label: "Wrong segment"),
    Reason(key: "not_the_decider", kind: .definitional, label: "Not the decider"),
    Reason(key: "wrong_receiver", kind: .procedural, label: "Belongs to someone else"),
    Reason(key: "already_ours", kind: .procedural, label: "Already worked on"),
    Reason(key: "missing_data", kind: .clerical, label: "Data missing"),
    Reason(key: "bad_contact", kind: .clerical, label: "Contact is wrong"),
    Reason(key: "budget", kind: .economic, label: "One budget for two"),
    Reason(key: "pricing", kind: .economic, label: "Prices and discounts"),
    Reason(key: "commission", kind: .economic, label: "Commissions"),
    Reason(key: "definition", kind: .cultural, label: "What counts as a lead"),
    Reason(key: "priorities", kind: .cultural, label: "Quick sales or the brand"),
    Reason(key: "trust", kind: .cultural, label: "Each other's work"),
  ]

  /// A key is 1 to 64 of `a-z 0-9 _ -`.
  public static func isValid(key: String) -> Bool {
    let allowed = key.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    return allowed && (1...64).contains(key.utf8.count) && key.utf8.first != UInt8(ascii: "-")
  }
}
