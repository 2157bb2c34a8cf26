/// How an offer ends.
public enum OfferEnd: String, Sendable, CaseIterable {
  case accepted
  case acceptedBySilence = "accepted_by_silence"
  case rejected
  case expired
  case withdrawn
}

/// What ends the time after an acceptance, whichever comes first.
public enum AcceptanceEnd: String, Sendable, CaseIterable {
  case purchase
  case returned
  case lost
}

extension CompetingRisks.Observation {
  /// What is known of it after so many seconds: what ended later was open then.
  func within(_ window: Int64) -> CompetingRisks.Observation {
    seconds > window ? CompetingRisks.Observation(seconds: window, cause: nil) : self
  }
}

extension Crossing {
  /// How long the offer stood, and how that ended; a pending one still stands.
  func offerObservation(asOf time: UInt32) -> CompetingRisks<OfferEnd>.Observation {
    let end: OfferEnd? =
      switch outcome {
      case .accepted: .accepted
      case .acceptedBySilence: .acceptedBySilence
      case .rejected: .rejected
      case .expired: .expired
      case .withdrawn: .withdrawn
      case .pending, .unrecorded: nil
      }
    return CompetingRisks.Observation(seconds: Int64(ended ?? time) - Int64(record.offered), cause: end)
  }

  /// How long the receiver had the lead, and what ended that; the lead may still be with it.
  func acceptanceObservation(since accepted: UInt32, asOf time: UInt32) -> CompetingRisks<AcceptanceEnd>.Observation {
    let ends: [(end: AcceptanceEnd, at: UInt32)] = [
      (.purchase, record.purchased), (.returned, record.returned), (.lost, record.lost),
    ]
    // Of several in one second the first named counts.
    let first = ends.filter { $0.at != 0 }.min { $0.at < $1.at }
    return CompetingRisks.Observation(seconds: Int64(first?.at ?? time) - Int64(accepted), cause: first?.end)
  }
}

/// How some things end that can end in several ways, with what is still open allowed for, and the naive numbers beside.
public struct RiskTable<Cause: Hashable & Sendable & CaseIterable>: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public let cause: Cause
    public let count: Int
    /// Of those that ended: too high for what ends fast, while the slow ones are still open.
    public let naive: Rate
    /// Aalen-Johansen, the other ways competing; `nil` where nothing was observed.
    public let incidence: CumulativeIncidence?
  }

  /// Observed at all: ended and open ones.
  public let n: Int
  public let open: Int
  /// Ended before they began, which no estimate can use.
  public let negative: Int
  /// When half have ended, any way (Kaplan-Meier).
  public let median: KaplanMeier.Quantile
  /// The median of those that have ended.
  public let naiveMedian: Double?
  public let rows: [Row]

  init(_ observations: [CompetingRisks<Cause>.Observation] = []) {
    let risks = CompetingRisks(observations)
    let ended = observations.filter { $0.cause != nil }
    n = observations.count
    open = n - ended.count
    negative = observations.count { $0.seconds < 0 }
    median = risks?.ending.quantile(0.5) ?? KaplanMeier.Quantile(value: nil, low: nil, high: nil)
    var times = ended.map(\.seconds)
    naiveMedian = Quantile.type7(&times, 0.5)
    rows = Cause.allCases.map { cause in
      let count = ended.count { $0.cause == cause }
      return Row(
        cause: cause, count: count, naive: Rate(count, of: ended.count),
        incidence: risks?.incidence(of: cause, by: .max))
    }
  }
}

extension HandoffQuery {
  /// How long the offer stood within the window, and how that ended.
  func offerObservation(of crossing: Crossing) -> CompetingRisks<OfferEnd>.Observation {
    crossing.offerObservation(asOf: asOf).within(window)
  }

  /// How long the receiver had the lead within the window, and what ended that; `nil` for what was not accepted.
  func acceptanceObservation(of crossing: Crossing) -> CompetingRisks<AcceptanceEnd>.Observation? {
    crossing.accepted.map { crossing.acceptanceObservation(since: $0, asOf: asOf).within(window) }
  }

  /// The numbers behind the estimates that an offer counts in.
  func ends(of crossing: Crossing) -> HandoffNumbers {
    var numbers: HandoffNumbers = []
    let offer = offerObservation(of: crossing)
    numbers.insert(HandoffNumber.end(offer.cause))
    numbers.insert(.offerNegative, if: offer.seconds < 0)
    guard let acceptance = acceptanceObservation(of: crossing) else { return numbers }
    numbers.insert(HandoffNumber.end(acceptance.cause))
    numbers.insert(.acceptanceNegative, if: acceptance.seconds < 0)
    return numbers
  }
}

extension HandoffNumber {
  /// `nil`: it goes on.
  public static func end(_ end: OfferEnd?) -> HandoffNumber {
    switch end {
    case .accepted: .offerAccepted
    case .acceptedBySilence: .offerAcceptedBySilence
    case .rejected: .offerRejected
    case .expired: .offerExpired
    case .withdrawn: .offerWithdrawn
    case nil: .offerOpen
    }
  }

  /// `nil`: it goes on.
  public static func end(_ end: AcceptanceEnd?) -> HandoffNumber {
    switch end {
    case .purchase: .acceptancePurchase
    case .returned: .acceptanceReturned
    case .lost: .acceptanceLost
    case nil: .acceptanceOpen
    }
  }
}
