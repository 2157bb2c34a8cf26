/// Whether a lead counts, and how.
public enum LeadStatus: String, Sendable, Hashable, CaseIterable {
  case open
  case lost
  /// Another lead carries its history.
  case merged
  /// Everything that was recorded of it was undone.
  case voided
}
