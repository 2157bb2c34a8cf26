import SharedFunnel

extension Message {
  static let columnLead = Message(
    "column.lead", "Lead")
  static let columnName = Message(
    "column.name", "Name")
  static let columnStage = Message(
    "column.stage", "Stage")
  static let columnStatus = Message(
    "column.status", "Status")
  static let columnOwner = Message(
    "column.owner", "Owner")
  static let columnSince = Message(
    "column.since", "Since")
  static let columnSource = Message(
    "column.source", "Source")
  static let columnExpected = Message(
    "column.expected", "Expected")
  static let columnOccurred = Message(
    "column.occurred", "When")
  static let columnEvent = Message(
    "column.event", "Event")
  static let columnDetails = Message(
    "column.details", "Details")
  static let columnActor = Message(
    "column.actor", "Who")
  static let columnNote = Message(
    "column.note", "Note")
  static let columnFlags = Message(
    "column.flags", "Unusual")
  static let columnRecorded = Message(
    "column.recorded", "Recorded")
  static let columnVoided = Message(
    "column.voided", "Voided")
  static let columnEventID = Message(
    "column.event_id", "Id")
  static let columnOffered = Message(
    "column.offered", "Offered")
  static let columnFrom = Message(
    "column.from", "From")
  static let columnTo = Message(
    "column.to", "To")
  static let columnOutcome = Message(
    "column.outcome", "Outcome")
  static let columnDue = Message(
    "column.due", "Due")
  static let columnAnswered = Message(
    "column.answered", "Answered")
  static let columnAmount = Message(
    "column.amount", "Amount")
  static let columnProduct = Message(
    "column.product", "Product")
  static let columnPriced = Message(
    "column.priced", "Priced")
  static let columnRate = Message(
    "column.rate_of_exchange", "Rate")
  static let columnBase = Message(
    "column.base", "Base")
  static let columnQuote = Message(
    "column.quote", "Quote")
  static let columnRefunded = Message(
    "column.refunded", "Refunded")
  static let columnReceiver = Message(
    "column.receiver", "Receiver")
  static let columnMember = Message(
    "column.member", "Member")
  static let columnOfferedBy = Message(
    "column.offered_by", "By")
  static let columnOverdue = Message(
    "column.overdue", "Overdue")
  static let columnKey = Message(
    "column.key", "Key")
  static let columnTitle = Message(
    "column.title", "Title")
  static let columnOwners = Message(
    "column.owners", "Owners")
  static let columnResponsible = Message(
    "column.responsible", "Responsible")
  static let columnDepartments = Message(
    "column.departments", "Departments")
  static let columnHeads = Message(
    "column.heads", "Heads")
  static let columnActive = Message(
    "column.active", "Active")
  static let columnDepartment = Message(
    "column.department", "Department")
  static let columnStages = Message(
    "column.stages", "Stages")
  static let columnMembers = Message(
    "column.members", "Members")
  static let columnKind = Message(
    "column.kind", "Kind")
  static let columnLabel = Message(
    "column.label", "Label")
  static let columnAnswers = Message(
    "column.answers", "Used by")
  static let columnPath = Message(
    "column.path", "Path")
  static let columnZone = Message(
    "column.zone", "Zone")
  static let columnCurrency = Message(
    "column.currency", "Currency")
  static let columnCreated = Message(
    "column.created", "Created")
  static let columnEvents = Message(
    "column.events", "Events")
  static let columnInvariant = Message(
    "column.invariant", "Invariant")
  static let columnVersion = Message(
    "column.version", "Version")
  static let columnApplied = Message(
    "column.applied", "Applied")
  static let columnWhat = Message(
    "column.what", "What")
  static let columnCount = Message(
    "column.count", "Count")
  static let columnSee = Message(
    "column.see", "See")
}
