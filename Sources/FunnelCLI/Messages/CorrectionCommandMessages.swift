import SharedFunnel

extension Message {
  static let undoAbstract = Message("cli.undo", "Take back your own last command.")
  static let undoDiscussion = Message(
    "cli.undo.discussion",
    """
    Nothing is deleted: what the command recorded is marked as never having happened. A second undo takes back the
    command before. It is refused, saying why, if later events build on what would go.

      funnel undo --dry-run
      funnel undo --actor ana
    """)
  static let eventAbstract = Message("cli.event", "Correct single events.")
  static let eventDiscussion = Message(
    "cli.event.discussion",
    """
    'funnel lead history LEAD --all' shows the numbers of events; 'funnel undo' takes back a whole command of your own.

      funnel event void 41 --reason 'entered for the wrong lead'
    """)
  static let eventVoidAbstract = Message("cli.event_void", "Say of events that they never happened.")
  static let eventVoidDiscussion = Message(
    "cli.event_void.discussion",
    """
    An event is named by its number ('funnel lead history LEAD --all' shows it) or by its id. The event stays in the
    history, struck out. Whoever recorded it may void it, members of an owner of the lead's stage, and heads; what was said at a
    line only that side, and a ruling only who may rule. Importing the
    same file again does not bring it back. A void is not voided: enter the fact again.

      funnel event void 41 --reason 'entered for the wrong lead'
      funnel event void 41 42 --dry-run
    """)
  static let eventNamesHelp = Message("option.events", "Events by number or id.")
  static let badEventName = Message(
    "usage.bad_event",
    "'{text}' names no event. Use a number or an id, as 'funnel lead history LEAD --all' shows them.")
  static let correctionReasonHelp = Message("option.correction_reason", "Why, for the history.")
  static let leadMergeAbstract = Message("cli.lead_merge", "Say that leads are the same one.")
  static let leadMergeDiscussion = Message(
    "cli.lead_merge.discussion",
    """
    The first lead stays. The others' history counts there from then on: their offers, purchases, touches and stages;
    what was decided for the first (stage, loss, owner, value) stands. Their names and keys lead to it. An unmerge gives
    back exactly what was.

      funnel lead merge 12 57
      funnel lead merge 12 57 58 --reason 'the same company'
    """)
  static let leadMergeTargetHelp = Message("option.merge_target", "The lead that stays.")
  static let leadMergeOthersHelp = Message("option.merge_others", "Leads that are the same one.")
  static let leadUnmergeAbstract = Message("cli.lead_unmerge", "Take merges back.")
  static let leadUnmergeDiscussion = Message(
    "cli.lead_unmerge.discussion",
    """
    Name the lead that was merged, not the one that stayed. Both are again what their own events say.

      funnel lead unmerge 57
      funnel lead list --status merged
    """)
  static let leadEraseAbstract = Message("cli.lead_erase", "Delete the personal data of leads, for good.")
  static let leadEraseDiscussion = Message(
    "cli.lead_erase.discussion",
    """
    Names, e-mail, phone, company, remarks and keys of other systems are deleted from the file, its free space and its
    log; what happened stays, with its sources and tags, so no count changes. A source, campaign, segment, tag or product
    that holds the e-mail address, the phone number, a key or the full name is written over. Later imports leave the
    person out. Backups made before are named, for they cannot be reached. This cannot be undone.

      funnel lead erase 12 --dry-run
      funnel lead erase 12 --yes
    """)
  static let eraseYesHelp = Message("option.erase_yes", "Really do it.")
  static let eraseNeedsYes = Message(
    "usage.erase_needs_yes", "That cannot be undone. Look with --dry-run, then say --yes.")
  static let historyAllHelp = Message(
    "option.history_all", "Also events that were voided, struck out, and the number of every event.")

  static let undoneCommand = Message(
    "correction.undone", "Undone: {kinds} of {time}, {leads}.")
  static let undoneWorkspace = Message("correction.undone_workspace", "Undone: {kinds} of {time}.")
  static let voidedEvents = Message("correction.voided", "Voided on {leads}: {count:event|events}.")
  static let mergedLeads = Message("correction.merged", "Merged {others} into {lead}.")
  static let unmergedLeads = Message("correction.unmerged", "No longer merged: {leads}.")
  static let erasedLeads = Message("correction.erased", "Personal data erased: {leads}; {values:value|values} deleted.")
  static let erasedWordsGone = Message(
    "correction.erased_words_gone",
    "Sources, campaigns, segments, tags, channels, products or reasons that told the person, written over: {count}.")
  static let erasedWords = Message(
    "correction.erased_words",
    "These words hold an erased value that can mean something else, and stay, for other leads may have them: {words}.")
  static let erasedOthers = Message(
    "correction.erased_others",
    "Other leads have one of the values too, in a field or a remark, and keep it: {leads}. Erase them as well if they are the same person."
  )
  static let erasedBackups = Message(
    "correction.erased_backups", "These copies still hold the data, and this program cannot reach them:")
  static let erasedElsewhere = Message(
    "correction.erased_elsewhere",
    "Exports, rejects and copies made by other means are not known here. Delete them where they are.")
  static let backupNotNoted = Message(
    "correction.backup_not_noted", "The copy was made, but the workspace could not be written to note it: {why}")
  static let mergedWith = Message("lead.merged_into", "merged into lead {lead}")
  static let stateVoided = Message("lead.voided", "Undone; it counts nowhere.")
  static let erasedOn = Message("lead.erased_on", "erased on {time}")
  static let fieldPersonal = Message("field.personal", "Personal data")
  static let columnNumber = Message("column.event_number", "No.")
  static let noSuchEvent = Message(
    "error.no_such_event",
    "There is no event '{event}'. 'funnel lead history LEAD --all' shows the numbers of a lead's events.")
}
