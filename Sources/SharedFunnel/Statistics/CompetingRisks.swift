/// Things that can end in several ways, of which each shuts out the others, and of which some have not ended yet.
///
/// The incidences of all causes and the share that has not ended sum to one, at any time.
public struct CompetingRisks<Cause: Hashable & Sendable>: Sendable {
  public struct Observation: Sendable, Equatable {
    /// How long it was observed.
    public let seconds: Int64
    /// What ended it then; `nil`: it goes on.
    public let cause: Cause?

    public init(seconds: Int64, cause: Cause?) {
      self.seconds = seconds
      self.cause = cause
    }
  }

  private let observations: [Observation]
  /// How long it lasts until any end (Kaplan-Meier).
  public let ending: KaplanMeier

  /// - Parameter observations: those with a time below zero are left out and counted.
  /// - Returns: `nil` for no observations.
  public init?(_ observations: [Observation]) {
    guard let ending = KaplanMeier(observations.map { ($0.seconds, $0.cause != nil) }) else { return nil }
    self.ending = ending
    // Sorted once, for every cause asks for it again.
    self.observations = observations.sorted { $0.seconds < $1.seconds }
  }

  /// The share that has ended by one cause after so many seconds (Aalen-Johansen), with log-log limits.
  public func incidence(of cause: Cause, by horizon: Int64) -> CumulativeIncidence? {
    CumulativeIncidence(
      observations.map { ($0.seconds, $0.cause == nil ? .open : $0.cause == cause ? .reached : .lost) }, by: horizon)
  }
}
