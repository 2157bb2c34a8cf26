import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// A company at its line: offers, answers, disputes and rulings, agreements and calendars, and all kinds of
/// corrections among them, at random from a seed. Anybody tries anything.
struct LineWalk {
  let fixture: StoreFixture
  private var random: SplitMix64
  private var texts = 0
  /// What was done, and how often; what was refused, by the kind of refusal.
  private(set) var done: [String: Int] = [:]
  private(set) var refused: [String: Int] = [:]

  private static let members = ["ana", "max", "ben", "sue", "kim", "lee"]
  /// Texts as people and attackers write them.
  private static let prose = [
    "=1+1", "@SUM(A1)", "two\nlines", "a \"quote\", and more", "\u{202e}abc", "'=x", "-5", "\t=tab", "سلام",
  ]

  init(seed: UInt64) throws {
    fixture = try StoreFixture(start: "2026-03-02T08:00:00Z")
    random = SplitMix64(seed: seed)
    // A second head of both, so that a mediator who is a party can be stood in for, or not.
    try fixture.store.addMember(
      handle: "lee", name: nil, departments: [.marketing, .sales], heads: [.marketing, .sales], by: .login,
      fixture.context())
  }

  private var store: Store { fixture.store }

  mutating func step() throws {
    fixture.pass(Int64.random(in: 0...Int64.random(in: 60...9000, using: &random), using: &random))
    do {
      let name = try Int.random(in: 0..<7, using: &random) == 0 ? aside() : atTheLine()
      done[name, default: 0] += 1
    } catch StoreError.refused(let refusal) {
      #expect(!refusal.message.isEmpty)
      refused[String("\(refusal)".prefix { $0 != "(" }), default: 0] += 1
    }
  }

  /// A text that is nowhere else, so that it can be looked for.
  private mutating func text() -> String {
    texts += 1
    return "word\(texts)x " + (LineWalk.prose.randomElement(using: &random) ?? "")
  }

  private mutating func said(_ fields: PersonalField...) -> [(PersonalField, String)] { fields.map { ($0, text()) } }

