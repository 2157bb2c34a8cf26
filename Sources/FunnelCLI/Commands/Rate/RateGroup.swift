import ArgumentParser
import SharedFunnel

/// Rates of exchange, by which purchases in other currencies get a price, a command each.
struct RateGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "rate", .rateAbstract, .rateDiscussion,
    subcommands: [RateSet.self, RateImport.self, RateList.self, RateReprice.self])
}
