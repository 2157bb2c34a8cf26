/// Something that both departments could push, and by how much.
public enum Lever: Sendable, Hashable {
  /// So many percentage points more of the stays in a stage end in a later one: `conversion 4->5 +3pt`.
  case conversion(from: Stage, points: Double)
  /// So many percent more leads come in: `entries +10%`.
  case entries(percent: Double)
  /// Every purchase still to come brings so many percent more: `value +5%`.
  case value(percent: Double)
  /// Stays in a stage take so many days more: `time 3 -2d`.
  case time(Stage, days: Int)

  /// What is asked where nobody names a lever.
  public static var usual: [Lever] {
    [.entries(percent: 10), .value(percent: 10)]
      + StageExit.transient.map { .conversion(from: $0, points: 3) } + StageExit.transient.map { .time($0, days: -2) }
  }

  /// As ``init(text:)`` reads it.
  public var text: String {
    switch self {
    case .conversion(let stage, let points):
      "conversion \(stage.number)->\(stage.number + 1) \(Lever.signed(points))pt"
    case .entries(let percent): "entries \(Lever.signed(percent))%"
    case .value(let percent): "value \(Lever.signed(percent))%"
    case .time(let stage, let days): "time \(stage.number) \(days < 0 ? "" : "+")\(days)d"
    }
  }

  private static func signed(_ number: Double) -> String {
    let shown = Int(exactly: number).map(String.init) ?? String(number)
    return number < 0 ? shown : "+\(shown)"
  }

  /// The world with the lever pulled.
  var scenario: ForecastScenario {
    var scenario = ForecastScenario()
    switch self {
    case .conversion(let from, let points):
      scenario.change = { stage, density in
        guard stage == from else { return density }
        return density.withForward(density.forward(from: stage) + points / 100, from: stage)
      }
    case .entries(let percent): scenario.entries = 1 + percent / 100
    case .value(let percent): scenario.value = 1 + percent / 100
    case .time(let from, let days):
      scenario.longer[from.index] = days
      scenario.change = { stage, density in
        guard stage == from else { return density }
        // Of a stage that nobody was seen to leave there are no times to change.
        return density.eventual.contains { $0 > 0 } ? density.shifted(by: days, from: stage) : nil
      }
    }
    return scenario
  }
}
