import SharedFunnel

extension Message {
  static let gapAbstract = Message(
    "report.gap", "Why revenue differs from a baseline and the target, in money, and whose numbers those are.")
  static let gapDiscussion = Message(
    "report.gap.discussion",
    """
    Revenue = entries × conversion × share landing in the period × value. Each factor's part is its change averaged over \
    all orders in which the four could have changed; the parts sum to the last minor unit. --baseline is any period, or \
    plan for what the target asks for; without it the period before.

      funnel report gap --period 2026-Q3
      funnel report gap --period 2026-Q3 --baseline 2025-Q3
      funnel report gap --period 2026-Q3 --baseline plan
    """)
  static let gapBaselineHelp = Message(
    "report.gap.baseline", "A period such as 2026-Q3, or plan. Without it: the one before, as long.")
  static let gapNotBegun = Message(
    "report.gap.not_begun", "{period} has not begun, so nothing of it can be compared. Name one that has.")
  static let gapNoPlan = Message(
    "report.gap.no_plan",
    "No target of {period} counts for these leads, so there is no plan to compare with. Set one with 'funnel target set "
      + "{period} --amount AMOUNT' and have both sides sign it, or name a period with --baseline.")

  static let gapHeading = Message("report.gap.heading", "Gap: {what}")
  static let gapAgainst = Message("report.gap.against", "against {baseline}")
  static let gapAgainstPlan = Message("report.gap.against_plan", "against the plan")
  static let gapBridge = Message("report.gap.bridge", "From the baseline to the target")
  static let gapOwners = Message("report.gap.owners", "By department")
  static let gapColumnFactor = Message("report.gap.column.factor", "Factor")
  static let gapColumnNow = Message("report.gap.column.now", "Now")
  static let gapColumnPart = Message("report.gap.column.part", "Part")
  static let gapEntries = Message("report.gap.entries", "Entries")
  static let gapConversion = Message("report.gap.conversion", "Conversion {from}->{to}")
  static let gapLanding = Message("report.gap.landing", "Landing in the period")
  static let gapValue = Message("report.gap.value", "Value of a purchase")
  static let gapUnexplained = Message("report.gap.unexplained", "Unexplained")
  static let gapDifference = Message("report.gap.difference", "Sum of the parts")
  static let gapBaseline = Message("report.gap.baseline_row", "Baseline: {baseline}")
  static let gapAttained = Message("report.gap.attained", "Attained")
  static let gapTarget = Message("report.gap.target", "Target")
  static let gapAsked = Message("report.gap.asked", "Target by today, as its plan asks")
  static let gapRaise = Message("report.gap.raise", "Asked beyond the baseline (target - baseline)")
  static let gapGap = Message("report.gap.gap", "Attained - target = sum of the parts - asked beyond")
  static let gapUnallocated = Message("report.gap.unallocated", "unallocated")
  static let gapNothing = Message("report.gap.nothing", "What the revenue is, or was, is not known.")

  static let gapFormula = Message(
    "report.gap.note.formula",
    "Revenue = entries × conversion × landing × value. Entries: leads that came in within the days compared. Conversion: the "
      + "share of them that will ever buy, as stays that began in those days tell, open ones included. Landing: purchases in "
      + "the days ÷ (entries × conversion); above 1 where earlier entries bought. Value: revenue ÷ purchases with an amount."
  )
  static let gapOrders = Message(
    "report.gap.note.orders",
    "Part: what the factor's change is worth, averaged over all 24 orders in which the four could have changed (Shapley); the "
      + "conversion's is divided among its steps alike. Rounded by largest remainder, so that all sum.")
  static let gapOwnersNote = Message(
    "report.gap.note.owners",
    "A part is a department's where it owned, alone and through both periods, the stage of the step, or every stage in which "
      + "leads came in; landing and value are both sides' work, and unallocated.")
  static let gapWhole = Message(
    "report.gap.note.whole", "Compared: {period}, {days:day|days}, with {other}, {others:day|days}.")
  static let gapRunning = Message(
    "report.gap.note.running",
    "{period} goes on: its {days:day|days} so far are compared with the first {others} of {other}.")
  static let gapRunningAsked = Message(
    "report.gap.note.running_asked",
    "{period} goes on: its {days:day|days} so far are compared with the first {others} of {other}, and with what the plan asks "
      + "for by today.")
  static let gapPlanNote = Message(
    "report.gap.note.plan",
    "Nobody signed what the plan's entries, conversion or value should be, only its amount. It is taken to have counted on the "
      + "conversion, landing and value of {other} ({others:day|days}), and on as many entries as its amount then takes."
  )
  static let gapPlanUnknown = Message(
    "report.gap.note.plan_unknown",
    "{other} does not tell what a plan could have counted on (no purchase with an amount, or no entries), so the difference is "
      + "one part.")
  static let gapRaiseNote = Message(
    "report.gap.note.raise",
    "What was asked beyond the baseline is no failure: only the sum of the parts is what changed.")
  static let gapWidened = Message(
    "report.gap.note.widened",
    "Conversion steps taken from stays of all time, since fewer than 30 of those that began in the days have ended: {list}."
  )
  static let gapWidenedIn = Message("report.gap.note.widened_in", "{stages} in {period}")
  static let gapSideLeftOut = Message(
    "report.gap.note.left_out",
    "{period}: {valued:purchase|purchases} with an amount, {unvalued} without one, {unpriced} without a rate; those without are "
      + "in no factor but conversion.")
  static let gapUnknown = Message(
    "report.gap.note.unknown",
    "None of the {count:purchase|purchases} of {period} has an amount in {currency}, so there is no revenue to explain. Record "
      + "amounts with the purchases, or rates with 'funnel rate import'.")
}
