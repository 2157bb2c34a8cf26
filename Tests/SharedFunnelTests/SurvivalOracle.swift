import Foundation
import Testing

/// What lifelines says of random observations: the committed cases, or fresh ones where it is installed.
struct SurvivalOracle: Decodable {
  struct Curve: Decodable {
    struct Step: Decodable {
      let seconds: Int64
      let surviving: Double
      let low: Double?
      let high: Double?
    }
    struct Quantile: Decodable {
      let share: Double
      let compared: Bool
      let value: Int64?
      let low: Int64?
      let high: Int64?
    }
    let seconds: [Int64]
    let ended: [Bool]
    let steps: [Step]
    let quantiles: [Quantile]
  }
  struct Incidence: Decodable {
    struct Answer: Decodable {
      let horizon: Int64
      let value: Double
      let low: Double?
      let high: Double?
    }
    let seconds: [Int64]
    /// 0 open, 1 the event of interest, 2 the one that competes.
    let outcomes: [Int]
    let answers: [Answer]
  }
  /// Several ways to end.
  struct Competing: Decodable {
    struct Cause: Decodable {
      let cause: Int
      let answers: [Incidence.Answer]
    }
    let seconds: [Int64]
    /// 0 open, else the cause.
    let outcomes: [Int]
    let causes: [Cause]
    /// The time to any of them.
    let ending: Curve
  }
  let lifelines: String
  let curves: [Curve]
  let incidences: [Incidence]
  let competing: [Competing]

  enum CodingKeys: String, CodingKey {
    case lifelines
    case curves = "kaplan_meier"
    case incidences = "aalen_johansen"
    case competing = "competing_risks"
  }

  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  private static var script: String { tests.appending(path: "Oracles/survival.py").path }

  static func committed() throws -> SurvivalOracle {
    let file = tests.appending(path: "Oracles/survival.json")
    return try JSONDecoder().decode(SurvivalOracle.self, from: try Data(contentsOf: file))
  }

  static func fresh(seed: UInt32) throws -> SurvivalOracle {
    let python = try #require(python)
    return try JSONDecoder().decode(SurvivalOracle.self, from: try run(python, [script, String(seed)]))
  }

  /// A Python that has lifelines: the one that `script/test` makes, or the machine's.
  static let python: String? = {
    let own = tests.deletingLastPathComponent().appending(path: ".build-oracles/bin/python").path
    return [own, "/usr/bin/python3", "/usr/local/bin/python3"].first { path in
      FileManager.default.isExecutableFile(atPath: path) && (try? run(path, ["-c", "import lifelines"])) != nil
    }
  }()

  struct Failed: Error {
    let python: String
    let status: Int32
  }

  private static func run(_ python: String, _ arguments: [String]) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A file, not a pipe: nothing can fill up.
    let output = folder.appending(path: "out")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(python: python, status: process.terminationStatus) }
    return try Data(contentsOf: output)
  }
}
