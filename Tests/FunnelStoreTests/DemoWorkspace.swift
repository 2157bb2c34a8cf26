import Foundation
import SharedFunnel

@testable import FunnelStore

/// A workspace with a made-up funnel, and with the oddities that only an import brings.
final class DemoWorkspace {
  let folder: TemporaryFolder
  let store: Store
  let now: Timestamp
  var path: String { store.path }

  private static let oddities = """
    lead_id,at,kind,stage,actor,department,source,campaign,segment,amount,currency,reason
    1,2026-01-01T00:00:00Z,entered,4,zoe,marketing,expo,,,,,
    1,2026-01-05T00:00:00Z,entered,6,zoe,marketing,expo,,,,,
    1,2026-01-09T00:00:00Z,entered,3,zoe,marketing,expo,,,,,
    2,2026-02-01T00:00:00Z,create,1,zoe,marketing,,,,,,
    2,2026-02-02T00:00:00Z,lost,,zoe,marketing,,,,,,price
    2,2026-02-03T00:00:00Z,entered,3,zoe,marketing,,,,,,
    3,2026-03-01T00:00:00Z,created,,zoe,marketing,,,,,,
    4,2026-06-29T00:00:00Z,create,4,zoe,marketing,,,,,,
    4,2026-06-29T12:00:00Z,offer,4,zoe,marketing,,,,,,
    5,2026-04-01T00:00:00Z,create,1,zoe,marketing,,,,,,
    5,2026-04-02T00:00:00Z,move,3,zoe,marketing,,,,,,
    5,2026-04-03T00:00:00Z,move,2,zoe,marketing,,,,,,
    5,2026-04-04T00:00:00Z,move,3,zoe,marketing,,,,,,

    """

  init(leads: Int = 400, seed: UInt64 = 11) throws {
    folder = try TemporaryFolder()
    let demo = DemoFunnel(leads: leads, seed: seed)
    now = demo.until
    store = try Store.create(path: folder.path("funnel.db"), for: demo, zone: "UTC", currency: "EUR")
    try store.fill(with: demo)
    let file = folder.path("oddities.csv")
    try DemoWorkspace.oddities.write(toFile: file, atomically: true, encoding: .utf8)
    let yaml = BuiltInMapping.all.first { $0.name == "event-log" }?.yaml ?? ""
    let request = ImportRequest(files: [file], mapping: try Mapping(yaml: yaml, file: "event-log"))
    _ = try store.importFiles(request, context())
    try payCommission()
    if let last = demo.team.people.last?.addition.handle {
      try store.deactivateMember(last, by: .login, context())
    }
  }

  /// A policy that both have signed, and a ledger of which a part is paid.
  private func payCommission() throws {
    let heads = store.workspace.roster.members.filter { !$0.heads.isEmpty }
    let terms = CommissionTerms(
      tiers: [CommissionTerms.Tier(from: 0, rate: Millionths(count: 50_000))], model: .linear,
      currency: try store.reportingCurrency())
    guard let head = heads.first, let day = CivilDate(iso: "2020-01-01") else { return }
    func act(_ member: Member) -> Act { Act(actor: member, context: context()) }
    _ = try store.draftCommission(terms, from: day, act(head))
    for head in heads where !(store.workspace.policies[1]?.unsigned.isDisjoint(with: head.heads) ?? true) {
      _ = try store.signCommission(version: nil, act(head))
    }
    guard try store.accrueCommission(act(head))?.plan.accrued.isEmpty == false else { return }
    _ = try store.payCommission(for: try TargetPeriod(text: "2026-Q1", fiscalStart: 1), act(head))
  }

  func context() -> CommandContext {
    var random = SystemRandomNumberGenerator()
    return CommandContext(id: .command(at: now, using: &random), now: now, login: "tester")
  }
}
