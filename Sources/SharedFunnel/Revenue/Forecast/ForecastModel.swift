/// A forecast's input, sorted so that what is alike is worked out once: open leads of one chain, stage and age are one
/// cell, and new leads are one mixture by day.
struct ForecastModel: Sendable {
  /// What leads share that have the same chance.
  struct CellKey: Hashable, Comparable {
    var chain: UInt32
    var stage: Stage
    var age: Int
    /// Days after observation ended at which the period starts and ends.
    var from: Int
    var to: Int

    static func < (a: CellKey, b: CellKey) -> Bool {
      (a.chain, a.stage, a.age, a.from, a.to) < (b.chain, b.stage, b.age, b.from, b.to)
    }
  }

  struct Cell {
    let key: CellKey
    /// Places in ``ForecastInput/open``.
    var leads: [Int] = []
    /// What those bring that have an expected value in the currency, in minor units.
    var amounts = CellAmounts()
    /// Those that bring the mean of past purchases.
    var atMean = 0
    /// Those that bring no sum, since nothing tells one.
    var withoutSum = 0
  }

  /// Days: what lies further ahead is nobody's to foresee, and would take long to work out.
  static let farthest = 3_660

  /// Days without observation after which an open lead is left out.
  static let longestSilence = 366

  let input: ForecastInput
  let chain: StageChain
  private(set) var cells: [Cell] = []
  /// The cells of each chain, which stand together.
  private var places: [UInt32: Range<Int>] = [:]
  let entries: DailyCounts
  let further: DailyCounts
  let values: PurchaseValues
  /// The share of new leads by chain and stage that they enter.
  private(set) var mixture: [(chain: UInt32, stage: Stage, share: Double)] = []
  /// Days from the making of the forecast to the start and the end of the period; 0 for what has passed.
  let from: Int
  let to: Int
  /// Every chain that is asked, and how far.
  private(set) var keys: [UInt32] = []
  private(set) var horizon: Int

  init(_ input: ForecastInput, _ chain: StageChain) {
    // In one order, so that neither a draw nor the rounding of a sum hangs on how the leads were read.
    var input = input
    input.open.sort { $0.lead.rawValue < $1.lead.rawValue }
    self.input = input
    self.chain = chain
    from = ForecastModel.days(from: input.asOf, to: input.period.lowerBound)
    to = ForecastModel.days(from: input.asOf, to: input.period.upperBound)
    horizon = to
    values = PurchaseValues(input.amounts)
    entries = DailyCounts(input.entries.lazy.map(\.at), in: input.recent)
    further = DailyCounts(input.furtherPurchases, in: input.recent)
    sortOpen()
    sortEntries()
    keys = Set(cells.map(\.key.chain)).union(mixture.map(\.chain)).sorted()
  }

  private static func days(from start: UInt32, to end: UInt32) -> Int {
    max(0, (Int(end) - Int(start) + 43_200) / 86_400)
  }

  /// Last observed so long before that nobody can say what became of it.
  func isForgotten(_ lead: OpenLead) -> Bool {
    ForecastModel.days(from: lead.observedUntil, to: input.asOf) > ForecastModel.longestSilence
  }

  private mutating func sortOpen() {
    var byKey: [CellKey: Cell] = [:]
    for (place, lead) in input.open.enumerated() where lead.stage < .purchase && !isForgotten(lead) {
      let key = CellKey(
        chain: chain.key(of: lead.segment), stage: lead.stage, age: lead.age,
        from: ForecastModel.days(from: lead.observedUntil, to: input.period.lowerBound),
        to: ForecastModel.days(from: lead.observedUntil, to: input.period.upperBound))
      horizon = max(horizon, key.to)
      var cell = byKey[key] ?? Cell(key: key)
      cell.leads.append(place)
      if let expected = lead.expected {
        if expected.currency == input.currency {
          cell.amounts.add(Double(expected.minor))
        } else {
          cell.withoutSum += 1
        }
      } else if values.mean != nil {
        cell.atMean += 1
      } else {
        cell.withoutSum += 1
      }
      byKey[key] = cell
    }
    cells = byKey.values.sorted { $0.key < $1.key }
    for (place, cell) in cells.enumerated() {
      let first = places[cell.key.chain]?.lowerBound ?? place
      places[cell.key.chain] = first..<place + 1
    }
  }

  private mutating func sortEntries() {
    struct Entry: Hashable {
      var chain: UInt32
      var stage: Stage
    }
    var counts: [Entry: Int] = [:]
    var total = 0
    for entry in input.entries where input.recent.contains(entry.at) && entry.stage < .purchase {
      counts[Entry(chain: chain.key(of: entry.segment), stage: entry.stage), default: 0] += 1
      total += 1
    }
    mixture = counts.sorted { ($0.key.chain, $0.key.stage) < ($1.key.chain, $1.key.stage) }
      .map { ($0.key.chain, $0.key.stage, Double($0.value) / Double(total)) }
  }

  /// How far densities have to reach. Behind the start of a tail a curve looks the same from every day, so that no age
  /// has to reach further.
  func age(_ key: CellKey, _ scenario: ForecastScenario) -> Int {
    min(key.age, chain.tailStart(key.chain, key.stage) + max(0, scenario.longer[key.stage.index]))
  }

  /// The chances of all cells, and of new leads by the day on which they enter.
  struct Chances {
    /// By cell; `nil`: not known.
    var cells: [Double?]
    var entering: [Double]
  }

  var isTooFar: Bool { to > ForecastModel.farthest }

  /// - Parameter densities: of a chain, as far as the limit given.
  /// - Returns: `nil` where the scenario cannot be told, or lies too far ahead.
  func chances(_ scenario: ForecastScenario, densities: (UInt32, Int) -> [StageDensity]) -> Chances? {
    guard !isTooFar else { return nil }
    var result = Chances(
      cells: [Double?](repeating: nil, count: cells.count), entering: [Double](repeating: 0, count: to))
    for key in keys {
      let mine = cells[places[key] ?? 0..<0]
      let oldest = mine.reduce(0) { max($0, age($1.key, scenario)) }
      guard let chain = scenario.applied(to: densities(key, horizon + oldest)) else { return nil }
      let passage = Passage(chain, to: .purchase, horizon: horizon)
      for (place, cell) in zip(mine.indices, mine) {
        let age = age(cell.key, scenario)
        guard let until = passage.chance(from: cell.key.stage, age: age, within: cell.key.to),
          let before = passage.chance(from: cell.key.stage, age: age, within: cell.key.from)
        else { continue }
        result.cells[place] = max(0, until - before)
      }
      for part in mixture where part.chain == key {
        for day in 0..<to {
          let chance = ForecastModel.entering(passage, part.stage, on: day, landing: from..<to)
          result.entering[day] += part.share * chance
        }
      }
    }
    return result
  }

  /// Of a lead that enters in the middle of a day: the mean of its first and its last moment.
  ///
  /// - Parameter days: in which the goal is to be reached, counted as the day is.
  static func entering(_ passage: Passage, _ stage: Stage, on day: Int, landing days: Range<Int>) -> Double {
    func landing(_ passed: Int) -> Double {
      let until = passage.chance(from: stage, within: days.upperBound - passed)
      return until - (passed <= days.lowerBound ? passage.chance(from: stage, within: days.lowerBound - passed) : 0)
    }
    return max(0, (landing(day) + landing(day + 1)) / 2)
  }
}

extension StageChain {
  /// From which day on the hazards of a stage are constant, or, where nobody stayed so long, not known.
  func tailStart(_ key: UInt32, _ stage: Stage) -> Int { risks(key)[stage.index].atRisk.count }
}
