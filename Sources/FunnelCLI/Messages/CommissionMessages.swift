import SharedFunnel

extension Message {
  static let commissionAbstract = Message(
    "cli.commission", "Pay one commission that both departments signed, from one ledger.")
  static let commissionDiscussion = Message(
    "cli.commission.discussion",
    """
    A policy says what revenue earns and how it is divided. It is in force once heads of marketing and of sales have \
    signed it. 'accrue' brings the ledger up to date: what was refunded, ruled or corrected since is taken back and \
    accrued anew.

      funnel commission draft --model position_based --tier 0:5 --tier 100000:7.5
      funnel commission sign
      funnel commission accrue
      funnel commission pay --period 2026-Q3
    """)
  static let commissionDraftAbstract = Message("cli.commission_draft", "Draft a version of the policy.")
  static let commissionDraftDiscussion = Message(
    "cli.commission_draft.discussion",
    """
    Any member drafts. There is no default split: the model of credit is named. Each tier pays its percentage on the \
    revenue from its amount up to that of the next tier, in the order in which the purchases were recorded; every \
    period starts anew. A threshold is a first tier of 0 %. An accelerator multiplies the rate beyond an attainment of the \
    target of exactly that period. The cap is on the pool of a period. Where the fiscal year does not start in January, \
    quarters, halves and years are those of the fiscal year.

      funnel commission draft --model position_based --tier 0:5 --tier 100000:7.5
      funnel commission draft --model linear --tier 0:4 --threshold 20000
      funnel commission draft --model linear --tier 0:4 --cap 25000 --per year
      funnel commission draft --model linear --tier 0:4 --from 2027-01-01
      funnel commission draft --model linear --tier 0:5 --accelerator 100%:1.5
    """)
  static let commissionSignAbstract = Message(
    "cli.commission_sign", "Sign a version of the policy for the department that you head.")
  static let commissionSignDiscussion = Message(
    "cli.commission_sign.discussion",
    """
    Without a number the latest. Whoever heads both signs for both. A version pays for the purchases of its first day and \
    later: of the day given at the draft, else of the day on which both have signed.

      funnel commission sign
      funnel commission sign 2
    """)
  static let commissionShowAbstract = Message(
    "cli.commission_show", "Show the policy in force, or a version, with its signatures.")
  static let commissionShowDiscussion = Message(
    "cli.commission_show.discussion",
    """
    Without a number what is in force today, and a draft that waits for signatures. As CSV or JSON: every version.

      funnel commission show
      funnel commission show 2
    """)
  static let commissionPreviewAbstract = Message(
    "cli.commission_preview", "Show what a version would have paid beside what the policy in force pays.")
  static let commissionPreviewDiscussion = Message(
    "cli.commission_preview.discussion",
    """
    For the purchases of any period, by department and member, as if the version had been in force on every day. Without \
    a number the latest. It writes nothing.

      funnel commission preview --period 2026-Q2
      funnel commission preview 2 --period 2026 --format csv
    """)
  static let commissionAccrueAbstract = Message("cli.commission_accrue", "Bring the ledger up to date.")
  static let commissionAccrueDiscussion = Message(
    "cli.commission_accrue.discussion",
    """
    Accrues every purchase that the policies pay for and that is not in the ledger. Where a refund, a ruling, a merge, a \
    price, a correction or a signature changed what a purchase earns, the rows that stand are reversed and it is accrued \
    anew. What a lead with an open dispute earns is put on hold, and released after the ruling. Run again, it changes \
    nothing. For a head of either department.

      funnel commission accrue --dry-run
      funnel commission accrue
    """)
  static let commissionLedgerAbstract = Message("cli.commission_ledger", "List the rows of the ledger.")
  static let commissionLedgerDiscussion = Message(
    "cli.commission_ledger.discussion",
    """
    The oldest row first. accrued: to be paid; held: not for now; paid; reversed: taken back before it was paid, and what \
    took it back; unallocated: nobody's. A row below zero that is accrued is netted with the next payment.

      funnel commission ledger --period 2026-Q3
      funnel commission ledger --member ana --status accrued --format csv
    """)
  static let commissionHoldAbstract = Message(
    "cli.commission_hold", "Keep what purchases earn from being paid.")
  static let commissionHoldDiscussion = Message(
    "cli.commission_hold.discussion",
    """
    Of a lead, its present purchases are held; one purchase is named by the id that 'funnel commission ledger --format json' \
    shows. It is lifted by hand only. For a head of either department.

      funnel commission hold 12 --reason 'the invoice is contested'
    """)
  static let commissionReleaseAbstract = Message(
    "cli.commission_release", "Lift what was put on hold by hand.")
  static let commissionReleaseDiscussion = Message(
    "cli.commission_release.discussion",
    """
    Refused while the lead has an open dispute. What a dispute holds is released by the first 'funnel commission accrue' \
    after the ruling. For a head of either department.

      funnel commission release 12 --reason 'the invoice was paid'
    """)
  static let commissionPayAbstract = Message(
    "cli.commission_pay", "Note what is accrued for a period as paid.")
  static let commissionPayDiscussion = Message(
    "cli.commission_pay.discussion",
    """
    Takes what is accrued for the purchases of the period, not on hold and not yet paid, and nets what was taken back since \
    an earlier payment. Whoever would get less than nothing is left out, and the balance stays for the next payment. \
    Refused while the ledger is behind. For a head of either department.

      funnel commission pay --period 2026-Q3 --dry-run
      funnel commission pay --period 2026-Q3
    """)

