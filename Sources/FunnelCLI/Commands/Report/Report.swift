import ArgumentParser
import SharedFunnel

/// The reports, a command each.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    "report", .reportAbstract,
    subcommands: [ReportOwners.self, ReportFunnel.self, ReportHandoffs.self, ReportFlow.self])
}
