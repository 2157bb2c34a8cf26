import SharedFunnel

/// The rules of the line between marketing (stages 1 to 4) and sales (5 to 8), told a second time and in another way,
/// as a table of who may do what in which state. Shares no code with the product beyond names.
struct HandoffModel {
  enum Side: Int { case marketing, sales }

  struct Person: Hashable {
    let name: String
    let sides: [Side]
    let heads: [Side]
  }

  enum State: Equatable { case pending, accepted, silent, rejected, expired, withdrawn }

  enum Argument: Equatable {
    case none, open
    case settled(Ruling)
  }

  struct Crossing {
    let giver: Side
    let receiver: Side
    let from: Int
    let to: Int
    let offered: Int64
    let due: Int64
    let silenceAccepts: Bool
    var state = State.pending
    var isReturned = false
    /// When the receiver rejected or returned it.
    var refused: Int64?
    var argument = Argument.none
    var votes: [Person: Ruling] = [:]
    var parties: Set<Person> = []
  }

  /// What is agreed; milliseconds.
  struct Terms {
    let answer: Int64
    let disputes: Int64
    let silenceAccepts: Bool
  }

  enum Step: Equatable {
    case offer(Int?)
    case offerAndAccept(Int?, by: Int)
    case accept, reject, withdraw, giveBack, dispute
    case rule(Ruling)
    case move(Int)
    case lose, reopen
  }

  let people: [Person]
  let terms: Terms
  var stage = 4
  var isLost = false
  var crossings: [Crossing] = []
  /// The crossing by which the lead is where it is, while that can be returned.
  var cameBy: Int?

  init(people: [Person], terms: Terms) {
    self.people = people
    self.terms = terms
  }

  static func side(of stage: Int) -> Side { stage <= 4 ? .marketing : .sales }

  var pending: Int? { crossings.firstIndex { $0.state == .pending } }
  var argued: Int? { crossings.firstIndex { $0.argument == .open } }

  /// What silence does before anybody acts.
  mutating func wake(at now: Int64) {
    guard let index = pending, crossings[index].due < now else { return }
    guard crossings[index].silenceAccepts, !isLost else {
      crossings[index].state = .expired
      return
    }
    crossings[index].state = .silent
    stage = crossings[index].to
    cameBy = index
  }

  /// Whether the person may; if so, it is done.
  mutating func take(_ step: Step, by actor: Person, at now: Int64) -> Bool {
    let holds = actor.sides.contains(HandoffModel.side(of: stage))
    switch step {
    case .offer(let named): return offer(named, nil, actor, now)
    case .offerAndAccept(let named, let index): return offer(named, people[index], actor, now)
    case .accept:
      guard let index = pending, actor.sides.contains(crossings[index].receiver), !isLost else { return false }
      crossings[index].state = .accepted
      crossings[index].parties.insert(actor)
      stage = crossings[index].to
      cameBy = index
    case .reject:
      guard let index = pending, actor.sides.contains(crossings[index].receiver) else { return false }
      crossings[index].state = .rejected
      crossings[index].parties.insert(actor)
      crossings[index].refused = now
    case .withdraw:
      guard let index = pending, actor.sides.contains(crossings[index].giver) else { return false }
      crossings[index].state = .withdrawn
      crossings[index].parties.insert(actor)
    case .giveBack:
      guard let index = cameBy, actor.sides.contains(crossings[index].receiver), holds, !isLost else { return false }
      crossings[index].isReturned = true
      crossings[index].parties.insert(actor)
      crossings[index].refused = now
      stage = crossings[index].from
      cameBy = nil
    case .dispute:
      // The last thing that the receiver said, while the giver has not tried again.
      let said = crossings.indices.filter { crossings[$0].refused != nil }
      guard let index = said.max(by: { crossings[$0].refused ?? 0 < crossings[$1].refused ?? 0 }),
        let refused = crossings[index].refused, !crossings.contains(where: { $0.offered > refused }),
        now <= refused + terms.disputes, crossings[index].argument == .none, argued == nil,
        actor.sides.contains(crossings[index].giver)
      else { return false }
      crossings[index].argument = .open
      crossings[index].parties.insert(actor)
    case .rule(let ruling): return rule(ruling, actor)
    case .move(let target):
      guard holds, !isLost, target != stage, target != 6, HandoffModel.side(of: target) == HandoffModel.side(of: stage)
      else { return false }
      stage = target
    case .lose:
      guard holds, !isLost else { return false }
      isLost = true
    case .reopen:
      guard holds, isLost else { return false }
      isLost = false
    }
    return true
  }

  private mutating func offer(_ named: Int?, _ taker: Person?, _ actor: Person, _ now: Int64) -> Bool {
    let giver = HandoffModel.side(of: stage)
    // Only one line: without a name it is the one ahead.
    guard let target = named ?? (stage <= 4 ? 5 : nil), target != 6 else { return false }
    let receiver = HandoffModel.side(of: target)
    guard giver != receiver, actor.sides.contains(giver), !isLost, pending == nil, argued == nil else { return false }
    if let taker, !taker.sides.contains(receiver) { return false }
    var crossing = Crossing(
      giver: giver, receiver: receiver, from: stage, to: target, offered: now, due: now + terms.answer,
      silenceAccepts: terms.silenceAccepts && receiver == .sales)
    crossing.parties = [actor]
    if let taker {
      crossing.state = .accepted
      crossing.parties.insert(taker)
      stage = target
      cameBy = crossings.count
    }
    crossings.append(crossing)
    return true
  }

  private mutating func rule(_ ruling: Ruling, _ actor: Person) -> Bool {
    guard let index = argued else { return false }
    let parties = crossings[index].parties
    let arbiters = people.filter { $0.heads.count == 2 && !parties.contains($0) }
    if !arbiters.isEmpty {
      guard arbiters.contains(actor) else { return false }
      settle(index, ruling)
      return true
    }
    func speaks(_ person: Person, for side: Side) -> Bool {
      guard person.heads.contains(side) else { return false }
      let others = people.filter { $0.heads.contains(side) && !parties.contains($0) }
      return !parties.contains(person) || others.isEmpty
    }
    let (giver, receiver) = (crossings[index].giver, crossings[index].receiver)
    guard speaks(actor, for: giver) || speaks(actor, for: receiver) else { return false }
    crossings[index].votes[actor] = ruling
    let concurs = crossings[index].votes.contains { other, vote in
      other != actor && vote == ruling
        && ((speaks(actor, for: giver) && speaks(other, for: receiver))
          || (speaks(actor, for: receiver) && speaks(other, for: giver)))
    }
    if concurs { settle(index, ruling) }
    return true
  }

  private mutating func settle(_ index: Int, _ ruling: Ruling) {
    crossings[index].argument = .settled(ruling)
    let crossing = crossings[index]
    let isThere = crossing.receiver == .sales ? stage >= crossing.to : stage <= crossing.to
    guard ruling != .upheld, !isThere else { return }
    isLost = false
    stage = crossings[index].to
    // What crossed by a ruling cannot be returned.
    cameBy = nil
  }
}
