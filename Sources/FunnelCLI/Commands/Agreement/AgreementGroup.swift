import ArgumentParser
import SharedFunnel

/// What both sides of a line promise each other, a command each.
struct AgreementGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "agreement", .agreementAbstract, .agreementDiscussion,
    subcommands: [
      AgreementDraftCommand.self, AgreementSign.self, AgreementShow.self, AgreementHistory.self, AgreementCheck.self,
    ])
}
