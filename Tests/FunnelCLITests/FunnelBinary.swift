import Foundation

/// Runs the real program, as a shell would.
enum FunnelBinary {
  struct Outcome {
    let status: Int32
    let out: String
    let err: String
    /// Ended by a signal: a crash.
    let crashed: Bool

    /// The document on standard output.
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(out.utf8))) as? [String: Any] ?? [:]
    }

    var lines: [String] { out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The program beside the test bundle.
  static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let places = [Bundle.main.executableURL, bundle].compactMap { $0?.deletingLastPathComponent() }
    let found = places.map { $0.appendingPathComponent("funnel") }
    return found.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? URL(fileURLWithPath: "funnel")
  }()

  /// - Parameter env: the whole environment beyond `PATH`; so nothing of the developer's own leaks in.
  static func run(
    _ arguments: [String], stdin: String? = nil, env: [String: String] = [:], in folder: URL? = nil
  ) throws -> Outcome {
    try run(arguments, input: Data((stdin ?? "").utf8), env: env, in: folder)
  }

  /// - Parameter input: what stands on the standard input.
  static func run(
    _ arguments: [String], input data: Data, env: [String: String] = [:], in folder: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LOGNAME": "tester", "LC_ALL": "C.UTF-8"].merging(env) { $1 }
    process.currentDirectoryURL = folder
    // Files, not pipes: nothing can fill up, however much is said.
    let scratch = try TemporaryFolder()
    let input = try scratch.write(data, to: "in")
    let output = try scratch.write("", to: "out")
    let errors = try scratch.write("", to: "err")
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      out: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      crashed: process.terminationReason == .uncaughtSignal)
  }
}

/// A folder that goes when the test does.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("funnel-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL { try write(Data(text.utf8), to: name) }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try data.write(to: file)
    return file
  }
}

/// A workspace in a temporary folder, with `ana` in marketing and `ben` in sales, on a clock that stands still.
final class WorkspaceFixture {
  let folder: TemporaryFolder
  var now = "2026-11-03T12:00:00Z"
  let path: String

  /// - Parameter members: whether ana and ben are added.
  init(zone: String = "UTC", members: Bool = true) throws {
    folder = try TemporaryFolder()
    path = folder.path("funnel.db")
    try done(["init", "--zone", zone], actor: nil)
    guard members else { return }
    try done(["member", "add", "ana", "--department", "marketing", "--head", "marketing"], actor: nil)
    try done(["member", "add", "ben", "--department", "sales", "--head", "sales"], actor: nil)
  }

  /// Runs a command on this workspace.
  @discardableResult
  func run(
    _ arguments: [String], actor: String? = "ana", stdin: String? = nil, env: [String: String] = [:]
  ) throws -> FunnelBinary.Outcome {
    var environment = ["FUNNEL_DB": path, "FUNNEL_NOW": now]
    if let actor { environment["FUNNEL_ACTOR"] = actor }
    return try FunnelBinary.run(
      arguments, stdin: stdin, env: environment.merging(env) { $1 }, in: folder.url)
  }

  struct NotDone: Error, CustomStringConvertible {
    let arguments: [String]
    let outcome: FunnelBinary.Outcome
    var description: String { "funnel \(arguments.joined(separator: " ")): \(outcome.status) \(outcome.err)" }
  }

  /// The same, for a step that has to succeed.
  @discardableResult
  func done(_ arguments: [String], actor: String? = "ana", stdin: String? = nil) throws -> FunnelBinary.Outcome {
    let outcome = try run(arguments, actor: actor, stdin: stdin)
    guard outcome.status == 0 else { throw NotDone(arguments: arguments, outcome: outcome) }
    return outcome
  }
}
