import SharedFunnel

extension Message {
  static let svgHelp = Message(
    "chart.svg.help", "Also draw it into this file, as SVG; '-': to standard output, in place of the table.")
  static let svgEmpty = Message("chart.svg.empty", "--svg names no file.")
  static let svgTwoDocuments = Message(
    "chart.svg.two_documents",
    "--svg - writes the picture to standard output, where --format would write too. Name a file for one of them.")
  static let svgOverWorkspace = Message(
    "chart.svg.over_workspace", "--svg would overwrite the workspace {path} itself. Name another file.")
  static let svgOfOneFunnel = Message(
    "chart.svg.one_funnel",
    "A picture shows one funnel: leave --by, --compare and --leads out, or narrow it with --where.")
  static let svgOfOnePeriod = Message(
    "chart.svg.one_period",
    "A picture shows one period of all leads: leave --compare, --group and --leads out, or narrow it with --where.")
  static let svgDone = Message("chart.svg.done", "Drew {path}.")

  static let chartLeads = Message("chart.leads", "leads")
  static let chartLead = Message("chart.lead", "lead")
  static let chartLine = Message("chart.line", "the line: a handoff")
  static let chartReached = Message("chart.reached", "reached, {owner}")
  static let chartOpen = Message("chart.open", "still open before it")
  static let chartLost = Message("chart.lost", "lost before it, {owner}")
  static let chartSegment = Message("chart.segment", "{stage}: {what}: {count}")

  static let funnelChartTitle = Message("chart.funnel.title", "Funnel")
  static let funnelChartNote = Message(
    "chart.funnel.note",
    "A bar: leads that reached the stage, then those that reached From and are open, then those lost before converting."
  )
  static let funnelChartPair = Message(
    "chart.funnel.pair",
    "Time from {from} to {to}: {count:lead|leads} with both, p50 {half}, p90 {most}, negative {negative}.")

  static let cohortChartTitle = Message("chart.cohorts.title", "Cohorts: {from} to {to}")
  static let cohortChartStep = Message("chart.cohorts.step", "{low}–{high} %")
  static let cohortChartEstimated = Message("chart.cohorts.estimated", "~ estimate, not mature yet")
  static let cohortChartCell = Message(
    "chart.cohorts.cell", "{cohort}, {age}: {converted} of {leads} converted, {unresolved} unresolved")
  static let cohortChartTotal = Message(
    "chart.cohorts.total", "{age}: {converted} of {leads} converted, in {cohorts} mature cohorts")
  static let cohortChartConverted = Message("chart.cohorts.converted", "Converted")
  static let cohortChartLost = Message("chart.cohorts.lost", "Lost")
  static let cohortChartOpen = Message("chart.cohorts.open", "Open")
  static let cohortChartUnresolved = Message("chart.cohorts.unresolved", "Unresolved")
  static let cohortChartMaturity = Message("chart.cohorts.maturity", "Maturity")
  static let cohortChartEstimate = Message("chart.cohorts.estimate", "Estimate (95 %)")

  static let flowChartTitle = Message("chart.flow.title", "Flow by {unit}")
  static let flowChartBalance = Message("chart.flow.balance", "Balance: open leads at the end")
  static let flowChartFlow = Message("chart.flow.flow", "In above the axis, out below it")
  static let flowChartOwner = Message("chart.flow.owner", "balance and in, {owner}")
  static let flowChartMoved = Message("chart.flow.moved", "out to another stage")
  static let flowChartLost = Message("chart.flow.lost", "lost")
  static let flowChartClosing = Message("chart.flow.closing", "closing: {count}")
  static let flowChartInterval = Message(
    "chart.flow.interval",
    "{stage}, {interval}: opening {opening} + in {in} - moved out {moved} - lost {lost} = closing {closing}")
  static let flowChartNote = Message(
    "chart.flow.note",
    "Each stage has scales of its own: compare lengths along a line, and numbers between lines. The colour is that of the "
      + "owners of the stage at the end of observation.")
}