  static let commissionModelHelp = Message(
    "arg.commission_model",
    "How a pool is divided: first_touch, last_touch, linear, position_based, time_decay:7d or transitions.")
  static let commissionTierHelp = Message(
    "arg.commission_tier", "From which revenue of the period on which percentage: 100000:7.5. Can be repeated.")
  static let commissionThresholdHelp = Message(
    "arg.commission_threshold", "Below this revenue of the period nothing is earned.")
  static let commissionCapHelp = Message("arg.commission_cap", "At most so much for a period.")
  static let commissionAcceleratorHelp = Message(
    "arg.commission_accelerator",
    "Beyond which attainment of the target the rate is multiplied by what: 100%:1.5. Can be repeated.")
  static let commissionPerHelp = Message(
    "arg.commission_per", "Over which period the tiers run: month, quarter, half or year.")
  static let commissionFromHelp = Message(
    "arg.commission_from",
    "The first day whose purchases it pays for. Without it: the day on which both have signed.")
  static let commissionVersionHelp = Message("arg.commission_version", "A version by its number.")
  static let commissionPeriodHelp = Message(
    "arg.commission_period", "Of the day of the purchase: 2026-Q3, 2026-08, FY2026-Q1, 2026-08-01..2026-08-15.")
  static let commissionMemberHelp = Message("arg.commission_member", "Rows of one member.")
  static let commissionLeadHelp = Message("arg.commission_lead", "Rows of the purchases that the lead has now.")
  static let commissionStatusHelp = Message(
    "arg.commission_status", "accrued, held, paid, reversed or unallocated.")
  static let commissionNameHelp = Message("arg.commission_name", "A lead, or the id of a purchase.")
  static let commissionReasonHelp = Message("arg.commission_reason", "Why, for the ledger.")

  static let badTier = Message(
    "usage.commission_tier",
    "'{text}' is no tier. Write the amount and the percentage, with at most 4 decimals: 100000:7.5.")
  static let badAccelerator = Message(
    "usage.commission_accelerator",
    "'{text}' is no accelerator. Write the attainment and the factor: 100%:1.5.")
  static let badCommissionModel = Message(
    "usage.commission_model",
    "{why} A policy takes a model of single purchases, for those that compare channels change with every new purchase.")
  static let badCommissionUnit = Message(
    "usage.commission_unit", "'{text}' is no period of tiers. Use month, quarter, half or year.")
  static let badLedgerStatus = Message(
    "usage.ledger_status", "'{text}' is no status of a row. Use accrued, held, paid, reversed or unallocated.")
  static let badFirstDay = Message("usage.commission_from", "'{text}' is no day. Write 2026-07-01.")

  static let commissionDrafted = Message(
    "done.commission_drafted", "Version {version} of the commission policy is drafted.")
  static let commissionSigned = Message(
    "done.commission_signed", "{member} signed version {version} of the commission policy.")
  static let commissionHeld = Message("done.commission_held", "On hold: {count:purchase|purchases}.")
  static let commissionReleased = Message("done.commission_released", "Released: {count:purchase|purchases}.")
  static let commissionPaid = Message("done.commission_paid", "Paid for {period}: {amount} to {count:payee|payees}.")
  static let commissionAccrued = Message(
    "done.commission_accrued", "Accrued: {count:purchase|purchases}, {amount}.")
  static let commissionReversed = Message(
    "done.commission_reversed", "Reversed: {count:purchase|purchases}, {amount}.")
  static let commissionHolds = Message(
    "done.commission_holds", "Put on hold by open disputes: {held}. Released after rulings: {released}.")
  static let commissionUpToDate = Message("done.commission_up_to_date", "The ledger is up to date: nothing to write.")

