import SharedFunnel

enum MappingMessages {
  static let empty = Message("mapping.empty", "the file is empty; see 'funnel mapping show olist' for one that works")
  static let notText = Message("mapping.not_text", "this is not a text file in UTF-8, so it is no mapping")
  static let tooLong = Message("mapping.too_long", "the file is longer than a megabyte, so it is no mapping")
  static let notYAML = Message("mapping.not_yaml", "this is not YAML: {problem}")
  static let shape = Message(
    "mapping.shape", "'shape' is 'wide' (a row a lead, a date column a stage) or 'long' (a row an event)")
  static let noFiles = Message("mapping.no_files", "'files' names no file; a mapping needs at least one")
  static let stages = Message("mapping.stages", "'stages' is a list of 'stage: column'")
  static let noSuchStage = Message(
    "mapping.no_such_stage", "there is no stage '{stage}'; use 1 to 8, or a key such as brand_preference")
  static let longNeeds = Message(
    "mapping.long_needs", "a file of the shape 'long' needs the columns 'at' and 'kind', or 'at' and 'stage'")
  static let stagesAreWide = Message(
    "mapping.stages_are_wide", "'stages' belongs to the shape 'wide'; a 'long' file has a column 'stage'")
  static let kindIsLong = Message("mapping.kind_is_long", "'at' and 'kind' belong to the shape 'long'")
  static let noDates = Message(
    "mapping.no_dates", "the file brings no date: name 'stages', 'created', 'purchased', 'lost', 'offered' or the like")
  static let columnOrConstant = Message(
    "mapping.column_or_constant", "name 'column', 'join' or 'constant', and one of them only")
  static let values = Message("mapping.values", "'values' is a list of 'word in the file: word here'")
  static let emptyList = Message("mapping.empty_list", "the list is empty; name at least one")
  static let when = Message("mapping.when", "'when' is a list of 'column: word', or 'column: [word, word]'")
  static let otherKeys = Message(
    "mapping.other_keys", "'other keys' is a list of 'system: column', such as 'hubspot: Contact ID'")
  static let headerPattern = Message(
    "mapping.header_pattern",
    "'header' is the form of a header with {stage} in it, and one * at most for any text, such as 'Date entered \"{stage} (*)\"'"
  )
  static let stageWords = Message(
    "mapping.stage_words", "here should stand lines of 'stage in the header: stage here', or purchased, lost, ignored")
  static let noSuchMeaning = Message(
    "mapping.no_such_meaning",
    "'{stage}' is no stage; use 1 to 8, a key such as brand_preference, or purchased, lost or ignored")
  private static let or = Message("mapping.or", " or ")

  /// `Won time or Closed on`.
  static func either(_ names: [String]) -> String { names.joined(separator: or()) }

  static let trueOrFalse = Message("mapping.true_or_false", "'optional' is true or false")
  static let addNeedsDepartment = Message(
    "mapping.add_needs_department",
    "'unknown: add' needs 'department: marketing', 'department: sales', or 'department: {column: …}'")
  static let unknown = Message("mapping.unknown", "'unknown' is 'reject', 'skip' or 'add'")
  static let notAMapping = Message("mapping.not_a_mapping", "here should stand lines of 'word: value'")
  static let notASequence = Message("mapping.not_a_sequence", "here should stand a list, each item after '- '")
  static let notAWord = Message("mapping.not_a_word", "here should stand one word")
  static let noSuchWord = Message("mapping.no_such_word", "'{word}' means nothing here; there are: {words}")
  static let twice = Message("mapping.twice", "'{word}' is there twice; keep one of them")
  static let missing = Message("mapping.missing", "'{word}' is missing")
  static let source = Message(
    "mapping.source", "'source' is 1 to 64 of a-z, 0-9, '_' and '-': it names the import and its keys")
  static let anchor = Message(
    "mapping.anchor", "anchors and aliases (& and *) mean nothing in a mapping; put such a word in quotes")
  static let bothOrders = Message(
    "mapping.both_orders",
    "one of these formats has the day first and another the month; a column can be read only one way")
}
