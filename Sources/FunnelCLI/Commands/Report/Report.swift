import ArgumentParser
import SharedFunnel

/// The reports, a command each.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    "report", .reportAbstract,
    // A line each, so that two branches can add one.
    subcommands: [
      ReportOwners.self,
      ReportFunnel.self,
      ReportHandoffs.self,
      ReportFlow.self,
      ReportVelocity.self,
      ReportCohorts.self,
      ReportTrend.self,
      ReportLosses.self,
    ])
}
