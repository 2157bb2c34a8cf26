import ArgumentParser
import FunnelStore
import SharedFunnel

/// `agreement history`: every version, with its signatures.
struct AgreementHistory: ParsableCommand {
  static let configuration = CommandConfiguration("history", .agreementHistoryAbstract, .agreementHistoryDiscussion)

  @OptionGroup var line: LineOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let all = session.workspace.agreements.versions
    let shown = line.line.map { line in all.filter { $0.line == line } } ?? all
    try output.print(AgreementPage.grid(shown, session), schema: "agreements")
  }
}
