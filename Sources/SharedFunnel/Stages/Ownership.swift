/// Which departments own a stage from a date on, and who answers for it.
public struct StageAssignment: Sendable, Hashable {
  public let stage: Stage
  /// One department, or several for a shared stage.
  public let owners: DepartmentSet
  /// The named owner; may be missing, and is then reported.
  public let responsible: MemberID?
  /// From then on, until the next assignment of the stage. `nil`: since ever.
  public let from: Timestamp?

  public init(stage: Stage, owners: DepartmentSet, responsible: MemberID?, from: Timestamp?) {
    self.stage = stage
    self.owners = owners
    self.responsible = responsible
    self.from = from
  }
}

/// The line between two neighbouring stages that have no owner in common: crossing it takes a
/// handoff.
public struct Boundary: Sendable, Hashable {
  /// The stage before the line.
  public let before: Stage
  /// The stage behind it.
  public let after: Stage
}

/// Who owned each stage at any time.
///
/// The default, marketing for stages 1 to 4 and sales for 5 to 8, holds from the beginning of time.
/// A past event is judged by the owners of its own time, so that a new assignment never changes
/// whose number an old loss was.
public struct Ownership: Sendable, Equatable {
  /// Every assignment in the order in which it starts; those of the same start in the order made.
  public private(set) var assignments: [StageAssignment]
  /// Spans of constant ownership, earliest first, so that a lookup is a short search.
  private var spans: [Span]

  private struct Span: Sendable, Equatable {
    var start: Int64
    var owners: SIMD8<UInt16>
    /// Bit k is set when a boundary stands between stage k and stage k + 1 (bit 1 = stages 1|2).
    var lines: UInt16
  }

  public init(_ assignments: [StageAssignment] = []) {
    self.assignments = assignments
    spans = []
    index()
  }

  /// The default owners of a stage.
  public static func defaultOwners(of stage: Stage) -> DepartmentSet {
    stage <= .brandPreference ? .marketing : .sales
  }

  mutating func assign(_ assignment: StageAssignment) {
    assignments.append(assignment)
    index()
  }

  private mutating func index() {
    // `sort` is not promised to be stable, so the position breaks ties.
    assignments = assignments.enumerated().sorted { left, right in
      (left.element.from?.milliseconds ?? .min, left.offset) < (right.element.from?.milliseconds ?? .min, right.offset)
    }.map(\.element)
    var owners = SIMD8<UInt16>(repeating: 0)
    for stage in Stage.allCases { owners[stage.index] = Ownership.defaultOwners(of: stage).rawValue }
    var made: [Span] = [Span(start: .min, owners: owners, lines: Ownership.lines(owners))]
    for assignment in assignments {
      owners[assignment.stage.index] = assignment.owners.rawValue
      let span = Span(start: assignment.from?.milliseconds ?? .min, owners: owners, lines: Ownership.lines(owners))
      if made[made.count - 1].start == span.start {
        made[made.count - 1] = span
      } else {
        made.append(span)
      }
    }
    spans = made
  }

  private static func lines(_ owners: SIMD8<UInt16>) -> UInt16 {
    var lines: UInt16 = 0
    for index in 0..<7 where owners[index] & owners[index + 1] == 0 { lines |= 1 << UInt16(index + 1) }
    return lines
  }

  private func span(at time: Timestamp) -> Span {
    var index = spans.count - 1
    while index > 0, spans[index].start > time.milliseconds { index -= 1 }
    return spans[index]
  }

  /// Who owns the stage at that time. Never empty.
  public func owners(of stage: Stage, at time: Timestamp) -> DepartmentSet {
    DepartmentSet(rawValue: span(at: time).owners[stage.index])
  }

  /// The assignment in force at that time; `nil` while the default holds.
  public func assignment(of stage: Stage, at time: Timestamp) -> StageAssignment? {
    assignments.last { $0.stage == stage && ($0.from ?? time) <= time }
  }

  /// Since when the departments that own the stage at that time have owned it without a break; `nil`:
  /// since ever. A new responsible member is no break.
  public func ownedSince(_ stage: Stage, at time: Timestamp) -> Timestamp? {
    let owners = owners(of: stage, at: time)
    var since: Int64 = .min
    for span in spans where span.start <= time.milliseconds {
      if span.owners[stage.index] != owners.rawValue { since = .max } else if since == .max { since = span.start }
    }
    return since == .min ? nil : Timestamp(milliseconds: since)
  }

  /// The named owner at that time.
  public func responsible(for stage: Stage, at time: Timestamp) -> MemberID? {
    assignment(of: stage, at: time)?.responsible
  }

  /// Every line that stands at that time, in the order of the stages.
  public func boundaries(at time: Timestamp) -> [Boundary] {
    let lines = span(at: time).lines
    return Stage.allCases.compactMap { stage in
      guard let next = stage.next, lines & (1 << UInt16(stage.rawValue)) != 0 else { return nil }
      return Boundary(before: stage, after: next)
    }
  }

  /// Whether a line stands between the two stages at that time, in either direction.
  public func hasLine(between one: Stage, and other: Stage, at time: Timestamp) -> Bool {
    let low = min(one.rawValue, other.rawValue)
    let high = max(one.rawValue, other.rawValue)
    guard low < high else { return false }
    // Bits low ..< high.
    let mask = (UInt16(1) << UInt16(high)) &- (UInt16(1) << UInt16(low))
    return span(at: time).lines & mask != 0
  }

  /// The first stage behind the next line ahead: where an offer from `stage` leads when nobody
  /// names another.
  public func stageAcrossNextLine(from stage: Stage, at time: Timestamp) -> Stage? {
    boundaries(at: time).first { $0.before >= stage }?.after
  }

  /// Times at which any owner changes, without the beginning of time.
  var changes: [Int64] { spans.dropFirst().map(\.start) }
}

extension Ownership {
  /// Whether any time could be judged differently: owners or lines changed somewhere.
  public func differsInLines(from other: Ownership) -> Bool { spans != other.spans }
}
