import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead show LEAD`: all there is about a lead, on a page.
struct LeadShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .leadShowAbstract, .leadShowDiscussion)

  @Argument(help: ArgumentHelp(.leadHelp)) var lead: String
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let lead = try session.store.lead(named: lead)
    let page = try session.store.page(of: lead)
    try output.print(
      LeadPageAnswer(page: page, history: try session.store.history(of: lead), session: session).answer)
  }
}
