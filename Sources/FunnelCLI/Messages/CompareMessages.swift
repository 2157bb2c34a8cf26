import SharedFunnel

extension Message {
  static let compareHelp = Message(
    "report.compare.help",
    "Set another period beside it: previous, 'last year' (the same part of it), or any period such as 2025-Q4.")
  static let compareNeedsPeriod = Message(
    "report.compare.needs_period", "--compare needs a --period to compare with, such as --period 2026-Q3.")
  static let compareOverlaps = Message(
    "report.compare.overlaps",
    "{other} overlaps with {period}, so the same leads would be on both sides; compare two periods that lie apart.")
  static let compareWith = Message("report.compare.with", "compared with {period}")
  static let compareColumnBefore = Message("report.compare.column.before", "Before")
  static let compareColumnChange = Message("report.compare.column.change", "Change")
  static let compareColumnPoints = Message("report.compare.column.points", "Points")
  static let compareNote = Message(
    "report.compare.note",
    "Before: the same for {period}. Points: how many percentage points the rate changed by; none where a rate is missing "
      + "or immature, or is one of another stage before. Their 95 % intervals (Newcombe) are in --format json.")
}
