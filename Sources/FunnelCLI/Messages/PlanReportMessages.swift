import SharedFunnel

extension Message {
  static let planAbstract = Message(
    "report.plan", "The leads each stage needs to meet the target, and what each lever is worth.")
  static let planDiscussion = Message(
    "report.plan.discussion",
    """
    What is missing after the open leads is asked of new ones, at one rate a day, as far as they can still buy in the \
    period. A lever is what both sides could push: its worth is what it would add to the forecast of the period from \
    now on. Without --what-if the usual ones are set side by side: where should we push together.

      funnel report plan --period 2026-Q4
      funnel report plan --what-if 'conversion 4->5 +3pt' --what-if 'time 5 -2d'
      funnel report plan --what-if 'entries +10%' --what-if 'value +5%'
    """)
  static let planWhatIfHelp = Message(
    "report.plan.what_if",
    "A change from now on: 'conversion 4->5 +3pt', 'entries +10%', 'value +5%' or 'time 3 -2d'. Can be repeated.")

  static let planHeading = Message("report.plan.heading", "Plan: {what}")
  static let planColumnFigure = Message("report.plan.column.figure", "Figure")
  static let planForeseen = Message("report.plan.foreseen", "Expected of open leads and buyers")
  static let planMissing = Message("report.plan.missing", "Missing, asked of new leads")
  static let planEntry = Message("report.plan.per_entry", "A new lead brings")
  static let planEntriesPerDay = Message("report.plan.per_day", "New leads needed a day")
  static let planEntries = Message("report.plan.entries", "New leads needed")
  static let planRecent = Message("report.plan.recent", "New leads a day, lately")
  static let planNeeded = Message("report.plan.needed", "Leads that have to reach each stage")
  static let planLevers = Message("report.plan.levers", "Where to push together")
  static let planLeversAsked = Message("report.plan.levers_asked", "What if")
  static let planColumnLever = Message("report.plan.column.lever", "Lever")
  static let planColumnWorth = Message("report.plan.column.worth", "Worth")
  static let planColumnForecast = Message("report.plan.column.forecast", "Forecast with it")

  static let planNote = Message(
    "report.plan.note.plan",
    "Missing = target - attained - what open leads and further purchases are expected to bring. New leads needed a day = missing "
      + "÷ what those of each day left bring before the end (chance to buy by then × mean of past purchases).")
  static let planStagesNote = Message(
    "report.plan.note.stages",
    "Leads that have to reach a stage in a month, from those open now and from new ones, rounded up; in the first stages new "
      + "entries themselves are counted. The first month starts today, the last may be a part.")
  static let planMet = Message("report.plan.note.met", "Nothing is missing: the target is met without new leads.")
  static let planLeversNote = Message(
    "report.plan.note.levers",
    "Worth: the forecast with the lever pulled from now on, less the one without, {expected}. Below zero it moves purchases "
      + "into a later period. '{none}': nobody was ever seen to do so, and nothing tells.")
  static let planUsualNote = Message(
    "report.plan.note.usual",
    "The usual levers: a tenth more leads or value, three points more that go on from a stage, two days less in it. They do "
      + "not cost the same; name your own with --what-if.")
  static let planTooLate = Message(
    "report.plan.obstacle.too_late",
    "Whoever enters now does not buy before the end: no rate of new leads meets the target.")
  static let planNoEntries = Message(
    "report.plan.obstacle.no_recent_entries", "Nobody came in lately, so nothing tells where new leads would enter.")
  static let planNoAmounts = Message(
    "report.plan.obstacle.no_purchase_amounts", "No purchase tells what a new lead brings.")
  static let planNoStays = Message(
    "report.plan.obstacle.no_ended_stays", "No stay has ended in any stage, so nothing tells who buys.")
  static let planTooFar = Message("report.plan.obstacle.too_far_ahead", "The period ends over ten years ahead.")
  static let planTooLarge = Message("report.plan.obstacle.too_large", "The number of leads needed is beyond any count.")
}
