import SharedFunnel

extension Message {
  static let exportAbstract = Message(
    "export.abstract", "Write the journal, or the leads, to a file or to standard output.")
  static let exportDiscussion = Message(
    "export.discussion",
    """
    events: everything that was ever recorded, ids and voids with it, in the order of recording; 'funnel import --mapping \
    generic-long' reads it back without a loss. leads: one row a lead, as it stands now.

      funnel export events --out journal.csv
      funnel export leads --format json
    """)
  static let exportWhatHelp = Message("export.what.help", "What to write.")
  static let exportOutHelp = Message(
    "export.out.help", "The file, which appears whole or not at all; without it, standard output.")
  static let exportFormatHelp = Message("export.format.help", "How to write it.")
  static let exportProgress = Message("export.progress", "exporting")
  static let exportOverWorkspace = Message(
    "export.over_workspace", "--out would overwrite the workspace {path} itself. Name another file.")
  static let exportDone = Message("export.done", "Wrote {count} rows to {path}.")
}