  private mutating func anyone() throws -> Act {
    try fixture.act(try #require(LineWalk.members.randomElement(using: &random)))
  }

  private mutating func anyLead() throws -> LeadID? {
    // Where something waits to be answered, most look first.
    if Int.random(in: 0..<3, using: &random) > 0 {
      var filter = HandoffFilter()
      filter.limit = 6
      let busy = try store.handoffs(filter, now: fixture.now).map(\.lead.lead)
      if let lead = busy.randomElement(using: &random) { return lead }
    }
    return try store.leads(LeadQuery()).randomElement(using: &random)?.lead
  }

  private mutating func atTheLine() throws -> String {
    let lead = try anyLead()
    guard let lead, Int.random(in: 0..<20, using: &random) > 0 else {
      let stage = [Stage.brandPreference, .brandPreference, .customerAdvocacy].randomElement(using: &random)
      let name = text()
      _ = try store.add(
        NewLead(
          contact: Contact(name: name, email: Bool.random(using: &random) ? "\(texts)@x.example" : nil),
          stage: stage ?? .brandPreference, source: "fair"), try fixture.act("kim"))
      return "add"
    }
    let name = try next(lead)
    var act = try someone(for: name)
    if Int.random(in: 0..<9, using: &random) == 0 {
      let ago = Int64.random(in: 0...200_000, using: &random) * 1000
      act = Act(
        actor: act.actor, at: Timestamp(milliseconds: act.context.now.milliseconds - ago), context: act.context)
    }
    let ruling = try #require(Ruling.allCases.randomElement(using: &random))
    let isOverridden = Int.random(in: 0..<9, using: &random) == 0
    if name == "refer" { return try refer(lead, act) }
    let fields: [(PersonalField, String)] =
      switch name {
      case "offer": said(.note, .evidence) + (isOverridden ? said(.override) : [])
      case "dispute": said(.note, .evidence)
      case "reject", "return", "rule": said(.note)
      default: []
      }
    let isNamed = Int.random(in: 0..<8, using: &random) == 0
    let stage = try #require([3, 4, 4, 5, 7, 8].randomElement(using: &random))
    try store.perform(on: [lead], act, personal: fields) { words in
      switch name {
      case "offer":
        var request = OfferRequest(to: isNamed ? Stage(rawValue: UInt8(stage)) : nil)
        request.isOverridden = isOverridden
        return .offer(request)
      case "accept": return .accept(owner: nil)
      case "reject": return .reject(try words.reason("not_qualified", for: .rejection))
      case "withdraw": return .withdraw
      case "return": return .giveBack(try words.reason("missing_data", for: .rejection), to: nil)
      case "dispute": return .dispute(cause: try words.reason("trust", for: .conflict))
      case "rule": return .rule(ruling)
      case "reopen": return .reopen
      case "lose": return .lose(try words.reason("price", for: .loss))
      case "touch": return .touch(try words.intern(.channel, "phone"))
      default: return .move(Stage(rawValue: UInt8(stage)) ?? .brandPreference, acceptedBy: nil)
      }
    }
    return name
  }

  /// Mostly what comes next with the lead; now and then anything.
  private mutating func next(_ lead: LeadID) throws -> String {
    let journey = try store.journey(lead)
    var names = ["offer"]
    if journey.isLost {
      names = ["reopen"]
    } else if journey.openOffer != nil {
      names = ["accept", "reject", "accept", "reject", "withdraw"]
    } else if journey.openDispute != nil {
      names = ["rule"]
    } else if journey.handoffs.last?.disputable != nil, journey.handoffs.last?.dispute == nil {
      names = ["dispute", "dispute", "offer"]
    } else if journey.lastCrossing?.isCarried == true {
      names = ["return", "touch"]
    } else if journey.stage == .customerAdvocacy {
      names = ["refer"]
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      names = [
        "offer", "accept", "reject", "withdraw", "return", "dispute", "rule", "lose", "reopen", "touch", "refer",
        "move",
      ]
    }
    return names.randomElement(using: &random) ?? "offer"
  }

  /// Mostly one who may.
  private mutating func someone(for name: String) throws -> Act {
    guard Int.random(in: 0..<4, using: &random) > 0 else { return try anyone() }
    let who =
      switch name {
      case "offer", "withdraw", "dispute": ["ana", "max"]
      case "accept", "reject", "return", "refer": ["ben", "sue"]
      default: ["kim", "lee"]
      }
    return try fixture.act(who.randomElement(using: &random) ?? "kim")
  }

  private mutating func refer(_ lead: LeadID, _ act: Act) throws -> String {
    let new = NewLead(contact: Contact(name: text(), email: "r\(texts)@x.example"), source: "referral")
    _ = try store.refer(by: lead, new, OfferRequest(to: .customerAwareness), said: said(.note, .evidence), act)
    return "refer"
  }

  /// What is not said of one lead, and corrections.
  private mutating func aside() throws -> String {
    let act = try anyone()
    switch Int.random(in: 0..<16, using: &random) {
    case 0:
      _ = try store.sweep(act.context)
      return "sweep"
    case 1:
      let hours = Int64.random(in: 1...40, using: &random)
      let silence: Silence = Bool.random(using: &random) ? .accepted : .expired
      let isWorking = Bool.random(using: &random)
      let criteria: [ReadinessCriterion] = Bool.random(using: &random) ? [] : [.field(.email)]
      _ = try store.draftAgreement(for: LineWalk.line, from: nil, act) { terms in
        terms.answer = TimeLimit(seconds: hours * 3600, isWorking: isWorking)
        terms.contact = TimeLimit(seconds: 7200, isWorking: false)
        terms.silence = silence
        terms.criteria = criteria
      }
      return "draft"
    case 2, 3, 4:
      _ = try store.signAgreement(for: LineWalk.line, version: nil, act)
      return "sign"
    case 5:
      let office = try WorkingCalendar(zone: "Europe/Berlin", week: WorkingWeek(lines: ["Mon-Fri 09:00-17:00"]))
      try store.setCalendar(.anew(office), of: .sales, from: nil, act)
      return "calendar"
    case 6, 7, 8:
      _ = try store.undo(act)
      return "undo"
    case 9, 10:
      guard let lead = try anyLead(), let event = try store.history(of: lead).randomElement(using: &random) else {
        return "nothing"
      }
      _ = try store.void([.number(event.seq)], reason: nil, act)
      return "void"
    case 11, 12:
      guard let one = try anyLead(), let other = try anyLead() else { return "nothing" }
      _ = try store.merge([one], into: other, reason: nil, act)
      return "merge"
    case 13, 14:
      var query = LeadQuery()
      query.status = .merged
      guard let lead = try store.leads(query).randomElement(using: &random)?.lead else { return "nothing" }
      _ = try store.unmerge([lead], act)
      return "unmerge"
    default:
      guard let lead = try anyLead(), Int.random(in: 0..<2, using: &random) == 0 else { return "nothing" }
      try eraseAndLook(lead, act)
      return "erase"
    }
  }

  private static let line = HandoffLine(from: .brandPreference, to: .purchaseIntention)

  /// After an erasure, no word that was said about the lead is anywhere in the file or its log.
  private func eraseAndLook(_ lead: LeadID, _ act: Act) throws {
    let page = try store.handoffs(of: lead)
    let said = page.flatMap {
      [
        $0.why, $0.evidence, $0.override, $0.answerNote, $0.returnNote, $0.disputeNote, $0.disputeEvidence,
        $0.rulingNote,
      ]
    }.compactMap(\.self)
    _ = try store.erase([lead], act)
    for path in [store.path, store.path + "-wal"] {
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      for text in said {
        let word = Data(text.prefix { $0 != " " }.utf8)
        #expect(bytes.range(of: word) == nil, "\(text) is still in the file")
      }
    }
    for item in try store.handoffs(of: lead) {
      #expect(item.why == nil && item.evidence == nil && item.override == nil && item.disputeEvidence == nil)
    }
  }
}
