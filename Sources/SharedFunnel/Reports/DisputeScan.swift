/// What is asked of disputes.
public struct DisputeQuery: Sendable {
  /// Disputes opened in here; `nil`: all.
  public var period: Period?
  /// Where the open ones stand.
  public var asOf: Timestamp
  public var filter = LeadFilter()
  /// ``DepartmentSet`` raw values by member number.
  public var departmentsByOwner: [UInt16] = []
  public var causes: [TermID: String] = [:]
  /// Of the causes that the catalogue has.
  public var kinds: [TermID: Reason.Kind] = [:]
  /// Handles.
  public var members: [MemberID: String] = [:]
  /// In which month a time lies.
  public var months = PeriodTable(starts: [], labels: [])

  public init(asOf: Timestamp) { self.asOf = asOf }

  func includes(_ found: DisputeCase) -> Bool {
    guard period?.contains(found.opened) ?? true else { return false }
    let owner = found.owner?.rawValue ?? 0
    return (filter.source.map { $0 == found.source.rawValue } ?? true)
      && (filter.campaign.map { $0 == found.campaign.rawValue } ?? true)
      && (filter.segment.map { $0 == found.segment.rawValue } ?? true)
      && (filter.owner.map { $0 == owner } ?? true)
      && (filter.department.map { $0 == departmentsByOwner.department(ofOwner: owner) } ?? true)
  }

  /// The row of a breakdown that a dispute belongs to; what has no word is named by its number.
  public func name(of found: DisputeCase, in dimension: DisputeDimension) -> String? {
    switch dimension {
    case .cause: found.cause == .none ? nil : causes[found.cause] ?? "#\(found.cause.rawValue)"
    case .kind: kinds[found.cause]?.rawValue
    case .month: months.labels.isEmpty ? nil : months.labels[months.place(of: found.opened.wholeSeconds)]
    case .opener: found.openedBy.map { members[$0] ?? "#\($0.rawValue)" }
    case .outcome: found.outcome.rawValue
    case .subject: found.subject.key
    case .boundary: found.line.key
    }
  }
}

/// Which disputes of a report a list shows: those that have all of this.
public struct DisputeChoice: Sendable {
  /// The words are those of the report; `nil` for disputes without one.
  public var words: [(dimension: DisputeDimension, word: String?)] = []
  /// Only those that were ruled on, whichever way.
  public var isRuled = false
  public var giver: DepartmentSet?
  public var receiver: DepartmentSet?

  public init() {}
}

/// Adds disputes up to a ``DisputeReport``.
public struct DisputeScan {
  private let query: DisputeQuery
  private var cases: [DisputeCase] = []

  public init(_ query: DisputeQuery) { self.query = query }

  public mutating func add(_ found: DisputeCase) {
    if query.includes(found) { cases.append(found) }
  }

  /// - Parameter dimensions: the ways to break the disputes down, in this order.
  public func report(by dimensions: [DisputeDimension]) -> DisputeReport {
    DisputeReport(
      total: tally(cases),
      median: KaplanMeier(
        cases.map { found in
          ((found.ruled ?? query.asOf).seconds - found.opened.seconds, found.ruled != nil)
        })?.quantile(0.5), sides: sides,
      breakdowns: dimensions.map { DisputeBreakdown(dimension: $0, rows: rows($0)) })
  }

  /// The disputes behind a number, in the order in which they were opened.
  public func cases(_ choice: DisputeChoice) -> [DisputeCase] {
    cases.filter { found in
      choice.words.allSatisfy { query.name(of: found, in: $0.dimension) == $0.word }
        && (!choice.isRuled || found.ruling != nil) && (choice.giver.map { $0 == found.giver } ?? true)
        && (choice.receiver.map { $0 == found.receiver } ?? true)
    }.sorted { ($0.opened, $0.lead, $0.ordinal) < ($1.opened, $1.lead, $1.ordinal) }
  }

  private func tally(_ cases: [DisputeCase]) -> DisputeTally { DisputeTally(cases, asOf: query.asOf) }

  private var sides: [DisputeSide] {
    DisputeSide.Role.allCases.flatMap { role in
      Dictionary(grouping: cases) { role == .giver ? $0.giver : $0.receiver }
        .sorted { $0.key.rawValue < $1.key.rawValue }
        .map { DisputeSide(role: role, departments: $0.key, tally: tally($0.value)) }
    }
  }

  /// The largest first; months, outcomes and boundaries in their own order.
  private func rows(_ dimension: DisputeDimension) -> [DisputeRow] {
    let rows = Dictionary(grouping: cases) { query.name(of: $0, in: dimension) }.map { name, cases in
      (place: place(of: cases[0], in: dimension), row: DisputeRow(name: name, tally: tally(cases)))
    }
    return rows.sorted { left, right in
      if left.place != right.place { return left.place < right.place }
      if left.row.tally.opened != right.row.tally.opened { return left.row.tally.opened > right.row.tally.opened }
      return (left.row.name ?? "") < (right.row.name ?? "")
    }.map(\.row)
  }

  private func place(of found: DisputeCase, in dimension: DisputeDimension) -> Int {
    switch dimension {
    case .month: months(found)
    case .outcome: DisputeOutcome.allCases.firstIndex(of: found.outcome) ?? 0
    case .boundary: Int(found.line.packed)
    case .cause, .kind, .opener, .subject: 0
    }
  }

  private func months(_ found: DisputeCase) -> Int { query.months.place(of: found.opened.wholeSeconds) }
}

extension Dispute.Subject {
  public var key: String {
    switch self {
    case .rejection: "rejection"
    case .return: "return"
    }
  }
}

extension HandoffLine {
  /// `brand_preference:purchase_intention`, which ``init(text:)`` reads.
  public var key: String { "\(from.key):\(to.key)" }

  /// The line that people type: two stages by number or key with a colon between.
  public init?(text: String) {
    let stages = text.split(separator: ":", omittingEmptySubsequences: false).map { Stage(text: String($0)) }
    guard stages.count == 2, let from = stages[0], let to = stages[1], from != to else { return nil }
    self.init(from: from, to: to)
  }
}
