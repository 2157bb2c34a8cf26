import SharedFunnel

extension Message {
  static let revenueReportAbstract = Message(
    "report.revenue", "Revenue against the target that both sides signed, and whose it is.")
  static let revenueReportDiscussion = Message(
    "report.revenue.discussion",
    """
    The same number for whoever asks. Without --period the shortest period with a target in force today, else this \
    quarter. Every number leads to its list: --leads credit=marketing; with --by, a row is named by it: --leads \
    'attained,segment=smb'. A --model is set beside the locked one, and changes nothing.

      funnel report revenue --period 2026-Q4
      funnel report revenue --period 2026-Q4 --by segment --compare previous
      funnel report revenue --period 2026-Q4 --model linear --model time_decay:14d
      funnel report revenue --by channel --model markov --model shapley
      funnel report revenue --period 2026-Q4 --leads sourced=sales
    """)
  static let revenuePeriodHelp = Message(
    "report.revenue.period",
    "Sales and refunds that happened in it: 2026-Q4, 2026-10, FY2026-Q1, 2026-01-05..2026-02-20.")
  static let revenueByHelp = Message(
    "report.revenue.by", "A row each; by member or channel as the locked model divides it.")
  static let revenueModelHelp = Message(
    "report.revenue.model", "Another model of credit beside the locked one; may be given several times.")
  static let revenueOnlyChannels = Message(
    "report.revenue.only_channels", "'{model}' compares channels and divides no purchase: ask for it with --by channel."
  )
  static let revenueChannelsHeading = Message("report.revenue.channels_heading", "Channels compared")
  static let revenueColumnRemoval = Message("report.revenue.column.removal", "Removal")
  static let revenueUnattributed = Message("report.revenue.unattributed", "(no channel)")
  static let revenueChannelsNote = Message(
    "report.revenue.note.channels",
    "Channels compared: of {purchases:purchase|purchases} and {lost:lead|leads} that met a channel and had bought nothing by "
      + "the end. New data change these numbers, so nothing can lock them and nobody is paid by them.")
  static let revenueRemovalNote = Message(
    "report.revenue.note.removal",
    "Removal: the share of purchases that the chain says would be lost without the channel (Anderl and others, 2016).")
  static let revenueLeadsHelp = Message(
    "report.revenue.leads", "The sales and refunds behind a number: attained, unpriced, credit=marketing.")
  static let revenueNoSuchNumber = Message(
    "report.revenue.no_such_number", "'{text}' is no number of the report on revenue. There are: {known}.")
  static let revenueNoDepartment = Message(
    "report.revenue.no_department", "'{number}' is a number of a department. Name one: {known}.")
  static let revenueBadPeriod = Message(
    "report.revenue.bad_period", "'{text}' is no period. Try 2026-Q4, 2026-10 or FY2026-Q1.")

