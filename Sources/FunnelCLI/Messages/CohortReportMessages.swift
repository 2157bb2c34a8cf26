import SharedFunnel

extension Message {
  static let cohortReportAbstract = Message(
    "report.cohorts", "Of the leads that entered together, how many had converted by each age.")
  static let cohortReportDiscussion = Message(
    "report.cohorts.discussion",
    """
    Every number leads to its list: --leads 'cohort=2026-07,age=3,outcome=converted'. Outcomes: leads, converted, lost, \
    open, unresolved. Without a cohort the list is that of the total row: the cohorts that are mature at the age.

      funnel report cohorts
      funnel report cohorts --from 4 --to purchase --by quarter --age week --ages 8
      funnel report cohorts --leads 'cohort=2026-07,age=3,outcome=lost'
    """)
  static let cohortToHelp = Message("report.cohorts.to", "The goal: a stage behind the first one.")
  static let cohortFromHelp = Message(
    "report.cohorts.from", "Cohorts start with the first entry to this stage; without it, to the funnel.")
  static let cohortByHelp = Message("report.cohorts.by", "How cohorts are cut: day, week, month, quarter or year.")
  static let cohortAgeHelp = Message("report.cohorts.age", "What ages are counted in: day, week, or month of 30 days.")
  static let cohortAgesHelp = Message(
    "report.cohorts.ages", "How many ages; without it as many as a cohort has lived through, at most 12.")
  static let cohortLeadsHelp = Message(
    "report.cohorts.leads", "The leads behind a number: 'cohort=2026-07,age=3,outcome=converted'.")

  static let cohortBadAges = Message("report.cohorts.bad_ages", "--ages is a number from 1 to 120.")
  static let cohortGoalBehind = Message(
    "report.cohorts.goal_behind", "The goal {to} does not lie behind {from}; name a later one with --to.")
  static let cohortNoGoal = Message(
    "report.cohorts.no_goal", "No lead converts to stage 1, the first there is; name a later goal with --to.")
  static let cohortBadAge = Message("report.cohorts.bad_age", "'age' is the number of a column, from 1 to 120.")
  static let cohortNoCell = Message(
    "report.cohorts.no_cell", "The report has no such cohort or age: {number}. Print it to see what there is.")

  static let cohortHeading = Message(
    "report.cohorts.heading", "Cohorts by {unit}, {from} to {to}: {what}")
  static let cohortFunnel = Message("report.cohorts.funnel", "Funnel entry")
  static let cohortColumnCohort = Message("report.cohorts.column.cohort", "Cohort")
  static let cohortColumnCohorts = Message("report.cohorts.column.cohorts", "Cohorts")
  static let cohortColumnAge = Message("report.cohorts.column.age", "Age")
  static let cohortAgeTitle = Message("report.cohorts.age_title", "{days} d")
  static let cohortEstimated = Message("report.cohorts.estimated", "~{rate}")
  static let cohortMature = Message("report.cohorts.mature", "Mature")
  static let cohortMatureCohorts = Message("report.cohorts.mature_cohorts", "Mature cohorts")
  static let cohortTotals = Message("report.cohorts.totals", "Mature cohorts, together, by age")

  static let cohortCellNote = Message(
    "report.cohorts.note.cell",
    "A cell: of the leads of the cohort (all of them), those that had come to {to} within that time of their own first entry "
      + "to {from}; so it equals 'report funnel' with that window.")
  static let cohortMatureNote = Message(
    "report.cohorts.note.mature",
    "Mature: every lead had come there, was lost, or was observed for the whole age. ~: not yet so; in place of the rate, "
      + "which is too low, the estimate that counts open leads for as long as they were observed (Aalen-Johansen). Empty: "
      + "no lead was observed for so long.")
  static let cohortTotalNote = Message(
    "report.cohorts.note.total", "{name}: all leads of the cohorts that are mature at the age, and how many cohorts.")
  static let cohortLeadsNote = Message("report.cohorts.note.leads", "Leads: {count}.")
  static let cohortBehindNote = Message(
    "report.cohorts.note.behind",
    "Left out: {count:lead|leads} first seen in {to} or behind it, so that nobody saw the way there.")
}
