import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// A workspace of its own for a test, with two members a department and a head of both.
final class StoreFixture {
  let folder: TemporaryFolder
  let store: Store
  /// The clock of the test: every command moves it on by a second.
  private(set) var now: Timestamp
  private var random = SplitMix64(seed: 7)

  var path: String { store.path }

  init(zone: String = "UTC", start: String = "2026-01-05T08:00:00Z") throws {
    folder = try TemporaryFolder()
    now = try #require(Timestamp(iso8601: start))
    store = try Store.create(
      path: folder.path("funnel.db"), start: Initialization(zone: zone, currency: "EUR"),
      CommandContext(id: .command(at: now, using: &random), now: now, login: "test"))
    for (handle, departments, heads) in [
      ("ana", DepartmentSet.marketing, DepartmentSet.marketing), ("max", .marketing, []), ("ben", .sales, .sales),
      ("sue", .sales, []), ("kim", [.marketing, .sales], [.marketing, .sales]),
    ] as [(String, DepartmentSet, DepartmentSet)] {
      try store.addMember(
        handle: handle, name: handle.capitalized, departments: departments, heads: heads, by: .login, context())
    }
  }

  func context() -> CommandContext {
    now = Timestamp(milliseconds: now.milliseconds + 1000)
    return CommandContext(id: .command(at: now, using: &random), now: now, login: "test")
  }

  func pass(_ seconds: Int64) { now = Timestamp(milliseconds: now.milliseconds + seconds * 1000) }

  func act(_ handle: String, at: Timestamp? = nil, isDryRun: Bool = false) throws -> Act {
    Act(actor: try store.member(handle), at: at, context: context(), isDryRun: isDryRun)
  }
}

/// Why something is refused; `nil` where it is done. Any other failure is recorded.
func refusal(_ body: () throws -> Void) -> Refusal? {
  do {
    try body()
    return nil
  } catch StoreError.refused(let refusal) {
    return refusal
  } catch {
    Issue.record("\(error)")
    return nil
  }
}
