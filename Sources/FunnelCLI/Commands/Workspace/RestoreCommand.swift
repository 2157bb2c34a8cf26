import ArgumentParser
import FunnelStore
import SharedFunnel

/// `restore FILE`: puts a backup in place as a workspace, after checking that it is whole.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration("restore", .restoreAbstract, .restoreDiscussion)

  @Argument(help: ArgumentHelp(.restoreFileHelp), completion: .file()) var backup: String
  @Option(help: ArgumentHelp(.restoreToHelp, valueName: "file"), completion: .file()) var to: String?
  @Flag(help: ArgumentHelp(.overwriteHelp)) var overwrite = false
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let target = to ?? file.path
    try Store.restore(from: backup, to: target, overwriting: overwrite, now: try file.now())
    try output.print(Answer.copied(from: backup, to: target, schema: "restore", .restored))
  }
}
