import SharedFunnel

/// Sentences of the store that are part of a larger one.
enum StoreMessages {
  static let notErased = Message(
    "check.not_erased", "Lead {lead} was erased, and personal data of it are there; run 'funnel lead erase' again.")
  static let repeatedID = Message("check.repeated_id", "Event {seq} has an id that an earlier event has.")
  static let damagedEvent = Message(
    "store.damaged_event",
    "event {seq} ({kind}) has no valid '{column}'; restore a backup, or ask whoever changed the file")
  static let damagedCommand = Message(
    "store.damaged_command", "there is no command {command}, which an event belongs to; restore a backup")
  static let brokenChain = Message(
    "store.broken_chain", "the history of a lead breaks at event {seq}; run 'funnel rebuild', or restore a backup")
  static let noRecord = Message(
    "store.no_record", "the projection lacks {what}; run 'funnel rebuild'")

  static let more = Message("store.more", "and {count} more")

  // What a check finds.
  static let danglingRow = Message("check.dangling_row", "row {row} of {table} refers to nothing")
  static let unknownTerm = Message("check.unknown_term", "event {seq} names a {column} that is in no dictionary")
  static let unknownActor = Message("check.unknown_actor", "nobody knows who did command {command}")
  static let unknownLead = Message("check.unknown_lead", "the key '{key}' is not of the lead that its event is of")
  static let objectMissing = Message("check.object_missing", "the {type} '{name}' is missing")
  static let objectDiffers = Message("check.object_differs", "the {type} '{name}' is not as this program made it")
  static let foreignTrigger = Message(
    "check.foreign_trigger", "the trigger '{name}' is not of this program, and can change what it writes")
  static let slotsTaken = Message(
    "check.slots_taken", "{taken} places of {kind} records are said to be taken, but place {slot} is in use")
  static let ownerless = Message("check.ownerless", "stage {stage} has no owner for some time")
  static let leadCount = Message("check.lead_count", "{rows} rows of leads, but the journal knows {leads}")
  static let ratesDiffer = Message(
    "check.rates_differ", "{count} rates of exchange are not what the journal says")
  static let ledgerDiffers = Message(
    "check.ledger_differs", "the ledger of commissions is not what the journal says: {count:row|rows}")
  static let accrualDiffers = Message(
    "check.accrual_differs",
    "what event {seq} accrued is not what the policy pays by what the journal said before it: {count:purchase|purchases}"
  )
  static let paymentDiffers = Message(
    "check.payment_differs", "the payment of event {seq} is not the sum of the rows that it pays")
  static let rowDiffers = Message("check.row_differs", "lead {lead} is not what its events amount to ({table})")
  static let recordDiffers = Message(
    "check.record_differs", "a {kind} record of lead {lead} is not what its events amount to")
  static let strayRecord = Message(
    "check.stray_record", "page {page} of the {kind} records holds one that belongs to no lead")
  static let unbalanced = Message("check.unbalanced", "lead {lead} is not open in exactly the stage it is in")
  static let countDiffers = Message(
    "check.count_differs", "stage {stage}: {name} counts {count}, and its list has {list}")
  static let outcomeDiffers = Message(
    "check.outcome_differs", "{count} offers {outcome} in the records, {table} in the table")

  static let badSlot = Message(
    "store.bad_slot", "a {kind} record has the place {slot}, which cannot be; run 'funnel rebuild'")
  static let badMember = Message("store.bad_member", "event {seq} gives a member the number {number}, which cannot be")
  static let copyOntoItself = Message("store.copy_onto_itself", "that is the file itself; name another one")
}
