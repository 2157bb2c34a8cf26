import SharedFunnel

extension Message {
  static let outlookPeriodHelp = Message(
    "report.outlook.period",
    "2026-10, 2026-Q4, 2026-H2, 2026, 2026-10-05..2026-11-20, FY2026-Q1, 'this month'. Without it: the shortest one with a "
      + "target that counts today, else this quarter.")
  static let outlookSeedHelp = Message(
    "report.outlook.seed", "From which the futures of the interval are drawn; the same one gives the same interval.")

  // Which period, and against what.
  static let outlookNamed = Message("report.outlook.named", "{period}: {first} to {last}.")
  static let outlookByTarget = Message(
    "report.outlook.by_target",
    "{period}: {first} to {last}, the shortest period of a target that counts today. Name another with --period.")
  static let outlookByQuarter = Message(
    "report.outlook.by_quarter",
    "{period}: {first} to {last}, this quarter, since no target counts today. Name another with --period.")
  static let outlookTarget = Message(
    "report.outlook.target", "Target: {amount}, version {version}, signed by both since {time}.")
  static let outlookNoTarget = Message(
    "report.outlook.no_target",
    "No target of {period} counts. Set one with 'funnel target set {period} --amount AMOUNT'; it counts once both have signed."
  )
  static let outlookTargetOfAll = Message(
    "report.outlook.target_of_all",
    "The target of {period} is for all leads, and says nothing of those asked for here.")
  static let outlookPurchases = Message(
    "report.outlook.purchases",
    "Attained: {valued:purchase|purchases} less {refunds:refund|refunds} of the period, in {currency} (--leads "
      + "purchases, refunds).")
  static let outlookLeftOut = Message(
    "report.outlook.left_out",
    "Left out of every sum: {unvalued:purchase|purchases} without an amount and {unpriced} without a rate (--leads "
      + "unvalued, unpriced). The sums are too low by what these brought.")
  static let outlookUnknown = Message(
    "report.outlook.unknown",
    "None of the {count:purchase|purchases} of {period} has an amount in {currency}: what was attained is not known. "
      + "Record amounts with the purchases, or rates with 'funnel rate import'.")

  // What the chain rests on.
  static let outlookStages = Message("report.outlook.stages", "What leads did in each stage")
  static let outlookColumnBasis = Message("report.outlook.column.basis", "Basis")
  static let outlookColumnStays = Message("report.outlook.column.stays", "Stays")
  static let outlookColumnEnded = Message("report.outlook.column.ended", "Ended")
  static let outlookColumnForward = Message("report.outlook.column.forward", "Forward")
  static let outlookColumnBack = Message("report.outlook.column.back", "Back")
  static let outlookColumnLost = Message("report.outlook.column.lost", "Lost")
  static let outlookColumnMedian = Message("report.outlook.column.median", "Half left by")
  static let outlookDays = Message("report.outlook.days", "{days} d")
  static let outlookBasis = Message(
    "report.outlook.note.basis",
    "Basis: own, the leads of the segment; pooled, those of all segments; none, nobody has left the stage yet. Forward, back "
      + "and lost: the shares of stays that ever end so, open ones counted for as long as they were observed.")
  static let outlookAssumes = Message("report.outlook.note.assumes", "Taken for granted: {list}")

  static let outlookColumnPart = Message("report.outlook.column.part", "Part")
  static let outlookColumnPurchases = Message("report.outlook.column.purchases", "Purchases")
  static let outlookColumnAttained = Message("report.outlook.column.attained", "Attained")
  static let outlookColumnTarget = Message("report.outlook.column.target", "Target")
}