  static let policyTitle = Message("commission.title", "Commission policy, version {version}: {state}")
  static let policyInForce = Message("commission.in_force", "signed; for purchases from {day} on")
  static let policySuperseded = Message(
    "commission.superseded", "signed; for purchases from {day} on, where no later version pays")
  static let policyNone = Message(
    "commission.none",
    "No commission policy. Draft one with 'funnel commission draft --model linear --tier 0:5'.")
  static let policyNoneToday = Message("commission.none_today", "No commission policy is in force today.")
  static let policyTier = Message("commission.tier", "{rate} from {amount} on")
  static let policyAccelerator = Message("commission.accelerator", "times {factor} beyond {attainment} of the target")
  static let policyCap = Message("commission.cap", "at most {amount} a {unit}")
  static let policyPer = Message("commission.per", "{unit}, of the calendar")
  static let policyPerFiscal = Message(
    "commission.per_fiscal", "{unit}, of the fiscal year that starts in month {month}")
  static let fieldTiers = Message("field.tiers", "Tiers")
  static let fieldCap = Message("field.cap", "Cap")
  static let fieldAccelerators = Message("field.accelerators", "Accelerators")
  static let fieldPer = Message("field.per", "Period")
  static let fieldDivided = Message("field.divided", "Divided by")

  static let columnTiers = Message("column.tiers", "Tiers")
  static let columnPer = Message("column.per", "Per")
  static let columnCap = Message("column.cap", "Cap")
  static let columnAccelerators = Message("column.accelerators", "Accelerators")
  static let columnFirstDay = Message("column.first_day", "Pays from")
  static let columnLedgerRow = Message("column.ledger_kind", "Row")
  static let columnPurchaseDay = Message("column.purchase_day", "Purchase of")
  static let columnPolicy = Message("column.policy", "Policy")
  static let columnTargetVersion = Message("column.target_version", "Target")
  static let columnCommissionBase = Message("column.commission_base", "Revenue")
  static let columnBefore = Message("column.revenue_before", "Before it")
  static let columnPool = Message("column.pool", "Pool")
  static let columnHeldBy = Message("column.held_by", "Held by")
  static let columnWouldPay = Message("column.would_pay", "Version {version}")
  static let columnInForceNow = Message("column.in_force_now", "In force")
  static let columnDifference = Message("column.difference_amount", "Difference")
  static let columnChange = Message("column.change", "Change")
  static let columnPaid = Message("column.paid_amount", "Paid")
  static let columnOwed = Message("column.owed", "Stays owed")
  static let columnOnHold = Message("column.on_hold", "On hold")

  static let unallocated = Message("commission.unallocated", "unallocated")
  static let nobodyInParticular = Message("commission.nobody", "nobody in particular")
  static let previewHeading = Message(
    "commission.preview", "Commission on the purchases of {period}: version {version} beside what is in force")
  static let previewMeaning = Message(
    "commission.preview_meaning",
    "Purchases of {from} to {to} in {zone} as known at {until}; revenue less refunds; pools divided by {model} (version {version})."
  )
  static let ledgerEmpty = Message(
    "commission.ledger_empty", "No rows. 'funnel commission accrue' writes them.")
  static let ledgerMeaning = Message(
    "commission.ledger_meaning",
    "Pool = T(revenue before + revenue) - T(revenue before), by the policy of the purchase's day; revenue less refunds, as of the row."
  )
  static let skippedUnvalued = Message(
    "commission.unvalued", "Without an amount, so that nothing can be accrued: {count:purchase|purchases} ({leads}).")
  static let skippedUnpriced = Message(
    "commission.unpriced", "Without a rate of exchange for their day: {count:purchase|purchases} ({leads}).")
  static let skippedWithoutPolicy = Message(
    "commission.without_policy", "Of days on which no policy was in force: {count:purchase|purchases}.")
  static let skippedEarningNothing = Message(
    "commission.earning_nothing",
    "Earning nothing (below the first tier, beyond the cap, paid back, or too small): {count:purchase|purchases}.")
  static let skippedWithoutTarget = Message(
    "commission.without_target",
    "Without accelerators, for no target of their period was in force on their day: {count:purchase|purchases}.")
  static let leadsOne = Message("commission.lead", "lead {leads}")
  static let leadsList = Message("commission.leads", "leads {leads}")
  static let leadsMore = Message("commission.leads_more", "leads {leads} and {count} more")
  static let checkWaiting = Message(
    "check.commissions_waiting",
    "The ledger of commissions is behind for {count:purchase|purchases}: 'funnel commission accrue' brings it up to date."
  )
  static let payCarried = Message(
    "commission.carried", "Paid nothing, for more was taken back than earned; the balance stays: {names}.")
  static let payHeld = Message("commission.pay_held", "On hold, and left out: {names}.")
}
