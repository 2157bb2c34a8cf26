import Testing

@testable import SharedFunnel

/// Thousands of leads walk over the line and back at random. What people may do and what comes of it agrees at every
/// step with ``HandoffModel``; no offer is ever counted twice or lost.
struct HandoffStateMachineTests {
  private static let persons: [HandoffModel.Person] = [
    .init(name: "ana", sides: [.marketing], heads: []), .init(name: "max", sides: [.marketing], heads: [.marketing]),
    .init(name: "ben", sides: [.sales], heads: []), .init(name: "sue", sides: [.sales], heads: [.sales]),
    .init(name: "kim", sides: [.marketing, .sales], heads: [.marketing, .sales]),
    .init(name: "lee", sides: [.marketing, .sales], heads: [.marketing, .sales]),
    .init(name: "joe", sides: [.marketing, .sales], heads: []),
    .init(name: "ida", sides: [.sales], heads: [.sales]),
  ]

  /// Companies with a mediator, with two, with none, and with two heads of one side.
  private static let teams: [[Int]] = [
    [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 6], [1, 2, 3, 6, 7], [0, 1, 3, 4, 7],
  ]

  @Test("people may do what the rules allow, and nothing else", arguments: 0..<8)
  func walks(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 1)
    var seen: [String: Int] = [:]
    for _ in 0..<250 {
      var walk = Walk(&random)
      for _ in 0..<32 {
        let told = walk.step(&random)
        seen[told, default: 0] += 1
        guard walk.agrees() else { return }
      }
    }
    // All of it must happen, both ways, or the walk shows nothing.
    for name in [
      "offer", "offerAndAccept", "accept", "reject", "withdraw", "giveBack", "dispute", "rule", "move", "lose",
      "reopen",
    ] {
      #expect(seen["\(name) yes", default: 0] > 0, "\(name) is never allowed")
      #expect(seen["\(name) no", default: 0] > 0, "\(name) is never refused")
    }
  }

  private struct Walk {
    private var model: HandoffModel
    private let members: [Member]
    private let setting: (roster: Roster, terms: HandoffTerms)
    private var history: [LeadEvent] = []
    private var now = RandomHistory.start
    private var place: UInt64 = 0
    private var last = ""

    init(_ random: inout SplitMix64) {
      let team = HandoffStateMachineTests.teams.randomElement(using: &random) ?? [0]
      let persons = team.map { HandoffStateMachineTests.persons[$0] }
      members = persons.enumerated().map { place, person in
        Member(
          id: MemberID(rawValue: UInt32(place) + 1), handle: person.name, departments: Walk.set(person.sides),
          heads: Walk.set(person.heads))
      }
      var roster = Roster()
      for member in members { roster.add(member) }
      let hours = Int64.random(in: 1...60, using: &random)
      let days = Int.random(in: 0...4, using: &random)
      let silence = Bool.random(using: &random)
      var agreed = AgreementTerms()
      agreed.answer = TimeLimit(seconds: hours * 3600, isWorking: false)
      agreed.disputeDays = days
      var agreements = Agreements()
      for (from, to) in [(Stage.brandPreference, Stage.purchaseIntention), (.purchaseIntention, .brandPreference)] {
        let line = HandoffLine(from: from, to: to)
        let (giver, receiver): (DepartmentSet, DepartmentSet) =
          from == .brandPreference ? (.marketing, .sales) : (.sales, .marketing)
        // On the way back silence never means yes.
        agreed.silence = silence && from == .brandPreference ? .accepted : .expired
        let start = Timestamp(milliseconds: 0)
        agreements.apply(
          AgreementDraft(
            line: line, version: 1, giver: giver, receiver: receiver, terms: agreed, from: start, member: nil))
        for side in [DepartmentSet.marketing, .sales] {
          agreements.apply(
            AgreementSignature(line: line, version: 1, member: MemberID(rawValue: 1), sides: side, at: start))
        }
      }
      setting = (roster, HandoffTerms(agreements))
      model = HandoffModel(
        people: persons,
        terms: .init(answer: hours * 3_600_000, disputes: Int64(days) * 86_400_000, silenceAccepts: silence))
      append([.created(Creation(stage: .brandPreference))], by: members[0])
    }

    private static func set(_ sides: [HandoffModel.Side]) -> DepartmentSet {
      sides.reduce(into: []) { $0.formUnion($1 == .marketing ? .marketing : .sales) }
    }

    private var journey: Journey { Journey.fold(history, under: Ownership()) }

    private func events(_ facts: [LeadFact], by actor: Member) -> [LeadEvent] {
      facts.enumerated().map { index, fact in
        LeadEvent(
          id: EventID(high: 1, low: place + UInt64(index) + 1), lead: LeadID(rawValue: 1),
          occurred: Timestamp(milliseconds: now), recorded: Timestamp(milliseconds: now), actor: .member(actor.id),
          fact: fact)
      }
    }

    private mutating func append(_ facts: [LeadFact], by actor: Member) {
      history += events(facts, by: actor)
      place += UInt64(facts.count)
    }

    /// Both take a step.
    ///
    /// - Returns: its name, and whether it was allowed.
    mutating func step(_ random: inout SplitMix64) -> String {
      // Dense enough for answers in time, with now and then a week away.
      now += Int64.random(in: 1...(Int.random(in: 0..<8, using: &random) == 0 ? 168 : 9), using: &random) * 1_800_000
      let at = Timestamp(milliseconds: now)
      history += journey.settlement(at: at, recorded: at, besides: Set(history.map(\.id)), under: setting.terms)
      model.wake(at: now)
      let step = Walk.pick(members.count, &random)
      let who = Int.random(in: members.indices, using: &random)
      let state = "\(model)"
      let isAllowed = model.take(step, by: model.people[who], at: now)
      let name = String("\(step)".prefix { $0 != "(" })
      last = "\(step) by \(members[who].handle) on \(state)"
      let before = journey
      do throws(Refusal) {
        let facts = try command(step).decide(
          on: before,
          CommandSetting(
            actor: members[who], at: at, ownership: Ownership(), roster: setting.roster, terms: setting.terms))
        try Journey.admit(events(facts, by: members[who]), to: history, under: Ownership())
        #expect(isAllowed, "done, though the rules forbid it: \(last)")
        append(facts, by: members[who])
      } catch {
        #expect(!isAllowed, "refused, though the rules allow it: \(last): \(error.message)")
        #expect(!error.message.isEmpty, "a refusal says why: \(error)")
      }
      return "\(name) \(isAllowed ? "yes" : "no")"
    }

    private static func pick(_ people: Int, _ random: inout SplitMix64) -> HandoffModel.Step {
      let target = [nil, nil, nil, 3, 4, 5, 7].randomElement(using: &random) ?? nil
      switch Int.random(in: 0..<22, using: &random) {
      case 0...3: return .offer(target)
      case 4: return .offerAndAccept(target, by: Int.random(in: 0..<people, using: &random))
      case 5...7: return .accept
      case 8...10: return .reject
      case 11: return .withdraw
      case 12, 13: return .giveBack
      case 14, 15: return .dispute
      case 16...18: return .rule(Ruling.allCases.randomElement(using: &random) ?? .upheld)
      case 19: return .move(Int.random(in: 1...8, using: &random))
      case 20: return .lose
      default: return .reopen
      }
    }

    private func command(_ step: HandoffModel.Step) -> LeadCommand {
      let reason = TermID(rawValue: 1)
      func stage(_ number: Int) -> Stage { Stage(rawValue: UInt8(number)) ?? .customerAwareness }
      switch step {
      case .offer(let target): return .offer(OfferRequest(to: target.map(stage)))
      case .offerAndAccept(let target, let taker):
        return .offer(OfferRequest(to: target.map(stage), acceptedBy: members[taker]))
      case .accept: return .accept(owner: nil)
      case .reject: return .reject(reason)
      case .withdraw: return .withdraw
      case .giveBack: return .giveBack(reason, to: nil)
      case .dispute: return .dispute(cause: reason)
      case .rule(let ruling): return .rule(ruling)
      case .move(let target): return .move(stage(target), acceptedBy: nil)
      case .lose: return .lose(reason)
      case .reopen: return .reopen
      }
    }

    /// Whether the lead is as the model says, and every offer is counted once.
    func agrees() -> Bool {
      let journey = journey
      let handoffs = journey.handoffs
      let states = model.crossings.map(\.state)
      let same =
        journey.stage.map { Int($0.rawValue) } == model.stage && journey.isLost == model.isLost
        && handoffs.map(\.outcome) == states.map(Walk.outcome)
        && handoffs.map { $0.returned != nil } == model.crossings.map(\.isReturned)
        && handoffs.map { $0.dispute?.ruling } == model.crossings.map { Walk.ruling($0.argument) }
        && (journey.openDispute != nil) == (model.argued != nil) && handoffs.count { $0.outcome == .pending } <= 1
      #expect(same, "the lead and the rules part: \(last); \(journey.handoffs)")
      func number(_ outcome: HandoffOutcome) -> Int { handoffs.count { $0.outcome == outcome } }
      let offered = history.count { $0.fact.kind == .offered }
      let counted = [HandoffOutcome.accepted, .acceptedBySilence, .rejected, .expired, .withdrawn, .pending].map(number)
      #expect(offered == counted.reduce(0, +) && number(.unrecorded) == 0)
      let replay = Journey.fold(history.reversed(), of: LeadID(rawValue: 1), under: Ownership())
      #expect(replay == journey, "a replay in another order of arrival tells the same")
      #expect(journey.flags.isDisjoint(with: .breaches), "nothing that people did breaks a rule")
      return same
    }

    private static func ruling(_ argument: HandoffModel.Argument) -> Ruling? {
      if case .settled(let ruling) = argument { ruling } else { nil }
    }

    private static func outcome(_ state: HandoffModel.State) -> HandoffOutcome {
      switch state {
      case .pending: .pending
      case .accepted: .accepted
      case .silent: .acceptedBySilence
      case .rejected: .rejected
      case .expired: .expired
      case .withdrawn: .withdrawn
      }
    }
  }
}
