import SharedFunnel

extension Message {
  static let initAbstract = Message(
    "cli.init", "Make a new workspace.")
  static let initDiscussion = Message(
    "cli.init.discussion",
    """
    A file that is there already is never changed.

      funnel init
      funnel init --db team.db --zone Europe/Berlin --currency EUR
    """)
  static let statusAbstract = Message(
    "cli.status", "Show today's work and warnings.")
  static let statusDiscussion = Message(
    "cli.status.discussion",
    """
    For the departments of the acting member, else for all. Every count names the command that prints its list.

      funnel status
      funnel status --actor ben
    """)
  static let checkAbstract = Message(
    "cli.check", "Prove that the file is sound.")
  static let checkDiscussion = Message(
    "cli.check.discussion",
    """
    Replays the journal, compares it with what reports read, and counts every count against its list. Writes nothing. Exit status 5 if something does not hold.

      funnel check
    """)
  static let rebuildAbstract = Message(
    "cli.rebuild", "Make anew what reports read, from the journal.")
  static let rebuildDiscussion = Message(
    "cli.rebuild.discussion",
    """
    It changes no fact. Useful after 'funnel check' found the projection differs.

      funnel rebuild
    """)
  static let backupAbstract = Message(
    "cli.backup", "Copy the workspace while others go on working.")
  static let backupDiscussion = Message(
    "cli.backup.discussion",
    """
    The copy appears whole or not at all, and is a workspace like any other.

      funnel backup backups/2026-11-03.db
    """)
  static let restoreAbstract = Message(
    "cli.restore", "Put a backup in place, after checking that it is whole.")
  static let restoreDiscussion = Message(
    "cli.restore.discussion",
    """
    A file that is there is replaced only with --overwrite.

      funnel restore backups/2026-11-03.db --to restored.db
    """)
  static let migrateAbstract = Message(
    "cli.migrate", "Bring the file to the schema of this program.")
  static let migrateDiscussion = Message(
    "cli.migrate.discussion",
    """
    Every command that writes does so too; this one does nothing else. Each step is whole or not done.

      funnel migrate --status
    """)

  // Arguments.
  static let zoneHelp = Message(
    "arg.zone", "IANA name of the zone in which days, weeks and months are cut, such as Europe/Berlin.")
  static let workspaceCurrencyHelp = Message(
    "arg.workspace_currency", "ISO 4217 code of amounts that name no currency.")
  static let backupFileHelp = Message(
    "arg.backup_file", "The file to make.")
  static let restoreFileHelp = Message(
    "arg.restore_file", "The backup.")
  static let restoreToHelp = Message(
    "arg.restore_to", "The file to make. Without it: the workspace that --db or FUNNEL_DB names.")
  static let overwriteHelp = Message(
    "arg.overwrite", "Replace the file if it is there.")
  static let migrateStatusHelp = Message(
    "arg.migrate_status", "Only say which steps were applied.")

  // What a command did.
  static let workspaceMade = Message(
    "done.init", "Made the workspace {path}: days in {zone}, amounts in {currency}.")
  static let workspaceOwners = Message(
    "done.init_owners", "Marketing owns stages 1 to 4 and sales 5 to 8; the line lies between 4 and 5.")
  static let workspaceNext = Message(
    "done.init_next", "Next: 'funnel member add {login} --department marketing' (or sales), then 'funnel status'.")
  static let rebuilding = Message(
    "progress.rebuilding", "rebuilding")
  static let checking = Message(
    "progress.checking", "checking")
  static let backingUp = Message(
    "progress.backing_up", "copying")
  static let progressEvents = Message(
    "progress.events", "{count:event|events}")
  static let progressLeads = Message(
    "progress.leads", "{count:lead|leads}")
  static let progressPages = Message(
    "progress.pages", "{count:page|pages}")
  static let rebuilt = Message(
    "done.rebuilt", "Rebuilt from {count:event|events}.")
  static let checkSound = Message(
    "done.check", "Sound: everything agrees. Leads: {leads}; their events: {events}.")
  static let checkFound = Message(
    "done.check_found",
    "Findings: {count}. If only the projection differs, 'funnel rebuild' mends it; else restore a backup.")
  static let backedUp = Message(
    "done.backup", "Copied {from} to {to}.")
  static let restored = Message(
    "done.restore", "Restored {to} from {from}, which is whole.")
  static let migrationsPending = Message(
    "done.migrations_pending", "Steps missing: {count}. 'funnel migrate' applies them.")
  static let migrationsApplied = Message(
    "done.migrations_applied", "Steps applied: {count}.")
  static let migrationsNone = Message(
    "done.migrations_none", "The file is up to date.")

  // The status.
  static let statusHeading = Message(
    "status.heading", "{path} on {date} ({zone}), for {member}")
  static let everyone = Message(
    "status.everyone", "everyone")
  static let statusOffers = Message(
    "status.offers", "Offers that wait for {department}")
  static let statusOverdue = Message(
    "status.overdue", "Of these, past their due time")
  static let statusOpen = Message(
    "status.open", "Open leads of {department}, stages {stages}")
  static let statusNoActor = Message(
    "status.no_actor", "'{login}' is no member; name one with --actor")
  static let statusNoResponsible = Message(
    "status.no_responsible", "Stages that nobody answers for: {stages}")
  static let statusNoStage = Message(
    "status.no_stage", "Leads that have entered no stage, and so are in no funnel")
  static let statusNoLine = Message(
    "status.no_line", "No line lies anywhere: no lead ever changes hands")
  static let statusNoHead = Message(
    "status.no_head", "Nobody heads {department}")
  static let statusNoCommonHead = Message(
    "status.no_common_head", "Nobody heads both marketing and sales")
}
