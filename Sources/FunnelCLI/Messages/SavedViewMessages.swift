import SharedFunnel

extension Message {
  static let reportDiscussion = Message(
    "report.discussion",
    """
    --save NAME saves a report with its options in the file, for everybody who opens it; 'funnel report NAME' runs it. \
    Periods stay as they were typed: 'last 30 days' are always the last. An option that is named again replaces the \
    saved one.

      funnel report funnel --by source --period 'last 30 days' --save monthly
      funnel report monthly
      funnel report monthly --by campaign
    """)
  static let reportListAbstract = Message("report.list.abstract", "List the saved reports.")
  static let reportListDiscussion = Message(
    "report.list.discussion",
    """
    The command is what 'funnel report NAME' runs. With --known-at, the reports that were saved then.

      funnel report list
    """)
  static let reportForgetAbstract = Message("report.forget.abstract", "Remove a saved report.")
  static let reportForgetDiscussion = Message(
    "report.forget.discussion",
    """
    The journal keeps that it was there: 'funnel report list --known-at yesterday' still shows it.

      funnel report forget monthly
    """)
  static let columnCommand = Message("column.command", "Command")
  static let columnSavedBy = Message("column.saved_by", "Saved by")
  static let columnSavedAt = Message("column.saved_at", "Saved")
  static let viewNameHelp = Message("view.name.help", "The name of the saved report.")
  static let saveHelp = Message(
    "view.save.help", "Save this report with its options: 'funnel report NAME' runs it again.")

  static let noViewsAtAll = Message(
    "view.none", "No report was saved yet. Save one with --save NAME, as in 'funnel report funnel --save weekly'.")
  static let viewSaved = Message("view.saved", "Saved: 'funnel report {name}' runs this report again.")
  static let viewReplaced = Message(
    "view.replaced",
    "Saved: 'funnel report {name}' runs this report again, and no longer '{command}', which {member} saved {time}.")
  static let viewForgotten = Message("view.forgotten", "The saved report '{name}' is forgotten.")

  static let badViewName = Message(
    "view.bad_name",
    "'{name}' cannot name a report: a name is 1 to 64 of a-z 0-9 _ - and begins with a letter or a digit.")
  static let viewNameTaken = Message(
    "view.name_taken", "'{name}' is a command already. Save it under another name than: {reports}.")
  static let noSuchReport = Message("view.no_such_report", "There is no report '{name}'. There are: {reports}.")
  static let noSuchReportOrView = Message(
    "view.no_such_report_or_view", "There is no report '{name}'. There are: {reports}; saved: {saved}.")
  static let noSuchView = Message("view.no_such_view", "No report was saved as '{name}'. Saved are: {known}.")
  static let noViewsYet = Message("view.no_views_yet", "No report was saved as '{name}', nor under any other name yet.")
  static let viewNotUnderstood = Message(
    "view.not_understood",
    "The saved report '{name}' is '{command}'. If that is what this version cannot read, another one saved it: save it anew with --save {name}, or remove it with 'funnel report forget {name}'."
  )
  static let viewOfUnknownReport = Message(
    "view.of_unknown_report",
    "'{name}' is a report '{report}', which this version does not have. Use the version that saved it, or save it anew."
  )
}
