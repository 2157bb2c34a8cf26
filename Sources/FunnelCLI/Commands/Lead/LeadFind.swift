import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead find TEXT`: leads by part of a name, an address, a number, a company or a key.
struct LeadFind: ParsableCommand {
  static let configuration = CommandConfiguration("find", .leadFindAbstract, .leadFindDiscussion)

  @Argument(help: ArgumentHelp(.findTextHelp)) var text: String
  @Option(help: ArgumentHelp(.limitHelp, valueName: "n")) var limit: Int?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if let limit, limit < 1 { throw Failure.usage(Message.badLimit()) }
    if text.isEmpty { throw Failure.usage(Message.nothingToFind()) }
  }

  func run() throws {
    var query = LeadQuery()
    query.text = text
    query.limit = limit
    try output.print(leads: try file.reading().store.leads(query), empty: .noLeadFound)
  }
}
