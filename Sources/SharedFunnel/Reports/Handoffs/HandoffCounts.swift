/// Lengths of time: half were shorter than `p50`, nine tenths shorter than `p90`. Seconds; percentiles of type 7.
public struct Spread: Sendable, Equatable {
  public let n: Int
  public let p50: Double?
  public let p90: Double?
  public let max: Int64?

  init(_ seconds: [Int64]) {
    var values = seconds
    n = values.count
    p50 = Quantile.type7(&values, 0.5)
    p90 = Quantile.type7(&values, 0.9)
    max = values.max()
  }
}

/// A time in both of its measures.
public struct ClockTimes: Sendable, Equatable {
  public let clock: Spread
  /// In working time of the side that had to act; without a calendar every hour counts.
  public let working: Spread
}

/// Offers over one line, over all, or of one group.
public struct HandoffCounts: Sendable, Equatable {
  fileprivate var numbers = [Int](repeating: 0, count: HandoffNumber.allCases.count)
  /// Offer to acceptance or rejection.
  public fileprivate(set) var answer = ClockTimes(clock: Spread([]), working: Spread([]))
  /// Acceptance to the receiver's first contact.
  public fileprivate(set) var contact = ClockTimes(clock: Spread([]), working: Spread([]))
  /// Rejections, most frequent first.
  public fileprivate(set) var rejections: [ReasonCount] = []
  /// Returns, most frequent first.
  public fileprivate(set) var returns: [ReasonCount] = []
  public fileprivate(set) var offers = RiskTable<OfferEnd>()
  public fileprivate(set) var acceptances = RiskTable<AcceptanceEnd>()

  public subscript(number: HandoffNumber) -> Int { numbers[Int(number.rawValue)] }
}

extension HandoffCounts {
  /// As first answered: accepted ÷ (accepted + rejected + expired).
  public var acceptance: Rate { Rate(self[.accepted], of: self[.decided]) }
  /// After rulings: a rejection that was overturned is an acceptance, and one that was split is in neither.
  public var acceptanceFinal: Rate { Rate(self[.acceptedFinal], of: self[.decidedFinal]) }
  /// Answered within the agreed time ÷ (answered + overdue).
  public var compliance: Rate { Rate(self[.slaMet], of: self[.slaMet] + self[.slaMissed]) }
  public var contactCompliance: Rate { Rate(self[.contactMet], of: self[.contactMet] + self[.contactMissed]) }
  /// Of those accepted, by an answer or by silence.
  public var returnRate: Rate { Rate(self[.returned], of: self[.taken]) }
  /// Of all offers, the ones at which the lead was lost.
  public var dropOff: Rate { Rate(self[.dropOff], of: self[.offered]) }
}

/// Crossings for one reason.
public struct ReasonCount: Sendable, Equatable {
  public let reason: TermID
  public let count: Int
}

/// Adds up what ``HandoffCounts`` says.
struct HandoffTally {
  private var numbers = [Int](repeating: 0, count: HandoffNumber.allCases.count)
  private var answers: [Int64] = []
  private var workingAnswers: [Int64] = []
  private var contacts: [Int64] = []
  private var workingContacts: [Int64] = []
  private var rejections: [UInt32: Int] = [:]
  private var returns: [UInt32: Int] = [:]
  private var offers: [CompetingRisks<OfferEnd>.Observation] = []
  private var acceptances: [CompetingRisks<AcceptanceEnd>.Observation] = []

  mutating func add(_ crossing: Crossing, _ counted: HandoffNumbers, _ query: HandoffQuery) {
    for index in numbers.indices where counted.rawValue & 1 << UInt64(index) != 0 { numbers[index] += 1 }
    guard counted.contains(.offered) else { return }
    let record = crossing.record
    offers.append(query.offerObservation(of: crossing))
    if crossing.isAnswered {
      answers.append(Int64(record.answered) - Int64(record.offered))
      workingAnswers.append(query.working(from: record.offered, to: record.answered, of: record))
    }
    if crossing.outcome == .rejected { rejections[record.reason, default: 0] += 1 }
    guard let accepted = crossing.accepted else { return }
    if let acceptance = query.acceptanceObservation(of: crossing) { acceptances.append(acceptance) }
    if record.returned != 0 { returns[record.reason, default: 0] += 1 }
    if record.contacted != 0 {
      contacts.append(Int64(record.contacted) - Int64(accepted))
      workingContacts.append(query.working(from: accepted, to: record.contacted, of: record))
    }
  }

  mutating func merge(_ other: HandoffTally) {
    for index in numbers.indices { numbers[index] += other.numbers[index] }
    answers += other.answers
    workingAnswers += other.workingAnswers
    contacts += other.contacts
    workingContacts += other.workingContacts
    rejections.merge(other.rejections, uniquingKeysWith: +)
    returns.merge(other.returns, uniquingKeysWith: +)
    offers += other.offers
    acceptances += other.acceptances
  }

  var counts: HandoffCounts {
    var counts = HandoffCounts()
    counts.numbers = numbers
    counts.answer = ClockTimes(clock: Spread(answers), working: Spread(workingAnswers))
    counts.contact = ClockTimes(clock: Spread(contacts), working: Spread(workingContacts))
    counts.rejections = HandoffTally.sorted(rejections)
    counts.returns = HandoffTally.sorted(returns)
    counts.offers = RiskTable(offers)
    counts.acceptances = RiskTable(acceptances)
    return counts
  }

  private static func sorted(_ reasons: [UInt32: Int]) -> [ReasonCount] {
    reasons.map { ReasonCount(reason: TermID(rawValue: $0.key), count: $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }
}
