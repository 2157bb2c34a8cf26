/// Adds leads up to triangles: one over all leads, or one a group. Immature cells have no estimate yet: see
/// ``CohortTimesScan``.
public struct CohortScan: LeadScan {
  private let placer: CohortPlacer
  private let ages: [UInt32]
  /// Blocks of age × (the outcomes in the order of ``CohortOutcome``, then those observed for the whole age): one for
  /// each cohort of group 0, and behind them one for each cohort of another group that has leads.
  private var counts: [UInt32]
  private var blocks: [Block: Int] = [:]
  private let blockSize: Int
  private var startedBehind = 0

  private struct Block: Hashable {
    let group: UInt32
    let row: Int
  }

  private static let fields = 5
  private static let lived = 4

  public init(_ query: CohortQuery) {
    placer = CohortPlacer(query)
    ages = query.ages
    blockSize = query.ages.count * CohortScan.fields
    counts = [UInt32](repeating: 0, count: query.cohorts.starts.count * blockSize)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    switch placer.place(lead) {
    case .nowhere: return
    case .behind: startedBehind += 1
    case .member(let member):
      let block = takeBlock(member)
      for (index, age) in ages.enumerated() {
        let cell = block + index * CohortScan.fields
        counts[cell + member.outcome(at: age).place] &+= 1
        if member.hasLived(age) { counts[cell + CohortScan.lived] &+= 1 }
      }
    }
  }

  private mutating func takeBlock(_ member: CohortMember) -> Int {
    guard member.group != 0 else { return member.row * blockSize }
    let key = Block(group: member.group, row: member.row)
    if let known = blocks[key] { return known }
    let block = counts.count
    blocks[key] = block
    counts.append(contentsOf: repeatElement(0, count: blockSize))
    return block
  }

  /// Groups other than 0 that have leads, by number.
  public var groups: [UInt32] { Set(blocks.keys.map(\.group)).sorted() }

  /// The report over all leads.
  public func report() -> CohortReport {
    var offsets = placer.query.cohorts.starts.indices.map { [$0 * blockSize] }
    for (block, offset) in blocks { offsets[block.row].append(offset) }
    return report(offsets)
  }

  /// The report over one group; 0 are leads without a value.
  public func report(group: UInt32) -> CohortReport {
    report(
      placer.query.cohorts.starts.indices.map { row in
        group == 0 ? [row * blockSize] : blocks[Block(group: group, row: row)].map { [$0] } ?? []
      })
  }

  /// - Parameter offsets: of each cohort, where its blocks start.
  private func report(_ offsets: [[Int]]) -> CohortReport {
    let query = placer.query
    var rows = query.cohorts.starts.indices.map { row in
      let cells = ages.indices.map { cell($0, in: offsets[row]) }
      return CohortRow(
        label: query.cohorts.labels[row], start: query.cohorts.starts[row], leads: cells.first?.leads ?? 0,
        isUnfinished: query.cohorts.end(of: row).map { $0 > query.funnel.observedUntil } ?? true, cells: cells)
    }
    // Without a period the rows are those between the first and the last lead, and none lies all in the future.
    let isBounded = query.funnel.period != nil
    if !isBounded { rows = Array(rows.drop { $0.leads == 0 }) }
    while let last = rows.last, last.leads == 0, !isBounded || last.start >= query.funnel.observedUntil {
      rows.removeLast()
    }
    return CohortReport(
      ages: ages, rows: rows, total: ages.indices.map { CohortScan.total(rows, $0) },
      leads: rows.reduce(0) { $0 + $1.leads }, startedBehind: startedBehind)
  }

  private func cell(_ age: Int, in blocks: [Int]) -> CohortCell {
    var sums = [Int](repeating: 0, count: CohortScan.fields)
    for block in blocks {
      for field in sums.indices { sums[field] += Int(counts[block + age * CohortScan.fields + field]) }
    }
    func sum(_ outcome: CohortOutcome) -> Int { sums[outcome.place] }
    let maturity: CohortCell.Maturity =
      sum(.unresolved) == 0 ? .mature : sums[CohortScan.lived] > 0 ? .immature : .ahead
    return CohortCell(
      converted: sum(.converted), lost: sum(.lost), open: sum(.open), unresolved: sum(.unresolved),
      maturity: maturity)
  }

  private static func total(_ rows: [CohortRow], _ age: Int) -> CohortTotal {
    let mature = rows.filter { $0.leads > 0 && $0.cells[age].maturity == .mature }
    return CohortTotal(
      cohorts: mature.count, converted: mature.reduce(0) { $0 + $1.cells[age].converted },
      leads: mature.reduce(0) { $0 + $1.leads })
  }
}

extension CohortOutcome {
  @inline(__always)
  var place: Int {
    switch self {
    case .converted: 0
    case .lost: 1
    case .open: 2
    case .unresolved: 3
    }
  }
}
