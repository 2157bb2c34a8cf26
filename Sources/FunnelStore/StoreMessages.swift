import SharedFunnel

/// Sentences of the store that are part of a larger one.
enum StoreMessages {
  static let damagedEvent = Message(
    "store.damaged_event",
    "event {seq} ({kind}) has no valid '{column}'; restore a backup, or ask whoever changed the file")
  static let damagedCommand = Message(
    "store.damaged_command", "there is no command {command}, which an event belongs to; restore a backup")
  static let brokenChain = Message(
    "store.broken_chain", "the history of a lead breaks at event {seq}; run 'funnel rebuild', or restore a backup")
  static let noRecord = Message(
    "store.no_record", "the projection lacks {what}; run 'funnel rebuild'")
}
