import SharedFunnel

enum ImportMessages {
  static let columnTwice = Message(
    "import.column_twice",
    "the header has the column '{column}' more than once, as columns {places}; say which is meant, such as '{column}#1'"
  )
  static let noColumn = Message(
    "import.no_column",
    "the header has no column {missing}; it has: {columns}. Check the mapping against the file.")
  static let noSuchStageName = Message(
    "import.no_such_stage_name",
    "'{stage}' is no stage that the mapping knows; add it under 'values' of 'stage', with a stage of ours, purchased or lost"
  )
  static let noKey = Message(
    "import.no_key", "the key in column '{column}' is empty; fill it in, for it tells whose record this is")
  static let noDate = Message(
    "import.no_date", "none of the mapped dates is filled; fill one in, or map the column that has it")
  static let noSuchKind = Message(
    "import.no_such_kind", "'{kind}' is no kind of event; map it under 'values' of 'kind' to one such as moved or lost")
  static let noStage = Message("import.no_stage", "an event '{kind}' needs a stage")
  static let noSuchRuling = Message(
    "import.no_such_ruling", "'{ruling}' is no ruling; it is upheld, overturned or split")
  static let badScore = Message("import.bad_score", "'{score}' is no whole number of points")
  static let noSuchDepartment = Message("import.no_such_department", "'{department}' is no department")
  static let noSuchCurrency = Message("import.no_such_currency", "'{currency}' is no currency of ISO 4217")
  static let badAmount = Message(
    "import.bad_amount",
    "'{amount}' is no amount in {currency}: digits and one decimal point, such as 1234.50, and not below 0")
  static let ambiguousDate = Message(
    "import.ambiguous_date",
    "'{text}' in column '{column}' does not say which number is the day. Name the order, for instance --date-format M/D/YYYY or --date-format D/M/YYYY (with H:mm for a clock); it can be given more than once."
  )
  static let badDate = Message("import.bad_date", "column '{column}': {problem}")
  static let future = Message(
    "import.future", "the date {time} lies in the future; check the year, and the zone of the dates")
  static let outOfRange = Message("import.out_of_range", "the date is outside 1970-01-02 to 2105-12-31")
  static let unknownLead = Message(
    "import.unknown_lead",
    "no lead has the key '{key}'; import the file that brings the lead before this one, or with it")
  static let unknownOwner = Message(
    "import.unknown_owner",
    "'{owner}' is no member; add one, or say in the mapping what 'unknown' owners are (skip, add)")
  static let ragged = Message(
    "import.ragged",
    "the record has {fields} fields, and the header {columns}; fill it up, or take out what is too much")
  static let keptNoHeader = Message(
    "import.kept_no_header",
    "the cell 'header' does not name the columns of the record; copy it from another row of the same file")
  static let keptEmpty = Message(
    "import.kept_empty", "the cell 'record' is empty; write the record there, or take the row out")
  static let keptSeveral = Message(
    "import.kept_several", "the cell 'record' has more than one record; give each a row of its own")
  static let keptUnreadable = Message(
    "import.kept_unreadable", "the record has a \u{FFFD} where a letter could not be read; put the right one there")
  static let keptNoSample = Message(
    "import.kept_no_sample",
    "this is a file of rejects; guess from the file that its records came from, and import both with that mapping")
  static let emptyFile = Message("import.empty_file", "the file is empty; a header was expected")
  static let noMatch = Message(
    "import.no_match", "the header fits no file of the mapping '{mapping}': {problem}")
  static let usedTwice = Message(
    "import.used_twice", "another file given is '{file}' of the mapping already; give each file once")
  static let tooManyLeads = Message("import.too_many_leads", "there are as many leads as a file can number")
  static let notNative = Message(
    "import.not_native", "the header is not that of our own export of events; it lacks the column '{column}'")
  static let badField = Message("import.bad_field", "'{value}' in column '{column}' is not what our export writes")
  static let unreadable = Message("import.unreadable", "the file cannot be read: {problem}")
  static let observedTooEarly = Message(
    "import.observed_too_early",
    "the files tell of {time}, which is after {until}, the end of observation that was stated; state a later one, or none"
  )
  static let keyTaken = Message("import.key_taken", "the key '{key}' belongs to lead {lead} here")
  static let badKey = Message("import.bad_key", "the key '{key}' has a control character in it")
  static let saidTwice = Message(
    "import.said_twice",
    "an earlier record of '{key}' says otherwise; if a lead has several such records, name the column that tells them apart with 'id' in the mapping"
  )
  static let knownElsewhere = Message("import.known_elsewhere", "the event {event} belongs to lead {lead} here")
  static let mergedOtherWay = Message(
    "import.merged_other_way",
    "it merges lead {lead} into lead {other}, and here lead {other} was merged into lead {lead}. They are one lead either way, so the row can be left out; to have it the way of the file, run 'funnel lead unmerge {other}' and import again"
  )
  static let mergedIntoUnknown = Message(
    "import.merged_into_unknown",
    "lead {lead} of the file was merged into its lead {other}, which did not come in: no row brings it, or its first one was rejected; import all events of both"
  )
  static let firstRejected = Message(
    "import.first_rejected", "the first event of lead {lead} was rejected, and so is what follows")
  static let endLowered = Message(
    "import.end_lowered",
    "it was stated before that this source had been observed until {until}; a later import cannot take that back"
  )
}
