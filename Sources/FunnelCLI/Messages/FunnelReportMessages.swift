import SharedFunnel

extension Message {
  static let funnelReportAbstract = Message(
    "report.funnel", "How many leads reach each stage, where they are lost, and whose the loss is.")
  static let funnelReportDiscussion = Message(
    "report.funnel.discussion",
    """
    Every number leads to its list: --leads 'stage=6,outcome=lost'. Outcomes: entered, reached, skipped, cohort, \
    converted, lost, open; with --pair also paired and negative, without a stage. More conditions narrow the list as \
    --where does, month=2026-10 and drop_off=in_handoff with them.

      funnel report funnel --period 2026-Q3 --window 90d
      funnel report funnel --by source --where segment=smb
      funnel report funnel --period 2026-Q3 --svg funnel.svg
      funnel report funnel --leads 'stage=4,outcome=lost,source=email'
    """)
  static let funnelModeHelp = Message(
    "report.funnel.mode",
    "reached: the stage or a later one. strict: every stage from the first one, in order. any: the stage, ever.")
  static let funnelWindowHelp = Message(
    "report.funnel.window", "Count only what happens within this time of a lead's entry: 90d, 12h, 2w.")
  static let funnelByHelp = Message("report.funnel.by", "A funnel for each of its values.")
  static let funnelFromHelp = Message("report.funnel.from", "Start at the first entry to this stage.")
  static let funnelPairHelp = Message(
    "report.funnel.pair", "Time between the first entries to two stages: 4,6.")
  static let funnelLeadsHelp = Message(
    "report.funnel.leads", "The leads behind a number: 'stage=4,outcome=lost,source=email'.")

  static let funnelWindowTooShort = Message(
    "report.funnel.window_too_short", "A window is at least a second, such as 14d.")
  static let funnelBadPair = Message(
    "report.funnel.bad_pair", "'{text}' is not a pair of two stages such as 4,6 or brand_preference,purchase.")
  static let funnelLeadsNeedStage = Message(
    "report.funnel.leads_need_stage",
    "Name the number that the list is for by stage and outcome: --leads 'stage=4,outcome=lost'.")
  static let funnelLeadsNeedPair = Message(
    "report.funnel.leads_need_pair", "The outcome '{outcome}' is one of a pair of stages: name it with --pair 4,6.")
  static let funnelPairHasNoStage = Message(
    "report.funnel.pair_has_no_stage", "The outcome '{outcome}' belongs to the pair and to no stage; leave 'stage' out."
  )
  static let funnelChargedNeedsLost = Message(
    "report.funnel.charged_needs_lost", "'drop_off' tells whose a loss is, and goes with outcome=lost.")
  static let funnelNoRow = Message(
    "report.funnel.no_row", "The report starts at stage {from}, so stage {stage} has no numbers in it.")
  static let funnelNothing = Message("report.funnel.nothing", "No lead is in this report.")

  // Headings.
  static let funnelHeading = Message("report.funnel.heading", "Funnel: {what}")
  static let funnelHeadingBy = Message("report.funnel.heading_by", "Funnel by {dimension}: {what}")
  static let funnelRatesBy = Message("report.funnel.rates_by", "Conversion from the stage before, by {dimension}")
  static let funnelAllTime = Message("report.funnel.all_time", "all time")
  static let funnelEnteredIn = Message("report.funnel.entered_in", "entered in {period}")
  static let funnelSoFar = Message("report.funnel.so_far", "so far")
  static let funnelWithin = Message("report.funnel.within", "within {window}")
  static let funnelMode = Message("report.funnel.mode_named", "mode {mode}")
  static let funnelPairHeading = Message("report.funnel.pair_heading", "Time from {from} to {to}")
  static let funnelListHeading = Message("report.funnel.list_heading", "Leads behind {number}")

  static let funnelListCount = Message("report.funnel.list_count", "Leads: {count}.")

