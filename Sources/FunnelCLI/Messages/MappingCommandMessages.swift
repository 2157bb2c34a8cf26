import SharedFunnel

extension Message {
  static let mappingAbstract = Message("mapping.abstract", "What the columns of somebody's files mean.")
  static let mappingDiscussion = Message(
    "mapping.discussion",
    """
    An import needs one: take one that comes with the program, or let 'import --guess' write a first one.

      funnel mapping list
      funnel mapping show olist > ours.yaml
      funnel mapping check ours.yaml
    """)
  static let mappingListAbstract = Message("mapping.list.abstract", "The mappings that come with the program.")
  static let mappingShowAbstract = Message("mapping.show.abstract", "Print a mapping, to start one's own from.")
  static let mappingListDiscussion = Message("mapping.list.discussion", "  funnel mapping list")
  static let mappingShowDiscussion = Message("mapping.show.discussion", "  funnel mapping show olist > ours.yaml")
  static let mappingCheckDiscussion = Message("mapping.check.discussion", "  funnel mapping check ours.yaml")
  static let mappingCheckAbstract = Message(
    "mapping.check.abstract", "Check a mapping file, and say what it was understood to mean.")
  static let mappingNameHelp = Message("mapping.name.help", "The name of a mapping: see 'funnel mapping list'.")
  static let mappingFileHelp = Message("mapping.file.help", "The mapping file, or the name of a mapping.")
  static let mappingColumnName = Message("mapping.column.name", "Name")
  static let mappingColumnFor = Message("mapping.column.for", "For")
  static let mappingUnderstood = Message(
    "mapping.understood", "{name}: source {source}, shape {shape}, zone {zone}, dates {dates}")
  static let mappingWide = Message("mapping.wide", "wide (a row a lead)")
  static let mappingLong = Message("mapping.long", "long (a row an event)")
  static let mappingWorkspaceZone = Message("mapping.workspace_zone", "that of the workspace")
  static let mappingUsualDates = Message("mapping.usual_dates", "ISO 8601")
  static let mappingColumnFile = Message("mapping.column.file", "File")
  static let mappingColumnColumn = Message("mapping.column.column", "Column")
  static let mappingColumnMeaning = Message("mapping.column.meaning", "Is")
  static let mappingColumnDetail = Message("mapping.column.detail", "Read as")
  static let mappingConstant = Message("mapping.constant", "always '{value}'")
  static let mappingKey = Message("mapping.key", "key of the lead")
  static let mappingKeyOfOther = Message("mapping.key_of_other", "key of a known lead")
  static let mappingStage = Message("mapping.stage", "date of entering {stage}")
  static let mappingStageName = Message("mapping.stage_name", "where the header names '{name}'")
  static let mappingIgnored = Message("mapping.ignored", "nothing")
  static let mappingOtherKey = Message("mapping.other_key", "key of the lead in {system}")
  static let mappingID = Message("mapping.id", "id of the record")
  static let mappingWhen = Message("mapping.when_column", "where {column} is {words}")
  static let mappingTag = Message("mapping.tag", "tag")
  static let mappingOptional = Message("mapping.optional", "may be missing")
  static let mappingValues = Message("mapping.values_mapped", "{count} words translated")
  static let mappingDates = Message("mapping.dates", "dates {formats}")
  static let mappingZone = Message("mapping.zone", "zone {zone}")
  static let mappingOwnersSkipped = Message("mapping.owners_skipped", "owners who are no members are left out")
  static let mappingOwnersAdded = Message("mapping.owners_added", "owners who are no members are added")
  static let mappingNativeHead = Message(
    "mapping.native_head",
    "generic-long is our own export of events ('funnel export events') and needs no mapping. Its columns:")
  static let mappingNative = Message(
    "mapping.native", "generic-long is our own export of events and needs no mapping file.")
  static let mappingNoneSuch = Message(
    "mapping.none_such", "There is no mapping '{name}'. Mappings: {known}.")
}
