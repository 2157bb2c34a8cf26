/// That heads of both sides signed what a period brought. What is corrected later shows beside it as a restatement; it
/// changes no closing.
public struct PeriodClosing: SignedVersion, Sendable, Equatable {
  public let period: TargetPeriod
  /// From 1 on, by period: a restatement that both sign is the next.
  public let version: UInt16
  public let figures: PeriodFigures
  public fileprivate(set) var signatures: [Signature]

  public var parties: DepartmentSet { [.marketing, .sales] }

  /// When the second side signed; `nil`: one is missing.
  public var closed: Timestamp? { signed }

  /// By how much the present revenue differs; `nil` where either is not known.
  public func restatement(_ attained: Money?) -> Money? {
    guard let closed = figures.money(figures.attained), let attained, attained.currency == closed.currency else {
      return nil
    }
    let (minor, overflow) = attained.minor.subtractingReportingOverflow(closed.minor)
    return overflow ? nil : Money(minor: minor, currency: closed.currency)
  }
}

/// A signature under the figures of a period, as the journal keeps it.
public struct PeriodSignature: Sendable, Equatable, Codable {
  public var period: String
  /// `2026-10-01`, and the first day behind.
  public var first: String
  public var after: String
  public var figures: PeriodFigures
  public var member: MemberID
  /// Keys joined by `+`: the departments that the member signs for.
  public var sides: String
  /// Milliseconds UTC.
  public var at: Int64

  public init(
    _ period: TargetPeriod, _ figures: PeriodFigures, member: MemberID, sides: DepartmentSet, at: Timestamp
  ) {
    self.period = period.label
    first = period.first.iso
    after = period.after.iso
    self.figures = figures
    self.member = member
    self.sides = sides.key
    self.at = at.milliseconds
  }
}

/// Which periods are closed, and which one side has signed.
public struct PeriodClosings: Sendable, Equatable {
  /// In the order in which they were first signed; of a period with figures that moved before the second signature,
  /// only the last.
  public private(set) var all: [PeriodClosing] = []

  public init() {}

  public func closings(of period: TargetPeriod) -> [PeriodClosing] { all.filter { $0.period == period } }

  /// The last one that both have signed by a time.
  public func closed(_ period: TargetPeriod, at time: Timestamp) -> PeriodClosing? {
    closings(of: period).last { $0.closed.map { $0 <= time } ?? false }
  }

  /// The one that waits for a signature.
  public func pending(_ period: TargetPeriod) -> PeriodClosing? {
    closings(of: period).last.flatMap { $0.closed == nil ? $0 : nil }
  }

  mutating func apply(_ signed: PeriodSignature) {
    guard let period = TargetPeriod(label: signed.period, first: signed.first, after: signed.after),
      let sides = DepartmentSet(key: signed.sides)
    else { return }
    let signature = Signature(member: signed.member, sides: sides, at: Timestamp(milliseconds: signed.at))
    if let index = all.lastIndex(where: { $0.period == period && $0.closed == nil }) {
      if all[index].figures == signed.figures {
        all[index].signatures.append(signature)
        return
      }
      // Two signatures under different figures agree on nothing.
      all.remove(at: index)
    }
    let (version, overflow) = (closings(of: period).last?.version ?? 0).addingReportingOverflow(1)
    guard !overflow else { return }
    all.append(PeriodClosing(period: period, version: version, figures: signed.figures, signatures: [signature]))
  }
}
