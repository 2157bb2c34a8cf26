import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission show [VERSION]`: the policy in force today and a draft that waits, or one version.
struct CommissionShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .commissionShowAbstract, .commissionShowDiscussion)

  @Argument(help: ArgumentHelp(.commissionVersionHelp)) var version: UInt16?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let policies = session.workspace.policies
    let page = PolicyPage(session: session)
    if let version {
      guard let policy = policies[version] else { throw Refusal.commission(.noVersion(version)) }
      return try output.print(
        Answer(schema: "commission_policies", lines: page.lines(policy), grid: page.grid([policy])))
    }
    let inForce = policies.inForce(on: session.zone.date(of: session.now), in: session.zone)
    var lines =
      inForce.map(page.lines) ?? [policies.versions.isEmpty ? Message.policyNone() : Message.policyNoneToday()]
    for policy in policies.versions where policy.version > inForce?.version ?? 0 {
      lines += [""] + page.lines(policy)
    }
    try output.print(Answer(schema: "commission_policies", lines: lines, grid: page.grid(policies.versions)))
  }
}
