import ArgumentParser
import SharedFunnel

/// What is done with leads, a command each.
struct LeadGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "lead", .leadAbstract, .leadDiscussion,
    subcommands: [
      LeadAdd.self, LeadShow.self, LeadList.self, LeadFind.self, LeadEdit.self, LeadAssign.self, LeadTag.self,
      LeadMove.self, LeadValue.self, LeadScore.self, LeadTouch.self, LeadNote.self, LeadLose.self, LeadReopen.self,
      LeadPurchase.self, LeadRefund.self, LeadHistory.self, LeadMerge.self, LeadUnmerge.self, LeadErase.self,
    ])
}
