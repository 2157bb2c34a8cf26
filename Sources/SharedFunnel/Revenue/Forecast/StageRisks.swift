/// How many stays in a stage were observed to last how long, and how they ended: the counts from which the hazards of
/// the competing ways out are estimated, by whole days.
///
/// A stay that goes on counts as at risk as long as it was observed, the day of its end included. The share that is
/// still there after a day is therefore the Kaplan-Meier estimate, and the shares that left by each way are those of
/// Aalen and Johansen.
///
/// From the first day behind that of the entry on which fewer than ``tailSize`` are at risk, single leads would draw the curve: from there each
/// hazard is constant, endings ÷ days lived (the occurrence/exposure rate), which also carries it past the longest
/// stay seen (exponential completion: Brown, Hollander and Korwar, 1974).
struct StageRisks: Sendable, Equatable {
  static let tailSize = 10

  /// By day, as many as observed so long or longer; not from the tail on.
  private(set) var atRisk: [Int] = []
  /// By day and way out, ``StageExit/count`` a day; not from the tail on.
  private(set) var ended: [Int] = []
  /// Endings from the tail on, by way out.
  private(set) var tailEnded = [Int](repeating: 0, count: StageExit.count)
  /// Days lived from the tail on.
  private(set) var tailExposure = 0
  private(set) var stays = 0
  /// Of all stays, by way out.
  private(set) var total = [Int](repeating: 0, count: StageExit.count)

  var endedCount: Int { total.reduce(0, +) }

  /// - Parameter stays: those of one stage.
  init(_ observations: [StageStay]) {
    stays = observations.count
    let longest = observations.reduce(0) { max($0, $1.days) }
    var leaving = [Int](repeating: 0, count: longest + 1)
    var all = [Int](repeating: 0, count: (longest + 1) * StageExit.count)
    for stay in observations {
      let day = stay.days
      leaving[day] += 1
      guard let exit = stay.exit else { continue }
      all[day * StageExit.count + exit.index] += 1
      total[exit.index] += 1
    }
    var left = observations.count
    for day in 0...longest {
      let here = all[day * StageExit.count..<(day + 1) * StageExit.count]
      // What once fell short stays short, since nobody joins later. The day of the entry is never in the tail: a move
      // back takes a day, and a rate of all later days would have it take none.
      if left >= StageRisks.tailSize || (day == 0 && left > 0) {
        atRisk.append(left)
        ended.append(contentsOf: here)
      } else {
        tailExposure += left
        for (way, count) in here.enumerated() { tailEnded[way] += count }
      }
      left -= leaving[day]
    }
  }
}
