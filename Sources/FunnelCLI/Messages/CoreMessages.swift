import SharedFunnel

extension Message {
  static let funnelAbstract = Message(
    "cli.funnel", "Tracks the funnel that marketing and sales share, in one file.")
  static let funnelDiscussion = Message(
    "cli.funnel.discussion",
    """
    Start with 'funnel init', then add yourself with 'funnel member add', then look at 'funnel status'.

    The file is --db, else FUNNEL_DB, else funnel.db here. Who acts is --actor, else FUNNEL_ACTOR, else the login.

    Exit status: 0 done, 1 refused by a rule, 2 usage, 3 input or file, 4 busy, 5 check failed, 70 internal, \
    130 interrupted.

      funnel init --zone Europe/Berlin
      funnel member add ana --department marketing --head marketing
      funnel lead add 'Acme GmbH' --source webinar
      funnel report funnel --by source
      funnel demo --db demo.db
    """)
  static let version = Message("cli.version", "funnel {version} (SQLite {sqlite})")
  static let reportAbstract = Message("cli.report", "Numbers that both departments read the same way.")

  // Options that many commands share.
  static let dbHelp = Message("option.db", "The workspace; else FUNNEL_DB, else funnel.db here.")
  static let nowHelp = Message(
    "option.now", "For tests: the present in ISO 8601, such as 2026-11-03T14:05:00Z; else FUNNEL_NOW, else the clock.")
  static let actorHelp = Message("option.actor", "The member who acts; else FUNNEL_ACTOR, else the login.")
  static let commandIDHelp = Message(
    "option.command_id", "A UUID for this command: the same command with the same id is recorded once.")
  static let atHelp = Message(
    "option.at",
    "When it happened: 2026-11-03, 2026-11-03T14:05, yesterday, '2 hours ago'. Without it: now.")
  static let dryRunHelp = Message("option.dry_run", "Check everything, record nothing.")
  static let formatHelp = Message("option.format", "How to print the answer.")

  static let dbEmpty = Message("option.db.empty", "--db names no file.")
  static let badClock = Message(
    "option.now.bad", "'{text}' is not a time in ISO 8601 with an offset, such as 2026-11-03T14:05:00Z.")
  static let badCommandID = Message(
    "option.command_id.bad", "A command id is a UUID, such as 0192f0c1-7a2b-7c3d-8e4f-001122330000.")
  static let noSuchStage = Message("stage.none_such", "There is no stage '{text}'. Stages: {known}.")
  static let noSuchDepartment = Message(
    "department.none_such", "There is no department '{text}'. Departments: {known}.")
}
