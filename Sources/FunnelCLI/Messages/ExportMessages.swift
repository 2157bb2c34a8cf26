import SharedFunnel

extension Message {
  static let exportAbstract = Message(
    "export.abstract", "Write events, leads, visits, handoffs or purchases to a file or to standard output.")
  static let exportDiscussion = Message(
    "export.discussion",
    """
    events: everything that was ever recorded, ids and voids with it, in the order of recording; 'funnel import --mapping \
    generic-long' reads the CSV back without a loss. The others are a row each of what it amounts to now. Columns have \
    the names of the SQL views, times are ISO 8601 in UTC, amounts decimal numbers beside their currency.

    In CSV, a text that a spreadsheet would run as a formula gets an apostrophe in front; --raw leaves it as it is.

    revenue: what a period brought, a row a purchase or a group, with target, credit, commission and handoff times. Beside \
    the file of --output stands another, .meta.json, that says what each column means, by which versions of target and \
    policy, and which command makes the same bytes again. JSON has that in itself.

    Conditions are on leads. With events, those of the workspace itself (members, stages, reasons) are always there.

      funnel export events --output journal.csv
      funnel export leads --where status=open,segment=smb --format json
      funnel export purchases --format ndjson
      funnel export ledger --output ledger.csv
      funnel export revenue --period 2026-Q4 --by segment --output revenue.csv
    """)
  static let exportWhatHelp = Message("export.what.help", "What to write.")
  static let exportOutputHelp = Message(
    "export.output.help", "The file, which appears whole or not at all; without it, standard output.")
  static let exportFormatHelp = Message("export.format.help", "How to write it.")
  static let exportRawHelp = Message(
    "export.raw.help", "In CSV, leave texts that begin with = + - @ as they are: for programs that are no spreadsheet.")
  static let exportRawOnlyCSV = Message(
    "export.raw.only_csv", "--raw is about CSV; in the other forms texts are as they are anyway.")
  static let exportProgress = Message("export.progress", "exporting")
  static let exportOverWorkspace = Message(
    "export.over_workspace", "--output would overwrite the workspace {path} itself. Name another file.")
  static let exportDone = Message("export.done", "Wrote {count:row|rows} to {path}.")
}
