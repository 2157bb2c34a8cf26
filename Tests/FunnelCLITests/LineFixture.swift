import Foundation
import Testing

/// A workspace at its line: members of both sides with their heads, one who heads both, and leads in stage 4.
final class LineFixture {
  let workspace: WorkspaceFixture

  /// - Parameters:
  ///   - leads: how many, all with the same campaign.
  ///   - mediators: members who head both sides.
  init(leads: Int, mediators: [String] = ["kim"]) throws {
    workspace = try WorkspaceFixture()
    try workspace.done(["member", "add", "max", "--department", "marketing"], actor: nil)
    try workspace.done(["member", "add", "sue", "--department", "sales"], actor: nil)
    for name in mediators {
      try workspace.done(
        [
          "member", "add", name, "--department", "marketing", "--department", "sales", "--head", "marketing", "--head",
          "sales",
        ], actor: nil)
    }
    for number in 0..<leads {
      try workspace.done(["lead", "add", "Lead \(number + 1)", "--stage", "4", "--campaign", "fair"])
    }
  }

  /// An agreement that both heads signed.
  func agree(_ terms: String...) throws {
    try workspace.done(["agreement", "draft"] + terms)
    try workspace.done(["agreement", "sign"])
    try workspace.done(["agreement", "sign"], actor: "ben")
  }

  /// Runs commands at once, each in a process of its own.
  func atOnce(_ commands: [(actor: String, arguments: [String])]) throws -> [FunnelBinary.Outcome] {
    let outcomes = Outcomes(commands.count)
    let environment = ["FUNNEL_DB": workspace.path, "FUNNEL_NOW": workspace.now]
    DispatchQueue.concurrentPerform(iterations: commands.count) { place in
      let command = commands[place]
      let outcome = try? FunnelBinary.run(
        command.arguments, env: environment.merging(["FUNNEL_ACTOR": command.actor]) { $1 })
      outcomes.set(outcome, at: place)
    }
    return try outcomes.all.map { try #require($0) }
  }

  /// Every handoff, as the list tells it.
  func handoffs(_ options: String...) throws -> [[String: Any]] {
    try workspace.done(["handoff", "list", "--limit", "0", "--format", "json"] + options).json["rows"]
      as? [[String: Any]] ?? []
  }

  /// The kinds of a lead's events in order.
  func kinds(of lead: Int) throws -> [String] {
    let rows = try workspace.done(["lead", "history", "\(lead)", "--format", "json"]).json["rows"] as? [[String: Any]]
    return (rows ?? []).compactMap { $0["event"] as? String ?? $0["kind"] as? String }
  }

  func stage(of lead: Int) throws -> Int? {
    try workspace.done(["lead", "show", "\(lead)", "--format", "json"]).json["stage"] as? Int
  }

  func expectSound() throws {
    let check = try workspace.run(["check"])
    #expect(check.status == 0, "\(check.out)\(check.err)")
  }
}

/// Results of commands that ran at once, each in its place.
private final class Outcomes: @unchecked Sendable {
  private let lock = NSLock()
  private var found: [FunnelBinary.Outcome?]

  init(_ count: Int) { found = [FunnelBinary.Outcome?](repeating: nil, count: count) }

  var all: [FunnelBinary.Outcome?] { lock.withLock { found } }

  func set(_ outcome: FunnelBinary.Outcome?, at place: Int) { lock.withLock { found[place] = outcome } }
}
