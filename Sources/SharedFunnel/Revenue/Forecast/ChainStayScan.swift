/// Second pass of a chain, over stays: joins what records keep apart, so that each stay knows where it led.
public struct ChainStayScan: VisitScan {
  private let leads: ChainLeadScan
  private var visits: [VisitRecord] = []

  public init(_ leads: ChainLeadScan) { self.leads = leads }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ visit: VisitRecord) {
    // A damaged record is in no stage; `check` names it.
    guard visit.stage >= 1, visit.stage <= 8 else { return }
    let mark = leads.marks[visit.lead]
    guard mark.segment != 0, visit.stage < Stage.purchase.rawValue else { return }
    // A stay of no length just before the purchase has its second, and so has a step back just behind it.
    let isBefore = visit.entered < mark.bought || (visit.left != 0 && visit.left <= mark.bought)
    if isBefore { visits.append(visit) }
  }

  /// Of every lead, in the order of their numbers and times.
  public consuming func stays() -> [StageStay] {
    let leads = leads
    let ordered = visits.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.lead, a.entered, a.left == 0 ? .max : a.left, left.offset)
        < (b.lead, b.entered, b.left == 0 ? .max : b.left, right.offset)
    }.map(\.element)
    var stays: [StageStay] = []
    stays.reserveCapacity(ordered.count)
    var index = 0
    while index < ordered.count {
      let first = ordered[index]
      var last = index
      // Back in the stage it was lost from: the same stay.
      while last + 1 < ordered.count, ordered[last + 1].lead == first.lead, ordered[last + 1].stage == first.stage {
        last += 1
      }
      let next = last + 1 < ordered.count && ordered[last + 1].lead == first.lead ? ordered[last + 1] : nil
      if let stay = ChainStayScan.stay(first, ordered[last], next, leads.marks[first.lead]) { stays.append(stay) }
      index = last + 1
    }
    return stays
  }

  /// - Returns: `nil` for a stay that lies behind the end of observation, or whose end is not told.
  private static func stay(
    _ first: VisitRecord, _ last: VisitRecord, _ next: VisitRecord?, _ mark: ChainLeadScan.Mark
  ) -> StageStay? {
    guard let stage = Stage(rawValue: first.stage) else { return nil }
    func ended(_ until: UInt32, _ exit: StageExit?) -> StageStay? {
      guard until >= first.entered else { return nil }
      return StageStay(
        lead: first.lead, segment: mark.segment - 1, stage: stage, entered: first.entered, until: until, exit: exit)
    }
    if let next, let target = Stage(rawValue: next.stage) { return ended(next.entered, .reached(target)) }
    if mark.bought != .max { return ended(mark.bought, .reached(.purchase)) }
    guard last.left != 0 else { return ended(mark.observedUntil, nil) }
    return last.exit == VisitExit.lost.rawValue ? ended(last.left, .lost) : nil
  }
}
