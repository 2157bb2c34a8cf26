/// What a person asks to be recorded of a lead.
///
/// `decide` turns it into facts, or refuses. It knows who may do it and what it entails; whether the
/// facts keep the rules of the lead's whole history is for ``Journey/admit(_:to:under:)``.
public enum LeadCommand: Sendable {
  /// - acceptedBy: a member of the receiving side, where the move goes over a line.
  case move(Stage, acceptedBy: Member?)
  case touch(TermID)
  case note
  case edit(Description)
  case assign(Member?)
  case tag(add: [TermID], remove: [TermID])
  case value(Valuation)
  case offer(OfferRequest)
  case accept(owner: Member?)
  case reject(TermID)
  case withdraw
  /// The receiver gives an accepted lead back; by default into the stage it came from.
  case giveBack(TermID, to: Stage?)
  case dispute(cause: TermID)
  case rule(Ruling)
  case score(Int32)
  case lose(TermID)
  case reopen
  case purchase(Money?, product: TermID = .none, acceptedBy: Member?)
  case refund(EventID?, Money?)
}

/// What an offer says beyond the lead; what it leaves open follows from the ownership of the day.
public struct OfferRequest: Sendable {
  /// The stage behind the line; by default the first one behind the next line ahead.
  public var to: Stage?
  /// The member of the receiving side who should answer.
  public var member: Member?
  /// By default ``defaultAnswerTime`` from the offer.
  public var due: Timestamp?
  /// Accepted on the spot by this member of the receiving side.
  public var acceptedBy: Member?
  /// Offered although the lead fails criteria of the agreement.
  public var isOverridden = false

  /// Two days, until the two sides agree on something else.
  public static let defaultAnswerTime: Int64 = 2 * 86_400_000

  static func defaultDue(from offered: Timestamp) -> Timestamp {
    Timestamp(milliseconds: min(offered.milliseconds, .max - defaultAnswerTime) + defaultAnswerTime)
  }

  public init(to: Stage? = nil, member: Member? = nil, due: Timestamp? = nil, acceptedBy: Member? = nil) {
    self.to = to
    self.member = member
    self.due = due
    self.acceptedBy = acceptedBy
  }
}
