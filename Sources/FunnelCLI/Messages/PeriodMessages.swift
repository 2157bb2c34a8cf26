import SharedFunnel

extension Message {
  static let periodAbstract = Message("cli.period", "Close periods: both sides sign what they brought.")
  static let periodDiscussion = Message(
    "cli.period.discussion",
    """
    A closed period keeps the figures that both heads signed. What is corrected later stands beside them as a \
    restatement, sale by sale; nothing changes silently.

      funnel period close 2026-Q3
      funnel period show 2026-Q3
    """)
  static let periodCloseAbstract = Message("cli.period_close", "Sign what a period brought, for your side.")
  static let periodCloseDiscussion = Message(
    "cli.period_close.discussion",
    """
    The first head signs, the second closes. Where a correction came in between, the figures have moved and both sign \
    anew. A period that was corrected after it was closed can be closed again: that is its next version.

      funnel period close 2026-Q3 --dry-run
      funnel period close 2026-Q3
    """)
  static let periodShowAbstract = Message(
    "cli.period_show", "Show what was signed of a period, and what was corrected since.")
  static let periodShowDiscussion = Message(
    "cli.period_show.discussion",
    """
    Each sale and refund that differs is a row; they sum to the restatement.

      funnel period show 2026-Q3
      funnel period show 2026-Q3 --format json
    """)
  static let periodListAbstract = Message("cli.period_list", "List the periods that were signed.")
  static let periodListDiscussion = Message("cli.period_list.discussion", "  funnel period list")

  static let periodTitle = Message("period.title", "{period}, version {version}: {state}")
  static let periodClosedAt = Message("period.closed_at", "closed {time}")
  static let periodLacks = Message("period.lacks", "the signature of {departments} is missing")
  static let periodClosed = Message("period.closed", "{period} is closed: {member} signed, and both sides have.")
  static let periodSigned = Message(
    "period.signed", "{member} signed what {period} brought. It is closed when {departments} signs the same.")
  static let periodMoved = Message(
    "period.moved", "The figures have moved since the first signature, which counts no more.")
  static let periodUnknown = Message("period.unknown", "not known: no purchase has a value that is known")
  static let periodFieldPurchases = Message("period.field.purchases", "Purchases")
  static let periodPurchases = Message(
    "period.purchases", "{purchases}, refunds {refunds}, unvalued {unvalued}, unpriced {unpriced}")
  static let periodUnchanged = Message("period.unchanged", "Nothing was corrected since.")
  static let periodOtherwiseChanged = Message(
    "period.otherwise_changed", "The sum is the same, but something behind it was corrected since.")
  static let periodRestated = Message(
    "period.restated", "Restated by {difference} to {now}: {count:sale or refund differs|sales and refunds differ}.")
  static let periodChangesHeading = Message("period.changes", "What was corrected")
  static let periodColumnClosed = Message("period.column.closed", "Closed")
  static let periodColumnNow = Message("period.column.now", "Now")
  static let periodNone = Message("period.none", "No period was signed. 'funnel period close 2026-Q3' signs one.")
}
