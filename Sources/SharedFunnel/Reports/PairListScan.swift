/// The leads behind the numbers of ``PairTimes``: those that entered both stages.
public struct PairListScan: LeadScan {
  private let placer: Placer
  private let pair: StagePair
  private let negativeOnly: Bool
  public private(set) var leads: [LeadID] = []

  /// - Parameter negativeOnly: only leads that entered the later stage first.
  public init(_ query: FunnelQuery, pair: StagePair, negativeOnly: Bool) {
    placer = Placer(query)
    self.pair = pair
    self.negativeOnly = negativeOnly
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard placer.place(lead) != nil else { return }
    let from = lead.firstEntry[pair.from.index]
    let to = lead.firstEntry[pair.to.index]
    guard from != 0, to != 0, !negativeOnly || to < from else { return }
    leads.append(LeadID(rawValue: lead.lead))
  }
}
