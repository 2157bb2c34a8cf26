import ArgumentParser
import SharedFunnel

/// Periods that both sides sign off, a command each.
struct PeriodGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "period", .periodAbstract, .periodDiscussion,
    subcommands: [PeriodClose.self, PeriodShow.self, PeriodList.self])
}
