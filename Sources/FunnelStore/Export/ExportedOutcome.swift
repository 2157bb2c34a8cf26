import SharedFunnel

/// The outcome of an exported offer: the view has no clock, so what silence settled since is worked out here.
struct ExportedOutcome {
  private let outcome: Int
  private let due: Int
  private let lost: Int
  private let silenceAccepts: Int
  private let now: Timestamp

  /// `nil` for rows that are no handoffs.
  init?(_ columns: [ExportColumn], asOf now: Timestamp) {
    func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    guard let outcome = place("outcome"), let due = place("due_at"), let lost = place("lost_at"),
      let silenceAccepts = place("silence_accepts")
    else { return nil }
    self.outcome = outcome
    self.due = due
    self.lost = lost
    self.silenceAccepts = silenceAccepts
    self.now = now
  }

  func settle(_ values: inout [ExportValue]) {
    guard case .text(let key) = values[outcome], let recorded = HandoffOutcome(key: key) else { return }
    func time(_ place: Int) -> Timestamp? { if case .time(let time) = values[place] { time } else { nil } }
    let settled = HandoffOutcome.asOf(
      now, recorded: recorded, due: time(due), lost: time(lost),
      silence: values[silenceAccepts] == .integer(1) ? .accepted : .expired)
    values[outcome] = .text(settled.key)
  }
}
