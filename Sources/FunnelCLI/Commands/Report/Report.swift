import ArgumentParser
import SharedFunnel

/// The reports, a command each; and those that people saved, which ``ReportCall`` finds by their name.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    "report", .reportAbstract, .reportDiscussion, subcommands: reports + [ReportList.self, ReportForget.self])

  /// What can be saved. A line each, so that two branches can add one.
  static let reports: [any ParsableCommand.Type] = [
    ReportOwners.self,
    ReportFunnel.self,
    ReportHandoffs.self,
    ReportFlow.self,
    ReportVelocity.self,
    ReportForecast.self,
    ReportGap.self,
    ReportPlan.self,
    ReportCohorts.self,
    ReportTrend.self,
    ReportLosses.self,
    ReportDisputes.self,
    ReportAgreement.self,
    ReportRevenue.self,
  ]
}