  // Columns.
  static let funnelColumnReached = Message("report.funnel.column.reached", "Reached")
  static let funnelColumnEntered = Message("report.funnel.column.entered", "Entered")
  static let funnelColumnSkipped = Message("report.funnel.column.skipped", "Skipped")
  static let funnelColumnConversion = Message("report.funnel.column.conversion", "Conversion (95 %)")
  static let funnelColumnLost = Message("report.funnel.column.lost", "Lost")
  static let funnelColumnDropOff = Message("report.funnel.column.drop_off", "Lost by owner")
  static let funnelColumnOpen = Message("report.funnel.column.open", "Open")
  static let funnelColumnLeads = Message("report.funnel.column.leads", "Leads")
  static let funnelColumnTimed = Message("report.funnel.column.timed", "Leads with both")
  static let funnelColumnNegative = Message("report.funnel.column.negative", "Negative")
  static let funnelColumnHalf = Message("report.funnel.column.p50", "p50")
  static let funnelColumnMost = Message("report.funnel.column.p90", "p90")
  static let funnelImmatureRate = Message("report.funnel.immature_rate", "{rate} (est. {estimate})")
  static let funnelRateFrom = Message("report.funnel.rate_from", "{rate} from {stage}")

  // Footnotes.
  static let funnelReachedNote = Message(
    "report.funnel.note.reached",
    "Reached: entered the stage or a later one, at or behind the stage that the lead entered first. Skipped: reached, "
      + "never entered.")
  static let funnelStrictNote = Message(
    "report.funnel.note.strict",
    "Reached (strict): entered every stage from the lead's first one to this one, in order.")
  static let funnelAnyNote = Message("report.funnel.note.any", "Reached (any): entered the stage, ever.")
  static let funnelNoConversion = Message(
    "report.funnel.note.no_conversion",
    "Without a conversion: stages that no lead entered itself, whatever passed them by.")
  static let funnelRateSoFar = Message(
    "report.funnel.note.rate_so_far",
    "Conversion to a stage, so far: of the leads that reached the last observed stage before it (From), those that "
      + "reached it too; leads still open may yet do so. In brackets the 95 % Wilson interval.")
  static let funnelRateWithin = Message(
    "report.funnel.note.rate_within",
    "Conversion to a stage: of the leads that reached the last observed stage before it (From), those that reached it "
      + "too, all within {window} of the lead's entry. In brackets the 95 % Wilson interval.")
  static let funnelLostNote = Message(
    "report.funnel.note.lost",
    "Lost before converting is charged to the owner, at that time, of the stage the lead was lost from; in handoff: lost "
      + "while an offer was open, expired or rejected. Converted + lost + open = the leads that reached From.")
  static let funnelCohortAll = Message(
    "report.funnel.note.cohort_all", "Cohort: {count:lead|leads}, by the first entry to {start} at any time.")
  static let funnelCohortPeriod = Message(
    "report.funnel.note.cohort_period", "Cohort: {count:lead|leads} that first entered {start} in {period}.")
  static let funnelStartFunnel = Message("report.funnel.note.start", "the funnel")
  static let funnelImmature = Message(
    "report.funnel.note.immature",
    "est.: more than a quarter of the leads is still open and not yet observed for {window}, so the rate is too low. The "
      + "estimate, within {window} of reaching the stage before, counts open leads for as long as they were observed "
      + "(Aalen-Johansen).")
  static let funnelEstimate = Message("report.funnel.note.estimate", "{stage}: {range}")
  static let funnelEstimates = Message("report.funnel.note.estimates", "Estimates: {list}.")
  static let estimateNegative = Message(
    "report.note.estimate_negative",
    "Left out of the estimates: {count} of the times, for they end before they begin (the later date is that of the earlier "
      + "stage).")
  static let funnelPairNote = Message(
    "report.funnel.note.pair",
    "Times: between first entries, over all leads of the cohort with both; negative: the later stage was entered first, "
      + "and counted in.")
  static let funnelPivotNote = Message(
    "report.funnel.note.pivot",
    "'from': the group was last seen in another stage before this one than all leads together.")
  static let funnelStagesNote = Message("report.funnel.note.stages", "Stages: {stages}.")
  static let funnelMoreGroups = Message(
    "report.funnel.note.more_groups", "Smaller groups that are not shown: {count}; --format csv has them all.")
}
