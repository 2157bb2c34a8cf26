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
  static let svgDone = Message("chart.svg.done", "Drew {path}.")

  static let chartLeads = Message("chart.leads", "leads")
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
    "Time from {from} to {to}: {count} leads with both, p50 {half}, p90 {most}, negative {negative}.")
}
