import SharedFunnel

extension Message {
  static let errorLine = Message("error.line", "Error: {sentence}")
  static let unforeseen = Message(
    "error.unforeseen", "Something happened that this program did not foresee: {error}. Please report it.")
  static let interrupted = Message("error.interrupted", "Interrupted. The file is as it was before.")

  static let noFile = Message(
    "error.no_file", "There is no workspace {path}. Make one with 'funnel init', or name it with --db.")
  static let fileExists = Message(
    "error.file_exists",
    "{path} is there already and was left as it is. Name another file; 'backup' and 'restore' replace it with "
      + "--overwrite.")
  static let notAFunnelFile = Message(
    "error.not_a_funnel_file", "{path} is not a workspace of this program. Name the right file with --db.")
  static let newerFile = Message(
    "error.newer_file",
    "{path} was made by a newer version of this program: it has migration {migration} (version {version}), and this "
      + "program knows {known}. Install the newer version.")
  static let needsMigration = Message(
    "error.needs_migration",
    "{path} is of version {version} and this program of version {known}. Bring it up with 'funnel migrate'.")
  static let busy = Message("error.busy", "The file is in use by {holder}; gave up after {time}. Try again.")
  static let anotherProgram = Message("error.another_program", "another program")
  static let sqliteOfPath = Message("error.sqlite_of_path", "{error} (SQLite {code}).")
  static let sqlite = Message("error.sqlite", "{path}: {error} (SQLite {code}).")
  static let damaged = Message(
    "error.damaged", "The file is damaged: {what}. See 'funnel check'; restore a backup if it stays.")
  static let badFile = Message("error.bad_file", "{file}: {reason}")
  static let badLine = Message("error.bad_line", "{file}, line {line}: {reason}")

  static let noSuchLead = Message(
    "error.no_such_lead",
    "There is no lead '{lead}'. Name it by number or external key; 'funnel lead find' looks for words.")
  static let noSuchMember = Message(
    "error.no_such_member",
    "There is no member '{member}'. Members: {known}. Add one with 'funnel member add {member} --department marketing'."
  )
  static let noMembersYet = Message(
    "error.no_members_yet",
    "There is no member '{member}', nor any other yet. Add one with 'funnel member add {member} --department marketing'."
  )
  static let actorUnknown = Message(
    "error.actor_unknown",
    "'{login}' is not a member of this workspace (members: {known}). Name one with --actor, or add this one with "
      + "'funnel member add {login} --department marketing' (or sales).")
  static let actorOfNone = Message(
    "error.actor_of_none",
    "'{login}' is not a member: this workspace has none yet. Add one with 'funnel member add {login} --department "
      + "marketing' (or sales).")
  static let noSuchReason = Message("error.no_such_reason", "There is no reason '{reason}' for that. Reasons: {known}.")
  static let noSuchTerm = Message("error.no_such_term", "No lead has the {kind} '{text}'. There are: {known}.")
  static let noTermsAtAll = Message("error.no_terms", "No lead has the {kind} '{text}', nor any other {kind} yet.")
  static let keyTaken = Message("error.key_taken", "The key {key} belongs to lead {lead} already.")
}
