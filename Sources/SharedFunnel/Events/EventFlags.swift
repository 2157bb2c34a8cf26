/// What is unusual about an event where it stands in its lead's history.
///
/// History that an import brings is a fact and is kept with its flags. A person's command that would
/// raise one of ``breaches`` is refused instead.
public struct EventFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A stage between was reached without being entered.
  public static let skipped = EventFlags(rawValue: 1 << 0)
  /// The lead went back to an earlier stage.
  public static let backward = EventFlags(rawValue: 1 << 1)
  /// A milestone dated after a later one.
  public static let outOfOrder = EventFlags(rawValue: 1 << 2)
  /// The lead stands behind a line that nobody offered it over.
  public static let unrecordedCrossing = EventFlags(rawValue: 1 << 3)
  /// The answer came after the due time.
  public static let late = EventFlags(rawValue: 1 << 4)
  /// The lead is there already.
  public static let sameStage = EventFlags(rawValue: 1 << 5)
  /// Stage 6 without a purchase.
  public static let withoutPurchase = EventFlags(rawValue: 1 << 6)
  /// The lead was lost and went on without being reopened; it counts as reopened.
  public static let afterLoss = EventFlags(rawValue: 1 << 7)
  /// An offer while another one was open; that one counts as withdrawn.
  public static let offerOpen = EventFlags(rawValue: 1 << 8)
  /// An answer without an open offer.
  public static let noOpenOffer = EventFlags(rawValue: 1 << 9)
  /// An offer where no line stands.
  public static let noLine = EventFlags(rawValue: 1 << 10)
  /// Reopened without being lost.
  public static let notLost = EventFlags(rawValue: 1 << 11)
  /// A refund of nothing we know.
  public static let noPurchase = EventFlags(rawValue: 1 << 12)
  /// More refunded than was paid, or in another currency.
  public static let overRefund = EventFlags(rawValue: 1 << 13)
  /// A lead that was created before.
  public static let createdTwice = EventFlags(rawValue: 1 << 14)

  /// The expected close lies on a day before the record that names it was created.
  public static let closeBeforeCreation = EventFlags(rawValue: 1 << 15)
  /// Lost after a sale that was not refunded: a customer is gone, or the source took the sale back.
  public static let lostAfterPurchase = EventFlags(rawValue: 1 << 16)

  /// An offer while the last answer is disputed.
  public static let disputeOpen = EventFlags(rawValue: 1 << 17)
  /// A ruling, or a crossing by one, without a dispute.
  public static let noDispute = EventFlags(rawValue: 1 << 18)
  /// A dispute of what was neither rejected nor returned, or was disputed before.
  public static let notDisputable = EventFlags(rawValue: 1 << 19)
  /// A return of what was not accepted.
  public static let notAccepted = EventFlags(rawValue: 1 << 20)

  /// What a person's command may not do.
  public static let breaches: EventFlags = [
    .unrecordedCrossing, .late, .sameStage, .withoutPurchase, .afterLoss, .offerOpen, .noOpenOffer, .noLine, .notLost,
    .noPurchase, .overRefund, .createdTwice, .disputeOpen, .noDispute, .notDisputable, .notAccepted,
  ]

  /// Each flag with its name in JSON and SQL, in the order of their bits.
  public static let names: [(flag: EventFlags, name: String)] = [
    (.skipped, "skipped"), (.backward, "backward"), (.outOfOrder, "out_of_order"),
    (.unrecordedCrossing, "unrecorded_crossing"), (.late, "late"), (.sameStage, "same_stage"),
    (.withoutPurchase, "without_purchase"), (.afterLoss, "after_loss"), (.offerOpen, "offer_open"),
    (.noOpenOffer, "no_open_offer"), (.noLine, "no_line"), (.notLost, "not_lost"), (.noPurchase, "no_purchase"),
    (.overRefund, "over_refund"), (.createdTwice, "created_twice"),
    (.closeBeforeCreation, "close_before_creation"), (.lostAfterPurchase, "lost_after_purchase"),
    (.disputeOpen, "dispute_open"), (.noDispute, "no_dispute"),
    (.notDisputable, "not_disputable"), (.notAccepted, "not_accepted"),
  ]

  /// The names of the flags that are set.
  public var keys: [String] { EventFlags.names.filter { contains($0.flag) }.map(\.name) }
}
