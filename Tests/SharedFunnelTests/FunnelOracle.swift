@testable import SharedFunnel

/// One lead as METRICS.md speaks of it: the entries to stages that its events make, in order, and how it
/// stands. Nothing here looks at a record or at what `Journey` keeps of stages.
struct OracleLead {
  let journey: Journey
  /// Every entry to a stage, in the order of the history.
  var entries: [(stage: Stage, at: Int64)] = []
  var entryStage: Stage?

  init(_ events: [LeadEvent], under ownership: Ownership) {
    journey = Journey.fold(events, under: ownership)
    var present: Stage?
    var isLost = false
    var isCreated = false
    var hasPurchase = false
    for event in Journey.live(events) {
      let at = max(1, event.occurred.seconds)
      switch event.fact {
      case .created(let creation):
        if !isCreated, let stage = creation.stage { milestone(stage, at, &present, isLost) }
        isCreated = true
      case .entered(let stage): milestone(stage, at, &present, isLost)
      case .moved(let stage):
        isLost = false
        if stage != present { enter(stage, at, &present) }
      case .accepted(_, let stage, _, _), .returned(_, let stage, _, _), .crossed(_, let stage):
        isLost = false
        if stage != present { enter(stage, at, &present) }
      case .acceptedBySilence(let offer, let stage, _):
        isLost = false
        // Silence takes no lead back that a record brought over the line while the offer was open.
        let isOver = journey.handoffs.contains { handoff in
          guard handoff.outcome == .acceptedBySilence, handoff.answered == event.occurred, let present,
            offer.map({ $0 == handoff.offer }) ?? true
          else { return false }
          return handoff.line.from < handoff.line.to ? present >= handoff.to : present <= handoff.to
        }
        if !isOver, stage != present { enter(stage, at, &present) }
      case .offered(let offer):
        isLost = false
        // An offer shows a lead that was in no stage to be right before the line.
        if present == nil, offer.referredFrom == nil {
          enter(Stage(number: offer.to.number - 1) ?? offer.to, at, &present)
        }
      case .purchased:
        isLost = false
        if !hasPurchase {
          if let stage = present, stage >= .purchase {
            if !entries.contains(where: { $0.stage == .purchase }) { entries.append((.purchase, at)) }
          } else {
            enter(.purchase, at, &present)
          }
        }
        hasPurchase = true
      case .lost: isLost = true
      case .reopened: isLost = false
      default: break
      }
    }
  }

  private mutating func enter(_ stage: Stage, _ at: Int64, _ present: inout Stage?) {
    if entryStage == nil { entryStage = stage }
    entries.append((stage, at))
    present = stage
  }

  /// A milestone raises the furthest stage only; a new one below the entry shows an earlier entry.
  private mutating func milestone(_ stage: Stage, _ at: Int64, _ present: inout Stage?, _ isLost: Bool) {
    let isNew = !entries.contains { $0.stage == stage }
    let furthest = entries.map(\.stage).max()
    if let entry = entryStage, isNew { entryStage = min(entry, stage) }
    if entryStage == nil { entryStage = stage }
    entries.append((stage, at))
    if furthest.map({ stage > $0 }) ?? true, !isLost || present == nil { present = stage }
  }

  /// First entry to a stage.
  func first(_ stage: Stage) -> Int64? {
    for entry in entries where entry.stage == stage { return entry.at }
    return nil
  }

  /// When the lead came to each stage in order from `start` on, over the entries from the first one to
  /// `start`: the next stage counts when it is entered after the one before.
  private func chain(from start: Stage, over entries: [(stage: Stage, at: Int64)]) -> [Stage: Int64] {
    var chain: [Stage: Int64] = [:]
    var wanted: Stage? = start
    for entry in entries where entry.stage == wanted {
      chain[entry.stage] = entry.at
      wanted = entry.stage.next
    }
    return chain
  }

