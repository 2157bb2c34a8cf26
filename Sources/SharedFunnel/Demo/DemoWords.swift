/// The words of a demo workspace. In its events, the word at a place of a list is the term of that number,
/// counted from 1.
public enum DemoWords {
  static let sources: [(word: String, weight: Int, quality: Int)] = [
    ("paid_search", 260, 90), ("organic_search", 200, 105), ("email", 160, 100), ("webinar", 110, 110),
    ("partner", 70, 125), ("referral", 70, 130), ("social", 80, 75), ("trade_fair", 50, 115),
  ]
  static let referralSource = 5
  static let campaignsPerSource = 4
  static let segments: [(word: String, weight: Int, value: Int64)] = [
    ("smb", 560, 240_000), ("mid_market", 250, 900_000), ("enterprise", 120, 3_600_000),
    ("public_sector", 70, 1_500_000),
  ]
  /// With how often each is sold, by segment in the order above.
  static let products: [(word: String, weights: [Int])] = [
    ("starter", [600, 150, 20, 100]), ("team", [300, 500, 180, 300]), ("business", [40, 250, 600, 400]),
    ("consulting", [60, 100, 200, 200]),
  ]
  static let tags = ["newsletter", "trial", "reference", "renewal"]
  static let channels = ["email", "call", "meeting", "chat"]
  static let losses: [(word: String, weight: Int)] = [
    ("no_response", 300), ("no_budget", 180), ("timing", 150), ("competitor", 130), ("price", 110), ("bad_fit", 90),
    ("duplicate", 20), ("unknown", 20),
  ]
  /// Of offers and of returns; two of them are said of most offers.
  static let rejections: [(word: String, weight: Int, returned: Int)] = [
    ("not_qualified", 430, 300), ("missing_data", 320, 60), ("wrong_segment", 90, 120), ("bad_contact", 80, 160),
    ("not_the_decider", 50, 320), ("already_ours", 30, 40),
  ]
  static let conflicts: [(word: String, weight: Int)] = [
    ("definition", 450), ("priorities", 200), ("trust", 150), ("budget", 120), ("commission", 80),
  ]
  static let readiness = [
    "Asked for a price.", "Read three case studies in a week.", "Wants a date this month.", "Answered our questions.",
    "Came to the webinar and asked for a call.",
  ]
  static let referral = "A customer who is glad told them of us."
  static let overrides = [
    "A customer of years asked for them.", "They called us.", "Met at the fair, no time to lose.",
  ]
  static let objections = [
    "The definition that we signed is met.", "They confirmed the budget in writing.", "The data were there.",
    "Nobody called them back.",
  ]
  static let rulings = [
    "By the definition that both signed.", "The record shows the contact.", "Both could have looked closer.",
  ]
  static let notes = [
    "Asked for a call next week.", "Wants to see a reference first.", "The budget is decided in spring.",
    "A colleague decides with them.", "Compares three offers.",
  ]

  /// Every word of a kind, in the order of their numbers.
  public static func all(_ kind: TermKind) -> [String] {
    switch kind {
    case .source: sources.map(\.word)
    case .campaign: sources.flatMap { source in (1...campaignsPerSource).map { "\(source.word)_0\($0)" } }
    case .segment: segments.map(\.word)
    case .tag: tags
    case .reason: losses.map(\.word) + rejections.map(\.word) + conflicts.map(\.word)
    case .channel: channels
    case .feed: []
    case .product: products.map(\.word)
    }
  }

  static func term(at place: Int) -> TermID { TermID(rawValue: UInt32(place + 1)) }
  static func campaign(_ place: Int, ofSource source: Int) -> TermID { term(at: source * campaignsPerSource + place) }
  static func rejection(_ place: Int) -> TermID { term(at: losses.count + place) }
  static func conflict(_ place: Int) -> TermID { term(at: losses.count + rejections.count + place) }
}