  static let revenueHeading = Message("report.revenue.heading", "Revenue of {period}, in {currency}{what}")
  static let revenueComparedHeading = Message("report.revenue.heading.compared", ", beside {period}")
  static let revenueColumnMeasure = Message("report.revenue.column.measure", "Measure")
  static let revenueColumnMeaning = Message("report.revenue.column.meaning", "Which is")
  static let revenueColumnAttained = Message("report.revenue.column.attained", "Attained")
  static let revenueColumnShare = Message("report.revenue.column.share", "Share")
  static let revenueColumnTarget = Message("report.revenue.column.target", "Target")
  static let revenueColumnAttainment = Message("report.revenue.column.attainment", "Attainment")
  static let revenueColumnPurchases = Message("report.revenue.column.purchases", "Purchases")
  static let revenueColumnSourced = Message("report.revenue.column.sourced", "Sourced")
  static let revenueColumnInfluenced = Message("report.revenue.column.influenced", "Influenced")
  static let revenueRowTarget = Message("report.revenue.row.target", "Target")
  static let revenueRowAttained = Message("report.revenue.row.attained", "Attained")
  static let revenueRowPlan = Message("report.revenue.row.plan", "Plan by now")
  static let revenueRowLeft = Message("report.revenue.row.left", "Left")
  static let revenueRowCoverage = Message("report.revenue.row.coverage", "Coverage")
  static let revenueRowForecast = Message("report.revenue.row.forecast", "Forecast")
  static let revenueForecastMeaning = Message("report.revenue.forecast_meaning", "{level} between {low} and {high}")
  static let revenueRowClosed = Message("report.revenue.row.closed", "As closed")
  static let revenueRowRestated = Message("report.revenue.row.restated", "Restated")
  static let revenueClosedMeaning = Message(
    "report.revenue.closed_meaning", "both sides signed, version {version}, {time}")
  static let revenueRestatedMeaning = Message(
    "report.revenue.restated_meaning", "corrected since: see 'funnel period show {period}'")
  static let revenueNoForecast = Message(
    "report.revenue.no_forecast", "nothing tells it yet: see 'funnel report forecast'")
  static let revenueCoverageMeaning = Message(
    "report.revenue.coverage_meaning", "{pipeline} open ÷ left; {without:lead|leads} without a value")
  static let revenueCoverageNote = Message(
    "report.revenue.note.coverage",
    "Coverage: expected values of open leads ÷ what is left of the target; leads without a recorded value are left out."
  )
  static let revenueForecastNote = Message(
    "report.revenue.note.forecast",
    "Forecast: attained, and what open, new and returning leads are expected to bring by the end of the period, from this "
      + "workspace's own stays; seed {seed}. 'funnel report forecast' shows its parts.")
  static let revenueNoTarget = Message("report.revenue.no_target", "no target is in force")
  static let revenueDraft = Message("report.revenue.draft", "version {version} is not signed by {departments}")
  static let revenueOfAll = Message("report.revenue.of_all", "the target is of all leads, not of some")
  static let revenueTargetMeaning = Message("report.revenue.target_meaning", "version {version}, signed {time}")
  static let revenueAttainedMeaning = Message("report.revenue.attained_meaning", "{share} of the target")
  static let revenueSold = Message("report.revenue.sold", "{sales} sold, {refunds} paid back")
  static let revenuePlanMeaning = Message("report.revenue.plan_meaning", "{plan}; pacing {pacing}")
  static let revenueNotBegun = Message("report.revenue.not_begun", "the period has not begun")
  static let revenueSurpassed = Message("report.revenue.surpassed", "the target is surpassed")
  static let revenueLeftMeaning = Message("report.revenue.left_meaning", "{share} of the target")
  static let revenueUnknown = Message("report.revenue.unknown", "none of {count} purchases has a value that is known")
  static let revenueCreditHeading = Message("report.revenue.credit_heading", "Whose it is")
  static let revenueColumnDepartment = Message("report.revenue.column.department", "Department")
  static let revenueUnallocated = Message("report.revenue.unallocated", "unallocated")
  static let revenueBreakdownHeading = Message("report.revenue.breakdown_heading", "By {dimension}")
  static let revenueNothing = Message("report.revenue.nothing", "Nobody bought in this period.")

  static let revenueAttainedNote = Message(
    "report.revenue.note.attained",
    "Attained = {sales} sold in {period} by {purchases} purchases, less {refunds} paid back in it by {count} refunds, in {currency}."
  )
  static let revenueUnvaluedNote = Message(
    "report.revenue.note.unvalued", "{count} purchases are unvalued: nobody said what was paid. They are in no sum.")
  static let revenueUnpricedNote = Message(
    "report.revenue.note.unpriced",
    "{count} purchases are unpriced: no rate to {currency} is known for their day ('funnel rate set', 'funnel rate import'). "
      + "They are in no sum.")
  static let revenueRefundsNote = Message(
    "report.revenue.note.refunds_without_value", "{count} refunds are of such purchases, and in no sum.")
  static let revenueModelNote = Message(
    "report.revenue.note.model",
    "Credit: {model}, {basis}. Marketing + sales + other departments + unallocated = attained.")
  static let revenueLocked = Message("report.revenue.locked", "locked with the target")
  static let revenueNotLocked = Message("report.revenue.not_locked", "the default, since no target locks a model")
  static let revenueOtherModels = Message(
    "report.revenue.note.other_models", "Beside it, for comparison only: {models}.")
  static let revenueSourcedNote = Message(
    "report.revenue.note.sourced",
    "Sourced: by {definition}; sums to what is attained. Influenced: whoever made a contact; a purchase counts for each "
      + "department that did, so these are never added.")
  static let revenueSharedNote = Message(
    "report.revenue.note.shared",
    "By {dimension}: amounts as {model} divides them. A purchase counts in every row that has a part of it.")
  static let revenueDefaultPeriodNote = Message(
    "report.revenue.note.default_period", "No --period was named: {period} holds the end of observation.")
  static let revenueCompareNote = Message("report.revenue.note.compare", "Before: the same for {period}.")
  static let revenueListHeading = Message("report.revenue.list_heading", "Behind {number}")
  static let revenueListCount = Message(
    "report.revenue.list_count",
    "{count:sale or refund|sales and refunds}; the amounts counted sum to {sum} {currency}.")
  static let revenueColumnWhen = Message("report.revenue.column.when", "When")
  static let revenueColumnKind = Message("report.revenue.column.kind", "What")
  static let revenueColumnPaid = Message("report.revenue.column.paid", "Paid")
  static let revenueColumnValue = Message("report.revenue.column.value", "Value")
  static let revenueColumnCounted = Message("report.revenue.column.counted", "Counted")
  static let revenueColumnPlace = Message("report.revenue.column.place", "Purchase")
  static let revenueColumnRate = Message("report.revenue.column.rate", "Rate")
  static let revenueColumnGap = Message("report.revenue.column.gap", "Not known")
}
