import SharedFunnel

/// The comments of a mapping that was guessed.
enum GuessMessages {
  static let head = Message(
    "guess.head",
    "A first mapping, guessed from the headers and up to {rows:record|records} of {files}. Read every comment, change what is wrong, and try it with 'funnel import FILE --mapping THIS --dry-run'."
  )
  static let headOfHeaders = Message(
    "guess.head_of_headers",
    "A first mapping, guessed from the headers alone, for there are no records in {files}. Read every comment, change what is wrong, and try it with 'funnel import FILE --mapping THIS --dry-run'."
  )
  static let known = Message(
    "guess.known",
    "{files}: the columns are those that the mapping '{name}' reads. Use '--mapping {name}' and leave this file away, unless you want to change it: what follows is that mapping."
  )
  static let knownDates = Message(
    "guess.known_dates",
    "Its 'dates' are as your files write them; with '--mapping {name}' say {options} instead.")
  static let native = Message(
    "guess.native",
    "{file} looks like our own export of events: 'funnel import FILE --mapping generic-long' brings it in whole, with what is said below a part is lost."
  )
  static let partlyKnown = Message(
    "guess.partly_known",
    "{file}: the columns are those that the mapping '{name}' reads; see 'funnel mapping show {name}'.")
  static let source = Message(
    "guess.source",
    "The name of the system that the files come from. It begins every key, so keep it once leads are in.")
  static let zone = Message(
    "guess.zone", "Dates without a zone are read in the zone of the workspace, unless you say another:")
  static let same = Message(
    "guess.same", "{file} has the header of {other}: import it by itself, with this mapping too.")
  static let apart = Message(
    "guess.apart",
    "No column of this file has the keys of the leads of {other}: its leads stay apart. If one does, write 'lead: COLUMN' in place of 'key'."
  )
  static let keyProven = Message(
    "guess.key", "'{column}' is taken as the key: filled and different in each of the {rows} records looked at.")
  static let keyByName = Message("guess.key_by_name", "The key by its name alone: there was no record to look at.")
  static let keyDoubtful = Message(
    "guess.key_doubtful",
    "No column is filled and different in every record, so nothing tells leads apart for certain. '{column}' comes nearest; records that share a key and say different things are rejected."
  )
  static let otherKeys = Message("guess.other_keys", "It could also be: {columns}.")
  static let joined = Message(
    "guess.joined", "The key of a lead of the first file: this file adds to leads and makes none.")
  static let recordID = Message("guess.record_id", "Tells the records of one lead apart.")
  static let log = Message(
    "guess.log",
    "A row looks like a step of a lead, for '{column}' comes again and again. If a row is a lead, it is no key.")
  static let dateProven = Message(
    "guess.date_proven", "'{column}' is read as {pattern}: '{text}' can be read in no other order.")
  static let dateByOther = Message(
    "guess.date_by_other",
    "'{column}' does not tell day from month; it is read in the order that '{other}' proves. Check one date that you know."
  )
  static let dateAmbiguous = Message(
    "guess.date_ambiguous",
    "'{column}' does not tell day from month in any record looked at, such as '{text}'. It is not guessed: the import stops and asks until you say '--date-format', or 'dates' above: {month} (month first) or {day} (day first)."
  )
  static let firstDate = Message(
    "guess.first_date", "No column says when a lead was created; '{column}' is a date, and taken for it.")
  static let firstStage = Message(
    "guess.first_stage",
    "No column says when a stage was entered, and a lead in no stage is in no funnel. So leads begin in this stage; say the one in which yours do: customer_awareness, brand_awareness, brand_consideration, brand_preference or purchase_intention."
  )
  static let stages = Message("guess.stages", "By the names of the headers: check what your stages mean here.")
  static let closing = Message(
    "guess.closing",
    "When it was won or lost is taken from '{column}', where the status or flag says so. Check that it is the real date, and not one that was planned or changed later."
  )
  static let noDates = Message(
    "guess.no_dates",
    "No column holds dates that could be read, and a lead without a date cannot come in: the next line that is no comment rejects every record until you change it. If all leads may share one day, take out that line and the '# ' before the lines below, with your day. The rates are then right, and the times mean nothing."
  )
  static let flag = Message(
    "guess.flag", "'{column}' says yes or no, and nothing says when. With a day that all share:")
  static let stageValues = Message("guess.stage_values", "By the words in the records: check what they mean here.")
  static let stageUnknown = Message(
    "guess.stage_unknown", "Not known, so records with them are rejected until you say what they mean: {words}.")
  static let owner = Message(
    "guess.owner",
    "Owners who are no members here are left out. Members first, then 'values' from these names to handles, keeps them."
  )
  static let personal = Message("guess.personal", "Personal data: leave the line out if you do not need it.")
  static let segment = Message(
    "guess.segment", "A segment has to be known of every lead, also of those that are lost; else make it a tag.")
  static let close = Message("guess.close", "When an open lead is expected to buy.")
  static let status = Message("guess.status", "How the lead stands today, which tells nothing of when: a tag.")
  static let noCurrency = Message(
    "guess.no_currency", "In the currency of the workspace. Another: 'currency: {constant: USD}'.")
  static let badAmount = Message(
    "guess.bad_amount",
    "'{column}' is left out: '{text}' is no amount such as 1234.56, and would cost its record. Clean it, then write 'amount: COLUMN'."
  )
  static let datesLeft = Message("guess.dates_left", "Dates that were left out: {columns}.")
  static let handoff = Message(
    "guess.handoff",
    "An offer of the lead over the line between the departments, and its answer. Is a date something else, such as a meeting, take the line away."
  )
  static let left = Message("guess.left", "Columns that were left out: {columns}.")
  static let nameless = Message("guess.nameless", "column {place}, which has no name")

  /// A line that a person can take out of its comment, as it is.
  static func code(_ text: String) -> String { "\u{1}" + text }
}