  /// When the lead came to each stage strictly. Without `--from` over every entry from the entry stage on.
  /// With it, over the first entries from that stage on, or over the part of the lead's chain behind it.
  func strict(from: Stage?) -> [Stage: Int64] {
    guard let entryStage else { return [:] }
    let own = chain(from: entryStage, over: entries)
    guard let from, from != entryStage else { return own }
    var arrivals: [Stage: Int64] = [:]
    var latest: Int64 = 0
    for stage in Stage.allCases where stage >= from {
      guard let at = first(stage), at >= latest else { break }
      arrivals[stage] = at
      latest = at
    }
    for (stage, at) in own where stage >= from && own[from] != nil {
      arrivals[stage] = min(arrivals[stage] ?? at, at)
    }
    return arrivals
  }

  /// The most that any reading of "in order from FROM" could count, to the second.
  func longestChain(from: Stage) -> [Stage: Int64] {
    var chain: [Stage: Int64] = [:]
    var latest = first(from)
    for stage in Stage.allCases where stage >= from {
      guard let least = latest else { break }
      latest = entries.filter { $0.stage == stage && $0.at >= least }.map(\.at).min()
      chain[stage] = latest
    }
    return chain
  }
}

/// A funnel counted lead by lead from the sentences of METRICS.md.
struct FunnelOracle {
  struct Row {
    let stage: Stage
    var from: Stage?
    var entered: [LeadID] = []
    var reached: [LeadID] = []
    var skipped: [LeadID] = []
    var cohort: [LeadID] = []
    var converted: [LeadID] = []
    var lost: [LeadID] = []
    var open: [LeadID] = []
    var dropOff: [LossBucket: Int] = [:]
    /// Neither resolved nor mature.
    var unresolved = 0
    var observations: [(seconds: Int64, outcome: CumulativeIncidence.Outcome)] = []
  }

  let query: FunnelQuery
  private(set) var rows: [Row] = []
  private let cohort: [Member]
  /// Leads of the cohort.
  var size: Int { cohort.count }

  private struct Member {
    let lead: OracleLead
    let start: Stage
    let entry: Int64
    var reached: Set<Stage>
    var entered: Set<Stage>
    var arrivals: [Stage: Int64]
    var isLost: Bool
    var isMature: Bool
    var observedUntil: Int64
  }

  init(_ query: FunnelQuery, _ leads: [OracleLead], group: UInt32? = nil) {
    self.query = query
    cohort = leads.compactMap { lead in
      guard let entryStage = lead.entryStage, FunnelOracle.passes(lead, query) else { return nil }
      let start = query.from ?? entryStage
      guard let entry = lead.first(start) else { return nil }
      if let period = query.period, entry < Int64(period.lowerBound) || entry >= Int64(period.upperBound) { return nil }
      if let group, FunnelOracle.group(of: lead, entry, query) != group { return nil }
      let end = query.window.map { entry + Int64($0) } ?? .max
      let entered = Set(Stage.allCases.filter { stage in lead.first(stage).map { $0 <= end } ?? false })
      var arrivals: [Stage: Int64] = [:]
      for stage in Stage.allCases {
        switch query.mode {
        case .reached:
          if stage >= start { arrivals[stage] = Stage.allCases.filter { $0 >= stage }.compactMap(lead.first).min() }
        case .any: arrivals[stage] = lead.first(stage)
        case .strict: break
        }
      }
      if query.mode == .strict { arrivals = lead.strict(from: query.from) }
      let observedUntil = FunnelOracle.observedUntil(lead, query)
      return Member(
        lead: lead, start: start, entry: entry,
        reached: Set(arrivals.filter { $0.value <= end }.keys), entered: entered, arrivals: arrivals,
        isLost: lead.journey.lostAt.map { max(1, $0.seconds) <= end } ?? false,
        isMature: query.window == nil || end < observedUntil, observedUntil: observedUntil)
    }
    var observed: Stage?
    for stage in Stage.allCases where stage >= query.from ?? .customerAwareness {
      rows.append(row(stage, from: observed))
      if rows.last?.entered.isEmpty == false { observed = stage }
    }
  }

