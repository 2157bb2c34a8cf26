import ArgumentParser
import FunnelStore
import SharedFunnel

/// `period list`: every period that somebody signed.
struct PeriodList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .periodListAbstract, .periodListDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    try output.print(PeriodPage.grid(session.workspace.closings.all, session), schema: "periods")
  }
}
