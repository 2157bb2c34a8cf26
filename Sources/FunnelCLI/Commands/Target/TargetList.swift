import ArgumentParser
import FunnelStore
import SharedFunnel

/// `target list`: the target of each period that counts now, or the draft where none does.
struct TargetList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .targetListAbstract, .targetListDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let targets = session.workspace.targets
    let shown = targets.periods.compactMap { period in
      targets.inForce(for: period, at: session.now) ?? targets.versions(of: period).last
    }
    try output.print(TargetPage(session: session).grid(shown), schema: "targets")
  }
}