  private static func passes(_ lead: OracleLead, _ query: FunnelQuery) -> Bool {
    let journey = lead.journey
    let wanted = query.filter
    return (wanted.source ?? journey.source.rawValue) == journey.source.rawValue
      && (wanted.campaign ?? journey.campaign.rawValue) == journey.campaign.rawValue
      && (wanted.segment ?? journey.segment.rawValue) == journey.segment.rawValue
      && (wanted.owner ?? journey.owner?.rawValue ?? 0) == journey.owner?.rawValue ?? 0
      && (wanted.department ?? department(lead, query)) == department(lead, query)
  }

  private static func department(_ lead: OracleLead, _ query: FunnelQuery) -> UInt32 {
    guard let owner = lead.journey.owner, owner.rawValue < query.departmentsByOwner.count else { return 0 }
    return UInt32(query.departmentsByOwner[Int(owner.rawValue)])
  }

  private static func group(of lead: OracleLead, _ entry: Int64, _ query: FunnelQuery) -> UInt32? {
    switch query.grouping {
    case .source: lead.journey.source.rawValue
    case .campaign: lead.journey.campaign.rawValue
    case .segment: lead.journey.segment.rawValue
    case .owner: lead.journey.owner?.rawValue ?? 0
    case .department: department(lead, query)
    case .month: UInt32(max(0, query.months.starts.count { Int64($0) <= entry } - 1))
    case nil: nil
    }
  }

  /// A lead that a member worked on is observed until now, any other until its import's source was.
  private static func observedUntil(_ lead: OracleLead, _ query: FunnelQuery) -> Int64 {
    let feed = Int(lead.journey.feed.rawValue)
    guard lead.journey.lastByMember == nil, feed > 0, feed < query.observedUntilByFeed.count else {
      return Int64(query.observedUntil)
    }
    return Int64(query.observedUntilByFeed[feed])
  }

  private func row(_ stage: Stage, from: Stage?) -> Row {
    var row = Row(stage: stage, from: from)
    for member in cohort {
      let id = member.lead.journey.lead
      let isReached = member.reached.contains(stage)
      if isReached {
        row.reached.append(id)
        if member.entered.contains(stage) { row.entered.append(id) } else { row.skipped.append(id) }
      }
      guard member.reached.contains(from ?? stage) else { continue }
      row.cohort.append(id)
      observe(member, stage, from, &row)
      if isReached {
        row.converted.append(id)
      } else if member.isLost {
        row.lost.append(id)
        row.dropOff[bucket(of: member.lead.journey), default: 0] += 1
      } else {
        row.open.append(id)
        if !member.isMature { row.unresolved += 1 }
      }
    }
    return row
  }

  private func bucket(of journey: Journey) -> LossBucket {
    guard !journey.lostInHandoff, let stage = journey.stage, let lostAt = journey.lostAt else { return .inHandoff }
    return .owner(query.ownership.owners(of: stage, at: Timestamp(seconds: lostAt.seconds)))
  }

  private func observe(_ member: Member, _ stage: Stage, _ from: Stage?, _ row: inout Row) {
    guard let from, let start = member.arrivals[from] else { return }
    if let arrived = member.arrivals[stage] {
      row.observations.append((arrived - start, .reached))
    } else if let lostAt = member.lead.journey.lostAt {
      row.observations.append((max(1, lostAt.seconds) - start, .lost))
    } else {
      row.observations.append((member.observedUntil - start, .open))
    }
  }

  /// Seconds between first entries, of each lead of the cohort with both.
  func distances(_ pair: StagePair) -> [Int64] {
    cohort.compactMap { member in
      guard let from = member.lead.first(pair.from), let to = member.lead.first(pair.to) else { return nil }
      return to - from
    }
  }
}
