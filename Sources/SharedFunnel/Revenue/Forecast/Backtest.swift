/// How a forecast would have done at past times, beside two that need no chain.
public struct Backtest: Sendable, Equatable {
  /// How the past was looked at.
  public enum Basis: String, Sendable {
    /// As it was recorded by then: nothing learned later can leak in.
    case knownAt = "known_at"
    /// As it had happened by then: corrections made later may leak in.
    case asOf = "as_of"

    /// How many days before a time tell whether its history was recorded live.
    public static let window = 90

    /// What was known at a time tells of it where history was recorded live: where four in five of the events of the
    /// 90 days before had been recorded by then.
    ///
    /// - Parameters:
    ///   - recorded: events of those days that had been recorded by then.
    ///   - all: those that are known now.
    public init(recorded: Int, of all: Int) {
      self = all > 0 && Double(recorded) >= 0.8 * Double(all) ? .knownAt : .asOf
    }
  }

  /// The state at a past time, and what came of it.
  public struct State: Sendable {
    /// Of the period, such as 2026-09.
    public var period: String
    public var input: ForecastInput
    public var chain: StageChain
    /// What the whole period brought in the end, in minor units.
    public var actual: Int64
    /// What the period before it had brought, as known then; `nil`: nothing was observed of it.
    public var previous: Int64?
    /// Days of the period that had begun, and all of its days.
    public var begun: Int
    public var days: Int
    public var basis: Basis

    public init(
      period: String, input: ForecastInput, chain: StageChain, actual: Int64, previous: Int64?, begun: Int, days: Int,
      basis: Basis
    ) {
      self.period = period
      self.input = input
      self.chain = chain
      self.actual = actual
      self.previous = previous
      self.begun = begun
      self.days = days
      self.basis = basis
    }
  }

  public struct Row: Sendable, Equatable {
    public let period: String
    /// When the forecast would have been made, in seconds since 1970.
    public let at: UInt32
    public let basis: Basis
    public let actual: Money
    public let forecast: Money?
    public let low: Money?
    public let high: Money?
    /// The period before.
    public let naive: Money?
    /// Attained so far ÷ the share of the days that had begun; `nil` before the first.
    public let linear: Money?

    /// Whether the interval held what came; `nil` without one.
    public var isCovered: Bool? {
      guard let low, let high else { return nil }
      return low.minor <= actual.minor && actual.minor <= high.minor
    }
  }

  /// Mean absolute percentage error: the mean of |forecast - actual| ÷ actual.
  public struct Error: Sendable, Equatable {
    /// `nil` of none.
    public let mape: Double?
    /// Periods with a forecast and an actual above zero: of nothing there is no percentage.
    public let n: Int
  }

  public let rows: [Row]
  /// How many intervals held what came.
  public let coverage: Rate
  public let forecast: Error
  public let naive: Error
  public let linear: Error

  /// - Parameters:
  ///   - times: when forecasts would have been made, the earliest first.
  ///   - state: what was known at each; `nil` leaves it out.
  public init<Failure: Swift.Error>(
    _ times: [Timestamp], state: (Timestamp) throws(Failure) -> State?
  ) throws(Failure) {
    var rows: [Row] = []
    for time in times { if let state = try state(time) { rows.append(Row(state)) } }
    self.init(rows)
  }

  init(_ rows: [Row]) {
    self.rows = rows
    let held = rows.compactMap(\.isCovered)
    coverage = Rate(held.count { $0 }, of: held.count)
    forecast = Error(rows, \.forecast)
    naive = Error(rows, \.naive)
    linear = Error(rows, \.linear)
  }
}

extension Backtest.Row {
  init(_ state: Backtest.State) {
    let forecast = Forecast(state.input, state.chain)
    let currency = state.input.currency
    period = state.period
    at = state.input.asOf
    basis = state.basis
    actual = Money(minor: state.actual, currency: currency)
    self.forecast = forecast.expected
    low = forecast.low
    high = forecast.high
    naive = state.previous.map { Money(minor: $0, currency: currency) }
    linear =
      state.begun > 0
      ? Money(rounding: Double(state.input.attained) * Double(state.days) / Double(state.begun), currency) : nil
  }
}

extension Backtest.Error {
  init(_ rows: [Backtest.Row], _ guess: (Backtest.Row) -> Money?) {
    let errors = rows.compactMap { row -> Double? in
      guard let guess = guess(row), row.actual.minor > 0 else { return nil }
      let actual = Double(row.actual.minor)
      return abs(Double(guess.minor) - actual) / actual
    }
    n = errors.count
    mape = errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
  }
}
