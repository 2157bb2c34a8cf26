import SharedFunnel

extension Message {
  static let velocityAbstract = Message(
    "report.velocity", "How long leads stay in each stage, and what stage 5 brings a day.")
  static let velocityDiscussion = Message(
    "report.velocity.discussion",
    """
    Stays that are still open are not left out: the median allows for them. Every number leads to its list: \
    --leads 'stage=3,outcome=open' (stays, closed, forward, back, lost, open, ahead), and of the sales velocity \
    --leads 'factor=won' (open, unvalued, won, lost; open also with currency=EUR).

      funnel report velocity --period 2026-Q3
      funnel report velocity --by source --stage 4 --window 30d
      funnel report velocity --value
      funnel report velocity --leads 'stage=3,outcome=open,source=email'
    """)
  static let velocityByHelp = Message("report.velocity.by", "The same for each of its values; any but month.")
  static let velocityWindowHelp = Message(
    "report.velocity.window", "Also the shares that left each stage, and which way, within this time: 30d, 12h, 2w.")
  static let velocityLeadsHelp = Message(
    "report.velocity.leads", "What is behind a number: 'stage=3,outcome=open', 'factor=won'.")
  static let velocityValueHelp = Message(
    "report.velocity.value", "Only the value a day and its four factors.")
  static let velocityValueAlone = Message(
    "report.velocity.value_alone", "--value is about stage 5 as a whole: leave out --stage and --window.")
  static let velocityNoMonths = Message(
    "report.velocity.no_months", "A stay belongs to no month of entry; name the months with --period instead.")
  static let velocityLeadsNeedNumber = Message(
    "report.velocity.leads_need_number",
    "Name one number: stage and outcome ({outcomes}), or factor ({factors}) without a stage.")
  static let velocityBadCurrency = Message(
    "report.velocity.bad_currency", "'{text}': currency is a code such as EUR, and goes with factor=open.")

  static let velocityHeading = Message("report.velocity.heading", "Time in stage: {what}")
  static let velocityBegan = Message("report.velocity.began", "stays that began in {period}")
  static let velocityShares = Message("report.velocity.shares", "Left within {window} of entering")
  static let velocitySales = Message("report.velocity.sales", "Velocity of stage 5: {what}")
  static let velocityColumnClosed = Message("report.velocity.column.closed", "Closed")
  static let velocityColumnHalf = Message("report.velocity.column.p50", "p50")
  static let velocityColumnMost = Message("report.velocity.column.p90", "p90")
  static let velocityColumnAge = Message("report.velocity.column.age_p50", "Age p50")
  static let velocityColumnOldest = Message("report.velocity.column.age_p90", "Age p90")
  static let velocityColumnMedian = Message("report.velocity.column.median", "Median of all (95 %)")
  static let velocityColumnOpen = Message("report.velocity.column.open", "Valued")
  static let velocityColumnMean = Message("report.velocity.column.mean", "Mean value")
  static let velocityColumnWin = Message("report.velocity.column.win", "Win rate (95 %)")
  static let velocityColumnCycle = Message("report.velocity.column.cycle", "Cycle")
  static let velocityColumnDay = Message("report.velocity.column.day", "A day")
  static let velocityColumnMissing = Message("report.velocity.column.missing", "Missing")
  static let velocityMedian = Message("report.velocity.median", "{median} ({low}{dash}{high})")
  static let velocityNotReached = Message("report.velocity.not_reached", "not reached")

  static let velocityNoOpen = Message("report.velocity.no_open", "open leads")
  static let velocityNoValue = Message("report.velocity.no_value", "expected values")
  static let velocityNothingDecided = Message("report.velocity.nothing_decided", "sales and losses")
  static let velocityNothingWon = Message("report.velocity.nothing_won", "sales")
  static let velocityCycleNotPositive = Message("report.velocity.cycle_not_positive", "a cycle above 0 days")
  static let velocityTooLarge = Message("report.velocity.too_large", "room for so large a number")

  static let velocityStays = Message(
    "report.velocity.note.stays",
    "Counted are stays by when they began. Closed: they have ended (forward, back or lost), with p50 and p90 of their "
      + "length; that p50 is too short while long stays are open. Open: they go on, with their age so far.")
  static let velocityEstimate = Message(
    "report.velocity.note.estimate",
    "Median of all: the time by which half have left, open stays counted for as long as they were observed "
      + "(Kaplan-Meier; 95 % limits on the scale of log(-log)). '?': the data do not reach so far.")
  static let velocityAhead = Message(
    "report.velocity.note.ahead",
    "Stays that began behind the end of observation of their lead: {count}; they are in no time (outcome=ahead).")
  static let velocityShareNote = Message(
    "report.velocity.note.shares",
    "Left within {window}: the share that left this way, the other two competing and open stays allowed for "
      + "(Aalen-Johansen).")
  static let velocityFormula = Message(
    "report.velocity.note.formula",
    "A day = Valued (open leads in stage 5 at {time}, without a purchase and with an expected value) × their mean value × "
      + "win rate ÷ median cycle in days; a line a currency, never added.")
  static let velocityUnvalued = Message(
    "report.velocity.note.unvalued",
    "{unvalued} of {open} open leads in stage 5 have no expected value and are in no line (factor=unvalued).")
  static let velocityWon = Message(
    "report.velocity.note.won",
    "Win rate = won ÷ (won + lost): {won} leads came from stage 5 to a purchase {when}, {lost} were lost from it. Cycle: "
      + "from the first entry to stage 5 to the purchase, the {negative} dated the other way round counted in.")
}
