import ArgumentParser
import SharedFunnel

/// The joint commission, a command each.
struct CommissionGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "commission", .commissionAbstract, .commissionDiscussion,
    subcommands: [
      CommissionDraftCommand.self, CommissionSign.self, CommissionShow.self, CommissionPreviewCommand.self,
      CommissionAccrue.self, CommissionLedger.self, CommissionHold.self, CommissionRelease.self, CommissionPay.self,
    ])
}
