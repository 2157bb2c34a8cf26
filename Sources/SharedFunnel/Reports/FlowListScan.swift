/// Which of a flow report's numbers a list is asked for.
public enum FlowNumber: String, Sendable, CaseIterable {
  case opening
  case entered = "in"
  case new
  case forwardIn = "forward_in"
  case backIn = "back_in"
  case reopened
  case left = "out"
  case forwardOut = "forward_out"
  case backOut = "back_out"
  case lost
  case closing
}

extension FlowCounts {
  public subscript(number: FlowNumber) -> Int {
    switch number {
    case .opening: opening
    case .entered: entered
    case .new: new
    case .forwardIn: forwardIn
    case .backIn: backIn
    case .reopened: reopened
    case .left: left
    case .forwardOut: forwardOut
    case .backOut: backOut
    case .lost: lost
    case .closing: closing
    }
  }
}

/// The stays behind one number of a ``FlowReport``, as many as the number says: a lead that came twice
/// stays twice.
public struct FlowListScan: VisitScan {
  private let query: FlowQuery
  private let number: FlowNumber
  private let bounds: (start: UInt32, end: UInt32)
  public private(set) var visits: [VisitRecord] = []

  /// - Parameter interval: `nil`: the whole period.
  public init(_ query: FlowQuery, _ number: FlowNumber, in interval: FlowInterval?) {
    self.query = query
    self.number = number
    let start = interval?.start ?? query.intervals.first?.start
    let end = interval?.end ?? query.intervals.last?.end
    bounds = (start?.wholeSeconds ?? 0, end?.wholeSeconds ?? 0)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ visit: VisitRecord) {
    guard let stage = Stage(rawValue: visit.stage), query.stages.isEmpty || query.stages.contains(stage),
      query.leads.map({ $0.contains(visit.lead) }) ?? true, isListed(visit)
    else { return }
    visits.append(visit)
  }

  private func isListed(_ visit: VisitRecord) -> Bool {
    func isIn(_ time: UInt32) -> Bool { time >= bounds.start && time < bounds.end }
    func isOpen(before time: UInt32) -> Bool { visit.entered < time && (visit.left == 0 || visit.left >= time) }
    func began(_ entry: VisitEntry) -> Bool { isIn(visit.entered) && visit.entry == entry.rawValue }
    func ended(_ exit: VisitExit) -> Bool { visit.left != 0 && isIn(visit.left) && visit.exit == exit.rawValue }
    return switch number {
    case .opening: isOpen(before: bounds.start)
    case .entered: isIn(visit.entered)
    case .new: began(.new)
    case .forwardIn: began(.forward)
    case .backIn: began(.back)
    case .reopened: began(.reopened)
    case .left: visit.left != 0 && isIn(visit.left)
    case .forwardOut: ended(.forward)
    case .backOut: ended(.back)
    case .lost: ended(.lost)
    case .closing: isOpen(before: bounds.end)
    }
  }
}
