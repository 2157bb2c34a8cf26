import SharedFunnel

extension Message {
  static let targetAbstract = Message(
    "cli.target", "Set the revenue that both departments answer for, and sign it.")
  static let targetDiscussion = Message(
    "cli.target.discussion",
    """
    One figure a period, and one for both: it counts once heads of marketing and of sales have signed. With it goes what \
    they judge each other by: how credit for a purchase is divided, and what "sourced" means.

      funnel target set 2026-Q4 --amount 1600000
      funnel target sign 2026-Q4
    """)
  static let targetSetAbstract = Message(
    "cli.target_set", "Set the target of a period, for both sides to sign.")
  static let targetSetDiscussion = Message(
    "cli.target_set.discussion",
    """
    A plan file is CSV: from,weight and a line for each part of the period (2026-10,30). Parts of one dimension must sum \
    to the target.

      funnel target set 2026-Q4 --amount 1600000 --currency EUR
      funnel target set FY2026 --amount 6000000 --plan seasonal year.csv
      funnel target set 2026-10 --amount 5000 --part team=a:2000 --part team=b:3000
      funnel target set 2026-Q4 --amount 1600000 --model time_decay:14d
    """)
  static let targetReviseAbstract = Message(
    "cli.target_revise", "Make a new version of a target.")
  static let targetReviseDiscussion = Message(
    "cli.target_revise.discussion",
    """
    What is not named stays as the last version has it. The version that both signed counts until they have signed the \
    new one, and stays in every report as of then.

      funnel target revise 2026-Q4 --amount 1450000
      funnel target revise 2026-Q4 --part none
    """)
  static let targetSignAbstract = Message(
    "cli.target_sign", "Sign a target for the department that you head.")
  static let targetSignDiscussion = Message(
    "cli.target_sign.discussion",
    """
    Without --version the latest. Whoever heads both signs for both.

      funnel target sign 2026-Q4
    """)
  static let targetListAbstract = Message(
    "cli.target_list", "List the target of each period.")
  static let targetListDiscussion = Message(
    "cli.target_list.discussion",
    """
    The version that counts now; where none does, the draft that waits for signatures.

      funnel target list
    """)
  static let targetShowAbstract = Message(
    "cli.target_show", "Show the target of a period, now or at a time.")
  static let targetShowDiscussion = Message(
    "cli.target_show.discussion",
    """
      funnel target show 2026-Q4
      funnel target show 2026-Q4 --at 2026-10-15
    """)
  static let targetHistoryAbstract = Message(
    "cli.target_history", "List every version of targets, with its signatures.")
  static let targetHistoryDiscussion = Message(
    "cli.target_history.discussion",
    """
      funnel target history
      funnel target history 2026-Q4 --format json
    """)
  static let targetFiscalAbstract = Message(
    "cli.target_fiscal_year", "Say in which month fiscal years start.")
  static let targetFiscalDiscussion = Message(
    "cli.target_fiscal_year.discussion",
    """
    A fiscal year is named by the calendar year in which it starts, with FY in front: where it starts in April, FY2026-Q1 \
    is April to June 2026. Without FY a period is of the calendar. Targets that are set keep their days. For a head of \
    either department.

      funnel target fiscal-year april
    """)

  static let targetPeriodHelp = Message(
    "arg.target_period",
    "2026-10, 2026-Q4, 2026-H2, 2026, 2026-10-05..2026-11-20, or FY2026, FY2026-H1, FY2026-Q1 of the fiscal year.")
  static let targetAmountHelp = Message("arg.target_amount", "Such as 1600000 or 1600000.50.")
  static let targetPlanHelp = Message(
    "arg.target_plan", "linear: as much on every day; or seasonal and a file of weights. Without it: linear.")
  static let targetPartHelp = Message(
    "arg.target_part",
    "A part of the target by segment, team, product or month: segment=smb:600000. Can be repeated; none takes all away."
  )
  static let targetModelHelp = Message(
    "arg.target_model",
    "How credit is divided: first_touch, last_touch, linear, position_based, time_decay:7d or transitions. Without it: "
      + "position_based.")
  static let targetSourcedHelp = Message(
    "arg.target_sourced", "What \"sourced\" means: creation or first_touch. Without it: creation.")
  static let targetVersionHelp = Message("arg.target_version", "A version by its number.")
  static let targetAtHelp = Message("arg.target_at", "What counted at that time.")
  static let targetMonthHelp = Message("arg.target_month", "1 to 12, or a name such as april.")

  static let targetWithoutAmount = Message("usage.target_amount", "Say how much: --amount 1600000.")
  static let badPlan = Message(
    "usage.target_plan", "A plan is 'linear', or 'seasonal' and a file: --plan seasonal year.csv.")
  static let badPart = Message(
    "usage.target_part",
    "'{text}' is no part of a target. Write segment=smb:600000; the dimensions are segment, team, product and month.")
  static let badSourcing = Message(
    "usage.target_sourced", "'{text}' is no definition of sourced; use creation or first_touch.")
  static let badTargetPeriod = Message(
    "usage.target_period",
    "'{text}' is no period of a target. Write 2026-10, 2026-Q4, 2026-H2, 2026, 2026-10-05..2026-11-20 or FY2026-Q1.")
  static let badMonth = Message("usage.month", "'{text}' is no month. Write 1 to 12, or april.")

  static let targetSet = Message("done.target_set", "The target of {period} is drafted.")
  static let targetRevised = Message("done.target_revised", "A new version of the target of {period} is drafted.")
  static let targetSigned = Message("done.target_signed", "{member} signed the target of {period}.")
  static let fiscalYearSet = Message("done.fiscal_year_set", "{period} is from {from} to {to}.")

  static let targetTitle = Message("target.title", "Target of {period}, version {version}: {state}")
  static let targetCounts = Message("target.counts", "counts since {time}")
  static let targetLacks = Message("target.lacks", "a draft; the signature of {departments} is missing")
  static let targetNoneSigned = Message("target.none_signed", "No target of {period} counted at {time}.")
  static let targetNone = Message(
    "target.none", "No targets. Set one with 'funnel target set 2026-Q4 --amount 1600000'.")
  static let fromTo = Message("target.from_to", "{from} to {to}")
  static let partsBy = Message("target.parts_by", "by {dimension}: {parts}")
  static let fieldAmount = Message("field.amount", "Amount")
  static let fieldDays = Message("field.days", "Days")
  static let fieldPlan = Message("field.plan", "Plan")
  static let fieldCredit = Message("field.credit", "Credit")
  static let fieldSourced = Message("field.sourced", "Sourced")
  static let fieldParts = Message("field.parts", "Parts")
  static let columnPeriod = Message("column.target_period", "Period")
  static let columnMonth = Message("column.start_month", "Month")
  static let columnPlan = Message("column.plan", "Plan")
  static let columnModel = Message("column.model", "Credit")
  static let columnSourced = Message("column.sourced", "Sourced")
  static let columnDraftedBy = Message("column.drafted_by", "Drafted by")
}
