/// An event of one lead: a fact, when it occurred and when we learned of it.
public struct LeadEvent: Sendable, Hashable {
  public var id: EventID
  public var lead: LeadID
  /// In the world.
  public var occurred: Timestamp
  /// When the journal learned of it.
  public var recorded: Timestamp
  public var actor: Actor
  public var fact: LeadFact

  public init(id: EventID, lead: LeadID, occurred: Timestamp, recorded: Timestamp, actor: Actor, fact: LeadFact) {
    self.id = id
    self.lead = lead
    self.occurred = occurred
    self.recorded = recorded
    self.actor = actor
    self.fact = fact
  }

  /// The order within a lead: when it occurred, then the declared rank (stage, then kind), then the
  /// id; so any order of arrival gives the same history.
  public static func precedes(_ left: LeadEvent, _ right: LeadEvent) -> Bool {
    if left.occurred != right.occurred { return left.occurred < right.occurred }
    let ranks = (left.fact.rank, right.fact.rank)
    return ranks.0 == ranks.1 ? left.id < right.id : ranks.0 < ranks.1
  }
}

extension LeadFact {
  /// Breaks ties of time: what says nothing of a stage comes first, then stage by stage the
  /// milestones, moves and crossings, and the end of the lead last. An offer is ranked in the stage
  /// that it leads to, before its answer.
  var rank: UInt16 {
    func at(_ stage: UInt8, _ kind: UInt16) -> UInt16 { UInt16(stage) << 8 | kind }
    switch self {
    case .created: return at(0, 0)
    case .edited: return at(0, 1)
    case .tagged: return at(0, 3)
    case .untagged: return at(0, 4)
    case .touched: return at(0, 5)
    case .noted: return at(0, 6)
    case .entered(let stage): return at(stage.rawValue, 0)
    case .moved(let stage): return at(stage.rawValue, 4)
    case .offered(let offer): return at(offer.to.rawValue, 1)
    case .accepted(_, let stage, _, _): return at(stage.rawValue, 2)
    case .acceptedBySilence(_, let stage, _): return at(stage.rawValue, 3)
    case .purchased: return at(Stage.purchase.rawValue, 5)
    case .priced: return at(Stage.purchase.rawValue, 6)
    // What follows has no stage of its own and ends what came before it.
    case .withdrawn: return at(9, 0)
    case .expired: return at(9, 1)
    case .rejected: return at(9, 2)
    case .returned: return at(9, 3)
    case .disputed: return at(9, 4)
    case .voted: return at(9, 5)
    // A ruling may bring a lost lead back, which then crosses.
    case .reopened: return at(9, 6)
    case .ruled: return at(9, 7)
    case .crossed: return at(9, 8)
    case .refunded: return at(9, 9)
    case .valued: return at(9, 10)
    case .scored: return at(9, 11)
    case .lost: return at(9, 12)
    // Who works on a lead follows from what happened to it.
    case .assigned: return at(9, 13)
    case .voided: return at(9, 14)
    case .merged: return at(9, 15)
    case .erased: return at(9, 16)
    }
  }
}
