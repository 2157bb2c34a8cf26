/// The world in which a forecast is made: as it was seen, or as a lever would make it.
struct ForecastScenario: Sendable {
  /// Applied to what the chain tells of a stage; `nil`: nothing tells what the change would do.
  var change: @Sendable (Stage, StageDensity) -> StageDensity? = { $1 }
  /// How many more days the stays of a stage can take, by stage.
  var longer = [Int](repeating: 0, count: StageExit.transient.count)
  /// Of the rate at which leads enter.
  var entries = 1.0
  /// Of what every purchase brings that is still to come.
  var value = 1.0

  func applied(to chain: [StageDensity]) -> [StageDensity]? {
    var result: [StageDensity] = []
    for (stage, density) in zip(StageExit.transient, chain) {
      guard let changed = change(stage, density) else { return nil }
      result.append(changed)
    }
    return result
  }
}
