import SharedFunnel

extension Message {
  static let exportPeriodHelp = Message(
    "export.period", "Of revenue: sales and refunds that happened in it: 2026-Q4, 2026-10, FY2026-Q1.")
  static let exportByHelp = Message("export.by", "Of revenue: a row a group in place of a row a purchase.")
  static let exportModelHelp = Message("export.model", "Of revenue: credit by another model too; several times.")
  static let exportOnlyRevenue = Message(
    "export.only_revenue", "--period, --by, --model, --as-of and --known-at are about 'export revenue'.")
  static let exportSidecar = Message("export.sidecar", "What its columns mean is in {path}.")

  static let revenueExportPeriod = Message("export.revenue.period", "The period; rows count what happened in it.")
  static let revenueExportBy = Message("export.revenue.by", "What the row is a group by; empty in a row of a purchase.")
  static let revenueExportName = Message("export.revenue.name", "Which group; empty for leads without a value.")
  static let revenueExportLead = Message("export.revenue.lead", "The number of the lead that bought.")
  static let revenueExportPurchase = Message(
    "export.revenue.purchase", "Which purchase of the lead, from 1, by when they happened.")
  static let revenueExportPurchasedAt = Message(
    "export.revenue.purchased_at",
    "When it was bought, UTC; before the period where only a refund of it falls into the period.")
  static let revenueExportWord = Message("export.revenue.word", "Of the lead as it is known.")
  static let revenueExportPaid = Message("export.revenue.paid", "What was paid, refunds left aside, and its currency.")
  static let revenueExportRate = Message(
    "export.revenue.rate", "Units of {currency} for one of what was paid, and the day of that rate.")
  static let revenueExportCurrency = Message("export.revenue.currency", "Of all amounts but what was paid.")
  static let revenueExportPeriodTarget = Message(
    "export.revenue.period_target", "The target of the whole period, the same in every row: not to be summed.")
  static let revenueExportTarget = Message(
    "export.revenue.target", "What of the target the group has, where it was broken down so.")
  static let revenueExportAttained = Message(
    "export.revenue.attained",
    "sold - refunded; empty where no value is known. In groups by member or channel as {model} divides it.")
  static let revenueExportSold = Message("export.revenue.sold", "Sales of the period in {currency}.")
  static let revenueExportRefunded = Message(
    "export.revenue.refunded", "Paid back in the period, in {currency}, at the rate of the purchase.")
  static let revenueExportCounts = Message("export.revenue.counts", "How many happened in the period.")
  static let revenueExportUnvalued = Message(
    "export.revenue.unvalued", "Of the purchases, those of which nobody said what was paid: in no sum.")
  static let revenueExportUnpriced = Message(
    "export.revenue.unpriced", "Of the purchases, those without a rate to {currency}: in no sum.")
  static let revenueExportCredit = Message(
    "export.revenue.credit", "Of attained, by {model}; departments and unallocated sum to it.")
  static let revenueExportOtherCredit = Message(
    "export.revenue.other_credit", "The same by the model that the column names, for comparison.")
  static let revenueExportSourced = Message(
    "export.revenue.sourced", "Of attained, by {definition}; departments and unallocated sum to it.")
  static let revenueExportInfluenced = Message(
    "export.revenue.influenced",
    "Of attained, what the department made a contact for: not to be summed over departments.")
  static let revenueExportAccrued = Message(
    "export.revenue.accrued", "Commission ever accrued for purchases made in the period, before reversals.")
  static let revenueExportReversed = Message(
    "export.revenue.reversed", "Of it, what was taken back, below zero; accrued + reversed is what stands.")
  static let revenueExportHeld = Message("export.revenue.held", "Of what stands, what is on hold.")
  static let revenueExportCommissionPaid = Message("export.revenue.commission_paid", "Of it, what was paid.")
  static let revenueExportHandoffs = Message(
    "export.revenue.handoffs", "Purchases made in the period whose lead was handed off before.")
  static let revenueExportOffered = Message(
    "export.revenue.offered", "Of the last handoff that was accepted before the purchase, UTC.")
  static let revenueExportAnswer = Message(
    "export.revenue.answer", "From the offer to the answer on the clock; in a group the median (type 7).")
}
