import SharedFunnel

extension Message {
  static let stageAbstract = Message(
    "cli.stage", "Show the eight stages and say whose they are.")
  static let stageDiscussion = Message(
    "cli.stage.discussion",
    """
    A stage belongs to one department or is shared. A line lies between neighbouring stages that have no owner in \
    common; crossing it takes a handoff.

      funnel stage list
      funnel stage assign 4 --to marketing --responsible ana
      funnel stage history 8
    """)
  static let stageListAbstract = Message(
    "cli.stage_list", "List the stages with their owners.")
  static let stageListDiscussion = Message(
    "cli.stage_list.discussion", "  funnel stage list")
  static let stageAssignAbstract = Message(
    "cli.stage_assign", "Give a stage to a department, or share it, from a date on.")
  static let stageAssignDiscussion = Message(
    "cli.stage_assign.discussion",
    """
    What happened before keeps the owners of its own time.

      funnel stage assign 4 --to sales --responsible ben
      funnel stage assign purchase-intention --to both --from 2026-01-01
      funnel stage assign 2 --to marketing --responsible ana --from ever
    """)
  static let stageHistoryAbstract = Message(
    "cli.stage_history", "Show whose the stages were, and when.")
  static let stageHistoryDiscussion = Message(
    "cli.stage_history.discussion",
    """
      funnel stage history
      funnel stage history 4
    """)
  static let stageHelp = Message(
    "arg.stage", "Number, key, or key with dashes.")
  static let stageOptionalHelp = Message(
    "arg.stage_optional", "Only this stage: number, key, or key with dashes.")
  static let stageToHelp = Message(
    "arg.stage_to", "marketing, sales or both.")
  static let responsibleHelp = Message(
    "arg.responsible", "The member who answers for the stage.")
  static let fromHelp = Message(
    "arg.from", "From when on, such as 2026-01-01, or 'ever'. Without it: now.")
  static let stageAssigned = Message(
    "done.stage_assigned", "Stage {stage} belongs to {owners} from {time}; responsible: {member}.")
  static let sinceEver = Message(
    "done.since_ever", "the beginning")
  static let linesAt = Message(
    "stage.lines", "Lines: {places}. Crossing one takes a handoff.")
  static let noLines = Message(
    "stage.no_lines", "No line lies anywhere: no lead ever changes hands.")
  static let stageHistoryNote = Message(
    "stage.history_note", "Without a time: since ever.")
}
