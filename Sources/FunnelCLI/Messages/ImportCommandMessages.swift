import SharedFunnel

extension Message {
  static let importJoined = Message(
    "import.joined",
    "Known from another system: {count} (by key {keys}, by e-mail {emails}). 'funnel lead list --status merged' lists them, 'funnel lead unmerge LEAD' takes one back."
  )
  static let importUndecided = Message(
    "import.undecided",
    "Left apart, for several leads have the same e-mail address: {count}. Use 'funnel lead merge' where they are one.")
  static let importSuppressed = Message(
    "import.suppressed", "Left out, for their personal data were erased here: {count}.")
  static let importAbstract = Message("import.abstract", "Bring in the files of another system, all or nothing.")
  static let importDiscussion = Message(
    "import.discussion",
    """
    A mapping says what the columns mean: 'funnel mapping list' names those that come with the program, 'funnel mapping \
    show olist' prints one to start from. What is known already is not repeated, so the same files can come again; what \
    changed in them is corrected. A record that cannot be read is rejected whole, with its line and the reason. Mend it \
    in the file of rejects, in the cell 'record', and import that file like any other, with the same mapping:

      funnel import leads.csv deals.csv --mapping olist --rejects rejects.csv
      funnel import rejects.csv --mapping olist --rejects rest.csv

    For files of another system, '--guess' writes a first mapping, with a comment on each doubt, and imports nothing:

      funnel import leads.csv deals.csv --guess > mine.yaml
      funnel import leads.csv deals.csv --mapping mine.yaml --dry-run
    """)
  static let importGuessHelp = Message(
    "import.guess.help", "Write a first mapping from the headers and first records, and import nothing.")
  static let importOutputHelp = Message(
    "import.output.help", "Where the mapping of --guess goes, if not to standard output; a new file.")
  static let importOutputOfGuess = Message(
    "import.output_of_guess", "--output is for the mapping that --guess writes; add --guess, or leave it out.")
  static let importNeedsMapping = Message(
    "import.needs_mapping",
    "Say what the columns mean: --mapping NAME or FILE ('funnel mapping list' names those that come with the program), or --guess to write a first one."
  )
  static let importGuessAlone = Message(
    "import.guess_alone",
    "--guess imports nothing: leave --mapping, --date-format, --rejects, --observed-until and --dry-run out.")
  static let importOutputTaken = Message(
    "import.output_taken", "{path} is there already and stays as it is. Name another file for --output.")
  static let importGuessed = Message(
    "import.guessed", "Mapping written: {path}. Read its comments before you import with it.")
  static let importFilesHelp = Message("import.files.help", "The files, in any order; - is standard input.")
  static let importMappingHelp = Message("import.mapping.help", "The name of a mapping, or a file with one.")
  static let importDatesHelp = Message(
    "import.dates.help", "How the files write dates, in place of what the mapping says: M/D/YYYY. May be repeated.")
  static let importEncodingHelp = Message(
    "import.encoding.help", "How the files are encoded, if that is not found out: utf-8, utf-16 or windows-1252.")
  static let importDelimiterHelp = Message(
    "import.delimiter.help", "What stands between the fields, if that is not found out: one sign, or tab.")
  static let importRejectsHelp = Message(
    "import.rejects.help", "Where the records that cannot be read go, whole; a CSV to mend and to import again.")
  static let importObservedHelp = Message(
    "import.observed.help", "How far the source had been observed; without it, up to its latest event.")

  static let importNoSuchMapping = Message(
    "import.no_such_mapping",
    "There is no mapping '{name}', nor a file of that name. Mappings: {known}.")
  static let importNoSuchEncoding = Message(
    "import.no_such_encoding", "'{name}' is no encoding that can be read; there are: {known}.")
  static let importNoDelimiter = Message(
    "import.no_delimiter", "'{text}' cannot stand between fields; name one sign of ASCII, such as ';', or tab.")
  static let importDatesOfExport = Message(
    "import.dates_of_export", "Our own export writes its dates in one way; leave --date-format out.")
  static let importObservedOfExport = Message(
    "import.observed_of_export",
    "Our own export says itself how far its sources had been observed; leave --observed-until out.")
  static let importRejectsTaken = Message(
    "import.rejects_taken", "--rejects would overwrite {path}, which this import reads or writes. Name another file.")

  static let importProgress = Message("import.progress", "importing")
  static let importRead = Message("import.read", "Records read: {count} ({parts}).")
  static let importReadNothing = Message("import.read_nothing", "The files have a header and no record.")
  static let importInserted = Message("import.inserted", "{count} new")
  static let importCorrected = Message("import.corrected", "{count} corrected")
  static let importKnown = Message("import.known", "{count} known already")
  static let importRejected = Message("import.rejected", "{count} rejected")
  static let importLeadsNew = Message("import.leads_new", "New leads: {count}.")
  static let importUnwrapped = Message(
    "import.unwrapped", "Records that stood whole in quotes, as one field, and were taken out: {count}.")
  static let importEncoding = Message("import.encoding", "{file} was read as {encoding}.")
  static let importFlags = Message("import.flags", "Unusual, kept and marked: {flags}.")
  static let importFlag = Message("import.flag", "{name} {count}")
  static let importUnknownStages = Message(
    "import.unknown_stages",
    "Dates left out, for the mapping knows no such stage: {columns}. To use them, add the stages to a mapping of your own ('funnel mapping show NAME' prints one to start from)."
  )
  static let importDry = Message("import.dry", "Nothing was recorded: this was a dry run.")
  static let importReject = Message("import.reject", "{file}:{line}: {reason}")
  static let importMoreRejects = Message(
    "import.more_rejects",
    "and {count} more. --rejects FILE keeps every rejected record, whole, with its reason, to be mended and imported.")
  static let importKeepRejects = Message(
    "import.keep_rejects",
    "--rejects FILE keeps every rejected record, whole, with its reason, to be mended and imported.")
  static let importRejectsIn = Message(
    "import.rejects_in",
    "Rejected records: {path}. To bring them in, mend the cells 'record' there, and import that file with the same mapping."
  )
  static let importAllRejected = Message(
    "import.all_rejected", "No record could be read, so nothing was recorded. Check the mapping against the files.")
}
