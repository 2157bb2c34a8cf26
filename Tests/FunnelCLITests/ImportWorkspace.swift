import Foundation
import Testing

/// A workspace without members: imports need none.
final class ImportWorkspace: Sendable {
  let folder: TemporaryFolder
  var path: String { folder.path("funnel.db") }

  init(zone: String = "UTC") throws {
    folder = try TemporaryFolder()
    try #require(try run(["init", "--zone", zone]).status == 0)
  }

  init(copyOf other: ImportWorkspace) throws {
    folder = try TemporaryFolder()
    try #require(try other.run(["backup", folder.path("funnel.db")]).status == 0)
  }

  func run(
    _ arguments: [String], env: [String: String] = [:], now: String = "2026-11-03T12:00:00Z"
  ) throws -> FunnelBinary.Outcome {
    try FunnelBinary.run(
      arguments, env: ["FUNNEL_DB": path, "FUNNEL_NOW": now].merging(env) { $1 }, in: folder.url)
  }

  /// The document of a run that has to succeed.
  func json(_ arguments: [String], now: String = "2026-11-03T12:00:00Z") throws -> [String: Any] {
    let format = arguments.contains("--format") ? [] : ["--format", "json"]
    let outcome = try run(arguments + format, now: now)
    try #require(outcome.status == 0, "\(arguments.joined(separator: " ")): \(outcome.err)")
    return outcome.json
  }
}

extension [String: Any] {
  func int(_ key: String) -> Int? { (self[key] as? NSNumber)?.intValue }
  func double(_ key: String) -> Double? { (self[key] as? NSNumber)?.doubleValue }
  func bool(_ key: String) -> Bool? { self[key] as? Bool }
  func string(_ key: String) -> String? { self[key] as? String }
  func strings(_ key: String) -> [String] { self[key] as? [String] ?? [] }
  func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
  func objects(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
}
