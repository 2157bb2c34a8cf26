import SharedFunnel

extension Message {
  static let ownersDiscussion = Message(
    "report.owners.discussion",
    """
      funnel report owners
      funnel report owners --period 2026-Q3
    """)
  static let ownersAbstract = Message(
    "report.owners", "Which department owns each stage, who answers for it, and where the lines are.")
  static let ownersPeriodHelp = Message(
    "report.owners.period", "When leads came in and went out; without it this month. 2026-Q4, 'last 90 days' …")
  static let ownersHeading = Message(
    "report.owners.heading", "Owners of the stages, with arrivals and departures in {period}")
  static let ownersCompared = Message(
    "report.owners.compared", "Arrivals and departures in {period}, compared with {other}")
  static let ownersLine = Message("report.owners.line", "The line: crossing it takes a handoff")
  static let ownersColumnIn = Message("report.owners.column.in", "In")
  static let ownersColumnForward = Message("report.owners.column.forward", "Forward")
  static let ownersColumnBack = Message("report.owners.column.back", "Back")
  static let ownersAlways = Message("report.owners.always", "ever")
  static let ownersNote = Message(
    "report.owners.note",
    "Open: leads in the stage at the end of observation. In: leads that came into it in {period}, reopened ones with "
      + "them; Forward, Back, Lost: leads that left it then.")
  static let ownersSharedNote = Message(
    "report.owners.note.shared",
    "The share of a shared stage is split evenly among its owners; it serves money, not counts.")
  static let ownersNoLine = Message(
    "report.owners.no_line",
    "No line stands between any two stages, so no lead is ever handed over and nobody answers for a crossing. Give the "
      + "stages owners with 'funnel stage assign'.")
  static let ownersNobody = Message(
    "report.owners.nobody",
    "Stage {stage} has no responsible member; name one with 'funnel stage assign {number} --to {owners} --responsible MEMBER'."
  )
  static let ownersNobodyAtAll = Message(
    "report.owners.nobody_at_all",
    "Stages {stages} have no responsible member; name one with 'funnel stage assign STAGE --to DEPARTMENT --responsible MEMBER'."
  )
  static let ownersShared = Message(
    "report.owners.shared", "Stage {stage} is shared by {owners}: no line stands between it and a stage of either.")
}
